package main

import (
	"github.com/urfave/cli/v2"

	"jianbao/report"
	"jianbao/report/diag"
)

func checkCommand(s streams, lang diag.Lang) *cli.Command {
	return command(lang, cli.Command{
		Name:      "check",
		Usage:     diag.Say("读入并核对数据文件，不写任何输出", "read and check data files; write nothing").In(lang),
		ArgsUsage: diag.Say("数据文件...", "DATA...").In(lang),
		Flags:     findingFlags(lang),
		Action: func(c *cli.Context) error {
			o, err := findingOptions(c, lang)
			if err != nil {
				return err
			}
			data, err := dataFiles(c)
			if err != nil {
				return err
			}
			outcome := report.Check(data, s.in, o.listChecks())
			defer outcome.Close()
			return o.finish(s, outcome)
		},
	})
}
