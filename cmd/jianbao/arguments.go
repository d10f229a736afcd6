package main

import (
	"slices"
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
	at := commandAt(args)
	if at == len(args) {
		return args
	}
	command := app.Command(args[at])
	if command == nil {
		return args
	}
	var flags, files []string
	rest := args[at+1:]
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
			if !takesValue(command, a) {
				continue
			}
			if len(rest) == 0 { // the "--" would be taken for the value
				return slices.Concat(args[:at+1], flags)
			}
			flags = append(flags, rest[0])
			rest = rest[1:]
		}
	}
	return slices.Concat(args[:at+1], flags, []string{"--"}, files)
}

// commandAt is where the command stands: first, or after --lang.
func commandAt(args []string) int {
	at := min(1, len(args))
	for at < len(args) && strings.HasPrefix(args[at], "-") {
		if a := args[at]; a == "--lang" || a == "-lang" {
			at++
		}
		at++
	}
	return min(at, len(args))
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
