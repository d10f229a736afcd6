package main

import (
	"github.com/urfave/cli/v2"

	"jianbao/report"
	"jianbao/report/diag"
)

func schemaCommand(s streams, lang diag.Lang) *cli.Command {
	return command(lang, cli.Command{
		Name:  "schema",
		Usage: diag.Say("打印数据格式的 JSON Schema，供编辑器提示用", "print the JSON Schema of the data format, for editors").In(lang),
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return usageError("schema 不带参数", "schema takes no arguments")
			}
			return printed(s.out, string(report.Schema()))
		},
	})
}
