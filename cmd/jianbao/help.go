package main

import (
	"strings"

	"jianbao/report/diag"
)

// The help pages are the library's, with their headings in the reader's
// language.

func appHelp(lang diag.Lang) string {
	return translated(lang, `{{.Name}} {{.Version}}: {{.Usage}}

USAGE:
   {{.HelpName}} COMMAND [FLAGS] DATA...

COMMANDS:{{range .VisibleCommands}}
   {{.Name}}{{"\t"}}{{.Usage}}{{end}}

FLAGS:{{range .VisibleFlags}}
   {{.}}{{end}}
`)
}

func commandHelp(lang diag.Lang) string {
	return translated(lang, `{{.HelpName}}: {{.Usage}}

USAGE:
   {{.HelpName}} [FLAGS] {{.ArgsUsage}}

FLAGS:{{range .VisibleFlags}}
   {{.}}{{end}}
`)
}

func translated(lang diag.Lang, page string) string {
	if lang == diag.EN {
		return page
	}
	return strings.NewReplacer("USAGE:", "用法：", "COMMANDS:", "命令：", "FLAGS:", "选项：").Replace(page)
}
