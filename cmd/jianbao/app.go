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
	err := knownCommand(app, args)
	if err == nil {
		err = app.Run(reorder(app, args))
	}
	if err == nil {
		return statusOK
	}
	var e exit
	if !errors.As(err, &e) {
		e = exit{statusUsage, diag.Say("用法不对：%s", "wrong usage: %s", err.Error())}
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
	return &cli.App{
		Name: "jianbao",
		Usage: diag.Say("核对一个区县的统计数据，写成工作簿和简报",
			"check a district's statistics and make a workbook and a briefing of them").In(lang),
		Version:        version(),
		Reader:         s.in,
		Writer:         s.out,
		ErrWriter:      s.err,
		Commands:       []*cli.Command{checkCommand(s, lang), buildCommand(s, lang, env), mergeCommand(s, lang), verifyCommand(s, lang), importCommand(s, lang), initCommand(s, lang), explainCommand(s, lang), schemaCommand(s, lang), worker(s)},
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   plainUsageError,
		// A comma may stand in a report's path.
		DisableSliceFlagSeparator: true,
		CustomAppHelpTemplate:     appHelp(lang),
	}
}

// knownCommand says of a word that is no command which one was likely meant;
// the library would show its help and succeed.
func knownCommand(app *cli.App, args []string) error {
	if len(args) < 2 || strings.HasPrefix(args[1], "-") || args[1] == "help" || args[1] == "h" || app.Command(args[1]) != nil {
		return nil
	}
	var names []string
	for _, c := range app.VisibleCommands() {
		names = append(names, c.Name)
	}
	if near, ok := diag.Nearest(args[1], names); ok {
		return usageError("没有命令 %[1]s；是不是 %[2]s？", "no command %[1]s; did you mean %[2]s?", args[1], near)
	}
	return usageError("没有命令 %[1]s；有 %[2]s", "no command %[1]s; there are %[2]s", args[1], strings.Join(names, ", "))
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
