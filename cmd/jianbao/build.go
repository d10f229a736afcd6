package main

import (
	"fmt"
	"runtime"

	"github.com/urfave/cli/v2"

	"jianbao/report"
	"jianbao/report/diag"
)

func buildCommand(s streams, lang diag.Lang) *cli.Command {
	flags := append(findingFlags(lang),
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "out",
			Usage: diag.Say("输出文件夹", "the `DIR` that outputs go to").In(lang)},
		&cli.StringFlag{Name: "template", Value: "briefing",
			Usage: diag.Say("版式：briefing 简报、official 公文（GB/T 9704-2012），或自备版式的文件夹",
				"the looks: `briefing|official|DIR`, DIR being a folder with a template of your own").In(lang)},
		&cli.BoolFlag{Name: "draft",
			Usage: diag.Say("有问题也写，每页每表标明草稿，文件名为 NAME.draft.*", "write in spite of findings, marked 草稿 throughout, as NAME.draft.*").In(lang)},
		&cli.IntFlag{Name: "jobs", Value: runtime.GOMAXPROCS(0),
			Usage: diag.Say("同时处理的文件数", "how many files to work on at once (`N`)").In(lang)},
	)
	return &cli.Command{
		Name:               "build",
		Usage:              diag.Say("核对数据文件，写出工作簿和简报", "check data files, then write workbook and briefing").In(lang),
		ArgsUsage:          "DATA... -o OUT",
		Flags:              flags,
		OnUsageError:       plainUsageError,
		CustomHelpTemplate: commandHelp(lang),
		Action: func(c *cli.Context) error {
			o, err := findingOptions(c, lang)
			if err != nil {
				return err
			}
			if c.Int("jobs") < 1 {
				return usageError("--jobs 应为正整数", "--jobs wants a positive number")
			}
			data, err := dataFiles(c)
			if err != nil {
				return err
			}
			outcome := report.Build(data, s.in, report.Options{
				Out: c.String("output"), Jobs: c.Int("jobs"), FailOn: o.failOn, Draft: c.Bool("draft"),
				Template: c.String("template"),
			})
			return o.finish(s, outcome, func() {
				for _, name := range outcome.Written() {
					fmt.Fprintln(s.err, diag.Say("已写出 %s", "wrote %s", name).In(lang))
				}
			})
		},
	}
}
