package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"jianbao/report"
	"jianbao/report/diag"
)

func initCommand(s streams, lang diag.Lang) *cli.Command {
	return command(lang, cli.Command{
		Name:      "init",
		Usage:     diag.Say("写一个起步的数据文件，以及 CI 和定时运行的例子", "write a starting data file, and examples of CI and schedules").In(lang),
		ArgsUsage: diag.Say("文件夹", "DIR").In(lang),
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "with", Value: cli.NewStringSlice(report.StartChoices()...),
				Usage: diag.Say("只写这些`例子`，逗号分隔；none 为一个也不写", "only these examples, comma-separated; none for none (`NAMES`)").In(lang)},
		},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usageError("请给出一个文件夹：jianbao init DIR", "init wants one folder: jianbao init DIR")
			}
			with, err := startChoices(c.StringSlice("with"))
			if err != nil {
				return err
			}
			folder := c.Args().First()
			files, err := report.Start(folder, with)
			if err != nil {
				return exit{statusFault, diag.Say("%s 写不进去：%s", "%s cannot be written: %s", folder, report.WhyUnwritten(err))}
			}
			return printed(s.out, started(files, folder, lang))
		},
	})
}

// startChoices reads the values of --with.
func startChoices(values []string) (map[string]bool, error) {
	with := map[string]bool{}
	known := report.StartChoices()
	for _, name := range strings.Split(strings.Join(values, ","), ",") {
		switch {
		case name == "none":
		case slices.Contains(known, name):
			with[name] = true
		default:
			near, ok := diag.Nearest(name, known)
			if !ok {
				return nil, usageError("--with 没有 %[1]q；有 %[2]s、none", "--with knows no %[1]q; it knows %[2]s, none", name, strings.Join(known, ", "))
			}
			return nil, usageError("--with 没有 %[1]q；是不是 %[2]s？", "--with knows no %[1]q; did you mean %[2]s?", name, near)
		}
	}
	return with, nil
}

// started tells what was written, what was left alone, and what to do next.
func started(files []report.Started, folder string, lang diag.Lang) string {
	var b strings.Builder
	for _, f := range files {
		say := diag.Say("写好 %s", "wrote %s", f.Path)
		if f.Kept {
			say = diag.Say("已有 %s，未动", "kept %s, which was there", f.Path)
		}
		fmt.Fprintln(&b, say.In(lang))
	}
	fmt.Fprintln(&b, diag.Say("下一步：改好数据，然后 jianbao build %[1]s -o %[2]s", "next: put in your figures, then jianbao build %[1]s -o %[2]s",
		filepath.Join(folder, "data"), filepath.Join(folder, "out")).In(lang))
	return b.String()
}
