package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"jianbao/report"
	"jianbao/report/diag"
)

func mergeCommand(s streams, lang diag.Lang) *cli.Command {
	return command(lang, cli.Command{
		Name:      "merge",
		Usage:     diag.Say("把各份（--shard）的清单合成一份 manifest.json", "make one manifest.json of those of all shards").In(lang),
		ArgsUsage: diag.Say("输出文件夹", "OUT").In(lang),
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usageError("要给出一个输出文件夹：jianbao merge OUT", "merge wants one output folder: jianbao merge OUT")
			}
			districts, unfit, err := report.Merge(c.Args().First())
			if err != nil {
				return exit{statusFault, report.Unwritable(err)}
			}
			if !unfit.IsZero() {
				return exit{statusUsage, unfit}
			}
			fmt.Fprintln(s.err, diag.Say("清单已合并：%d 个地区", "manifests united: %d districts", districts).In(lang))
			return nil
		},
	})
}
