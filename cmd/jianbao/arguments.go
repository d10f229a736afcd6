package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"jianbao/report/diag"
)

// language is the language of messages: --lang, else the locale, else Chinese.
// It is found before the flags are parsed, since usage errors need it too.
func language(args []string, env func(string) string) diag.Lang {
	for i, a := range args {
		value, ok := strings.CutPrefix(strings.TrimPrefix(a, "-"), "-lang=")
		if a == "--lang" || a == "-lang" {
			if i+1 < len(args) {
				value, ok = args[i+1], true
			}
		}
		if a == "--" {
			break
		}
		if ok && (value == string(diag.EN) || value == string(diag.ZH)) {
			return diag.Lang(value)
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env(name); value != "" {
			if strings.HasPrefix(value, "en") {
				return diag.EN
			}
			return diag.ZH
		}
	}
	return diag.ZH
}

// reorder puts a command's flags before its files, since the library stops at
// the first argument that is no flag while users write them in any order. A
// lone "-" is a file (standard input); after "--" everything is.
func reorder(app *cli.App, args []string) []string {
	if len(args) < 2 {
		return args
	}
	command := app.Command(args[1])
	if command == nil {
		return args
	}
	var flags, files []string
	rest := args[2:]
	for len(rest) > 0 {
		a := rest[0]
		rest = rest[1:]
		switch {
		case a == "--":
			files = append(files, rest...)
			rest = nil
		case a == "-" || !strings.HasPrefix(a, "-"):
			files = append(files, a)
		default:
			flags = append(flags, a)
			if takesValue(command, a) && len(rest) > 0 {
				flags = append(flags, rest[0])
				rest = rest[1:]
			}
		}
	}
	out := append([]string{args[0], args[1]}, flags...)
	return append(append(out, "--"), files...)
}

// takesValue reports whether a flag's value is the next argument.
func takesValue(command *cli.Command, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	if strings.Contains(name, "=") {
		return false
	}
	for _, f := range command.Flags {
		for _, n := range f.Names() {
			if n == name {
				_, isBool := f.(*cli.BoolFlag)
				return !isBool
			}
		}
	}
	return false
}
