package main

import (
	"io"
	"slices"

	"github.com/urfave/cli/v2"

	"jianbao/report/diag"
)

// command completes a command with what all have: --lang, and help and errors in
// the reader's language.
func command(lang diag.Lang, c cli.Command) *cli.Command {
	c.Flags = slices.Concat([]cli.Flag{langFlag(lang)}, c.Flags)
	c.Before = func(c *cli.Context) error { return checkLang(c, lang) }
	c.OnUsageError = plainUsageError
	c.CustomHelpTemplate = commandHelp(lang, &c)
	return &c
}

// langFlag has a value that is known before flags are parsed (see language);
// checkLang refuses one that is no language.
func langFlag(lang diag.Lang) cli.Flag {
	return &cli.StringFlag{Name: "lang",
		Usage: diag.Say("消息的语言，`zh|en`（默认随系统，否则中文）", "language of messages, `zh|en` (default: by locale, else zh)").In(lang)}
}

func checkLang(c *cli.Context, lang diag.Lang) error {
	if given := c.String("lang"); given != "" && given != string(lang) {
		return usageError("--lang 应为 zh 或 en，不是 %[1]s", "--lang wants zh or en, not %[1]s", given)
	}
	return nil
}

// printed writes what a command was asked to print.
func printed(w io.Writer, text string) error {
	if _, err := io.WriteString(w, text); err != nil {
		return unprinted(err)
	}
	return nil
}

func unprinted(err error) error {
	return exit{statusFault, diag.Say("标准输出无法写入：%s", "standard output cannot be written: %s", err.Error())}
}
