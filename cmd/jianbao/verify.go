package main

import (
	"github.com/urfave/cli/v2"

	"jianbao/report"
	"jianbao/report/diag"
)

func verifyCommand(s streams, lang diag.Lang) *cli.Command {
	return command(lang, cli.Command{
		Name:      "verify",
		Usage:     diag.Say("找出文章里的数字，与数据核对", "find the figures of articles and hold them against the data").In(lang),
		ArgsUsage: diag.Say("[--data 数据文件] 文章...", "[--data DATA] ARTICLE...").In(lang),
		Flags: append(findingFlags(lang), &cli.StringFlag{Name: "data",
			Usage: diag.Say("与之核对的`数据文件`；不给则只列出数字", "the `DATA` file to hold them against; without it they are listed").In(lang)}),
		Action: func(c *cli.Context) error {
			o, err := findingOptions(c, lang)
			if err != nil {
				return err
			}
			if c.NArg() == 0 {
				return usageError("没有给出文章：jianbao verify [--data 数据文件] 文章...", "no article given: jianbao verify [--data DATA] ARTICLE...")
			}
			return o.finish(s, report.Verify(c.Args().Slice(), c.String("data"), s.in))
		},
	})
}
