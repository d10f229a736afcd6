package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/width"

	"jianbao/report/diag"
)

// The help pages are our own, since the library's are in English throughout and
// take a Chinese character for one column of a terminal.

// section is a heading of a page and its lines, each a name and what it means.
type section struct {
	heading diag.Text
	lines   [][2]string
}

// appHelp is the page of the whole, which lists the commands.
func appHelp(lang diag.Lang, app *cli.App) string {
	commands := section{heading: diag.Say("命令：", "COMMANDS:")}
	for _, c := range app.Commands {
		if !c.Hidden {
			commands.lines = append(commands.lines, [2]string{c.Name, c.Usage})
		}
	}
	usage := app.Name + " " + diag.Say("命令 [选项] [参数...]", "COMMAND [FLAGS] [ARGUMENTS...]").In(lang)
	return helpPage(lang, app.Name+" "+app.Version+": "+app.Usage, usage, commands, flagSection(lang, app.Flags))
}

func commandHelp(lang diag.Lang, c *cli.Command) string {
	name := "jianbao " + c.Name
	usage := strings.TrimSpace(name + " " + diag.Say("[选项]", "[FLAGS]").In(lang) + " " + c.ArgsUsage)
	return helpPage(lang, name+": "+c.Usage, usage, flagSection(lang, append(c.Flags, helpFlag(lang))))
}

// helpPage is a page as the library wants it: a template, which has nothing left to
// be filled in.
func helpPage(lang diag.Lang, first, usage string, sections ...section) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n   %s\n", first, diag.Say("用法：", "USAGE:").In(lang), usage)
	for _, s := range sections {
		fmt.Fprintf(&b, "\n%s\n", s.heading.In(lang))
		widest := 0
		for _, l := range s.lines {
			widest = max(widest, columns(l[0]))
		}
		for _, l := range s.lines {
			fmt.Fprintf(&b, "   %s%s  %s\n", l[0], strings.Repeat(" ", widest-columns(l[0])), l[1])
		}
	}
	return b.String()
}

// columns is how many columns of a terminal a text takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if kind := width.LookupRune(r).Kind(); kind == width.EastAsianWide || kind == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}

// flagSection lists flags with what they take, which their usage names in
// backquotes, and with their defaults.
func flagSection(lang diag.Lang, flags []cli.Flag) section {
	s := section{heading: diag.Say("选项：", "FLAGS:")}
	for _, f := range flags {
		flag, ok := f.(cli.DocGenerationFlag)
		if !ok {
			continue
		}
		name := "--" + strings.Join(f.Names(), ", -")
		usage := flag.GetUsage()
		if flag.TakesValue() {
			before, rest, _ := strings.Cut(usage, "`")
			value, after, _ := strings.Cut(rest, "`")
			name, usage = name+" "+value, before+value+after
			if standard := strings.ReplaceAll(flag.GetDefaultText(), `"`, ""); standard != "" {
				usage += diag.Say("（默认 %s）", " (default: %s)", standard).In(lang)
			}
		}
		s.lines = append(s.lines, [2]string{name, usage})
	}
	return s
}

func helpFlag(lang diag.Lang) cli.Flag {
	return &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: diag.Say("显示用法", "show the usage").In(lang)}
}

func versionFlag(lang diag.Lang) cli.Flag {
	return &cli.BoolFlag{Name: "version", Aliases: []string{"v"}, Usage: diag.Say("显示版本", "show the version").In(lang)}
}

func helpCommand(lang diag.Lang) *cli.Command {
	return command(lang, cli.Command{
		Name:      "help",
		Aliases:   []string{"h"},
		Usage:     diag.Say("列出命令，或说明一个命令的用法", "list the commands, or show the usage of one").In(lang),
		ArgsUsage: diag.Say("[命令]", "[COMMAND]").In(lang),
		Action: func(c *cli.Context) error {
			name := c.Args().First()
			if name == "" {
				return printed(c.App.Writer, c.App.CustomAppHelpTemplate)
			}
			found := c.App.Command(name)
			if found == nil || found.Hidden {
				return unknownCommand(c.App, name)
			}
			return printed(c.App.Writer, found.CustomHelpTemplate)
		},
	})
}
