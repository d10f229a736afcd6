package main

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"

	"jianbao/report/diag"
)

// Exit statuses (SPEC §1). Over several files the highest counts.
const (
	statusOK       = 0 // nothing at or above --fail-on
	statusFindings = 1
	statusUsage    = 2 // usage, or input that cannot be understood
	statusFault    = 3 // the tool failed
)

// streams are what a command reads from and writes to.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// exit ends a command with a status; say is for standard error.
type exit struct {
	status int
	say    diag.Text
}

func (e exit) Error() string { return e.say.Error() }

func usageError(zh, en string, args ...any) error {
	return exit{statusUsage, diag.Say(zh, en, args...)}
}

// run is the whole program: arguments and streams in, a status out.
func run(args []string, s streams, env func(string) string) (status int) {
	lang := language(args, env)
	defer func() {
		if fault := recover(); fault != nil {
			reportFault(s.err, lang, fault, debug.Stack())
			status = statusFault
		}
	}()
	app := newApp(s, lang, env)
	err := app.Run(reorder(app, args))
	if err == nil {
		return statusOK
	}
	var e exit
	if !errors.As(err, &e) {
		e = exit{statusUsage, wrongUsage(err)}
	}
	if !e.say.IsZero() {
		fmt.Fprintf(s.err, "jianbao: %s\n", e.say.In(lang))
	}
	if e.status == statusUsage && !e.say.IsZero() {
		fmt.Fprintln(s.err, diag.Say("看用法：jianbao help", "for usage: jianbao help").In(lang))
	}
	return e.status
}

func newApp(s streams, lang diag.Lang, env func(string) string) *cli.App {
	app := &cli.App{
		Name: "jianbao",
		Usage: diag.Say("核对一个区县的统计数据，写成工作簿和简报",
			"check a district's statistics and make a workbook and a briefing of them").In(lang),
		Version:   version(),
		Reader:    s.in,
		Writer:    s.out,
		ErrWriter: s.err,
		Flags:     []cli.Flag{langFlag(lang), helpFlag(lang), versionFlag(lang)},
		Before:    func(c *cli.Context) error { return checkLang(c, lang) },
		Commands: []*cli.Command{checkCommand(s, lang), buildCommand(s, lang, env), mergeCommand(s, lang), verifyCommand(s, lang), importCommand(s, lang), initCommand(s, lang),
			explainCommand(s, lang), schemaCommand(s, lang), helpCommand(lang), worker(s)},
		Action:         withoutCommand,
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   plainUsageError,
		HideVersion:    true, // the library's flag is in English
		// A comma may stand in a report's path.
		DisableSliceFlagSeparator: true,
	}
	app.CustomAppHelpTemplate = appHelp(lang, app)
	return app
}

// withoutCommand is what is done where no command is named.
func withoutCommand(c *cli.Context) error {
	switch {
	case c.Args().Present():
		return unknownCommand(c.App, c.Args().First())
	case c.Bool("version"):
		return printed(c.App.Writer, c.App.Name+" "+c.App.Version+"\n")
	}
	return printed(c.App.Writer, c.App.CustomAppHelpTemplate)
}

// unknownCommand says of a word that is no command which one was likely meant.
func unknownCommand(app *cli.App, name string) error {
	var names []string
	for _, c := range app.VisibleCommands() {
		names = append(names, c.Name)
	}
	if near, ok := diag.Nearest(name, names); ok {
		return usageError("没有命令 %[1]s；是不是 %[2]s？", "no command %[1]s; did you mean %[2]s?", name, near)
	}
	return usageError("没有命令 %[1]s；有 %[2]s", "no command %[1]s; there are %[2]s", name, strings.Join(names, ", "))
}

// wrongUsage is what the library says of flags, which it does in English.
func wrongUsage(err error) diag.Text {
	said := err.Error()
	if flag, ok := strings.CutPrefix(said, "flag provided but not defined: "); ok {
		return diag.Say("没有选项 -%s", "no flag -%s", flag)
	}
	if flag, ok := strings.CutPrefix(said, "flag needs an argument: "); ok {
		return diag.Say("选项 -%s 后面要有值", "the flag -%s wants a value", flag)
	}
	if rest, ok := strings.CutPrefix(said, "invalid value "); ok {
		if value, rest, ok := strings.Cut(rest, " for flag "); ok {
			flag, _, _ := strings.Cut(rest, ":")
			return diag.Say("选项 -%[2]s 的值不对：%[1]s", "%[1]s is no value for the flag -%[2]s", value, flag)
		}
	}
	return diag.Say("用法不对：%s", "wrong usage: %s", said)
}

// plainUsageError keeps the library from printing its own English page before
// the error.
func plainUsageError(_ *cli.Context, err error, _ bool) error { return err }

// reportFault says that the fault is ours and gives what a report needs.
func reportFault(w io.Writer, lang diag.Lang, fault any, stack []byte) {
	fmt.Fprintf(w, "jianbao: %s\n\n%v\n%s\n%s\n",
		diag.Say("程序自身出错，与您的数据无关。请把以下内容连同数据文件一起报告。",
			"a fault of the program's own, not of your data. Please report what follows with the data file.").In(lang),
		fault, version(), stack)
}

// version is the module's version as the build recorded it.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
