package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"jianbao/report/diag"
)

func explainCommand(s streams, lang diag.Lang) *cli.Command {
	return command(lang, cli.Command{
		Name:      "explain",
		Usage:     diag.Say("说明一个编号的含义、例子和改法；不给编号则列出全部", "say what a finding means, with an example and how to mend it; without CODE list them all").In(lang),
		ArgsUsage: diag.Say("[编号]", "[CODE]").In(lang),
		Action: func(c *cli.Context) error {
			if c.NArg() > 1 {
				return usageError("一次只说明一个编号", "explain takes one code at a time")
			}
			text := codeList(lang)
			if c.NArg() == 1 {
				code := diag.Code(strings.ToUpper(c.Args().First()))
				if text = diag.Page(code, lang); text == "" {
					return unknownCode(code)
				}
			}
			return printed(s.out, text)
		},
	})
}

// codeList is a line for each code.
func codeList(lang diag.Lang) string {
	var b strings.Builder
	for _, c := range diag.Codes() {
		fmt.Fprintf(&b, "%s  %s\n", c, diag.Title(c, lang))
	}
	return b.String()
}

// unknownCode offers the code that was likely meant, first among those of the
// same class.
func unknownCode(code diag.Code) error {
	var alike, known []string
	for _, c := range diag.Codes() {
		if len(code) > 2 && strings.HasPrefix(string(c), string(code[:3])) {
			alike = append(alike, string(c))
		}
		known = append(known, string(c))
	}
	if near, ok := diag.Nearest(string(code), append(alike, known...)); ok {
		return usageError("没有编号 %[1]s；是不是 %[2]s？", "no code %[1]s; did you mean %[2]s?", string(code), near)
	}
	return usageError("没有编号 %[1]s；jianbao explain 列出全部", "no code %[1]s; jianbao explain lists them all", string(code))
}
