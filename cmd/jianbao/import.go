package main

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"jianbao/report"
	"jianbao/report/diag"
)

func importCommand(s streams, lang diag.Lang) *cli.Command {
	return command(lang, cli.Command{
		Name:      "import",
		Usage:     diag.Say("把手工的工作簿转成数据文件", "make a data file of a workbook kept by hand").In(lang),
		ArgsUsage: diag.Say("工作簿.xlsx [-o 数据文件]", "BOOK.xlsx [-o DATA]").In(lang),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"},
				Usage: diag.Say("写到这个`文件`，不覆盖已有的；不给则打印", "the `DATA` file to write, which must not be there yet; by default it is printed").In(lang)},
		},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usageError("请给出一个工作簿：jianbao import BOOK.xlsx [-o DATA]", "import wants one workbook: jianbao import BOOK.xlsx [-o DATA]")
			}
			made, err := report.Import(c.Args().First(), c.String("output"))
			if err != nil {
				return importFailed(err)
			}
			for _, r := range made.Remarks {
				fmt.Fprintln(s.err, r.In(lang))
			}
			if len(made.Files) == 0 {
				return printed(s.out, string(made.Data))
			}
			for _, f := range made.Files {
				fmt.Fprintln(s.err, diag.Say("写好 %s", "wrote %s", f).In(lang))
			}
			return nil
		},
	})
}

// importFailed is the status for a workbook that cannot be read, or a data file
// that cannot be written.
func importFailed(err error) error {
	var output report.ErrOutput
	if errors.As(err, &output) {
		return exit{statusFault, output.Text}
	}
	var say diag.Text
	if errors.As(err, &say) {
		return exit{statusUsage, say}
	}
	return err
}
