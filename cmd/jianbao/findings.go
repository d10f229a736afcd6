package main

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"jianbao/report"
	"jianbao/report/diag"
)

// findingFlags are the flags of every command that reports findings.
func findingFlags(lang diag.Lang) []cli.Flag {
	return []cli.Flag{
		langFlag(lang),
		&cli.StringFlag{Name: "format", Value: "text",
			Usage: diag.Say("标准输出的格式：", "what standard output shows: ").In(lang) + strings.Join(diag.Formats(), ", ")},
		&cli.StringSliceFlag{Name: "report",
			Usage: diag.Say("另写一份报告，可多次：FORMAT=PATH", "also write a report, any number of times: `FORMAT=PATH`").In(lang)},
		&cli.StringFlag{Name: "fail-on", Value: "error",
			Usage: diag.Say("从哪一级起算不通过：error、warning 或 never", "what fails the run: `error|warning|never`").In(lang)},
	}
}

// langFlag is of every command. Its value is known before flags are parsed (see
// language); checkLang refuses one that is no language.
func langFlag(lang diag.Lang) cli.Flag {
	return &cli.StringFlag{Name: "lang",
		Usage: diag.Say("消息的语言：zh 或 en（默认随系统）", "language of messages, `zh|en` (default: by locale, else zh)").In(lang)}
}

func checkLang(c *cli.Context, lang diag.Lang) error {
	if given := c.String("lang"); given != "" && given != string(lang) {
		return usageError("--lang 应为 zh 或 en，不是 %[1]s", "--lang wants zh or en, not %[1]s", given)
	}
	return nil
}

// outputs is how a command reports its findings.
type outputs struct {
	lang    diag.Lang
	format  string
	reports []namedReport
	failOn  report.FailOn
}

type namedReport struct{ format, path string }

func findingOptions(c *cli.Context, lang diag.Lang) (outputs, error) {
	o := outputs{format: c.String("format"), lang: lang}
	if err := checkLang(c, lang); err != nil {
		return o, err
	}
	if err := knownFormat(o.format); err != nil {
		return o, err
	}
	for _, r := range c.StringSlice("report") {
		format, path, ok := strings.Cut(r, "=")
		if !ok || path == "" {
			return o, usageError("--report 写作 格式=路径，如 json=findings.json，不是 %[1]s", "--report wants FORMAT=PATH, as in json=findings.json, not %[1]s", r)
		}
		if err := knownFormat(format); err != nil {
			return o, err
		}
		if slices.ContainsFunc(o.reports, func(other namedReport) bool { return filepath.Clean(other.path) == filepath.Clean(path) }) {
			return o, usageError("两份报告写到同一个文件：%[1]s", "two reports go to one file: %[1]s", path)
		}
		o.reports = append(o.reports, namedReport{format, path})
	}
	var ok bool
	if o.failOn, ok = report.ParseFailOn(c.String("fail-on")); !ok {
		return o, usageError("--fail-on 应为 error、warning 或 never，不是 %[1]s", "--fail-on wants error, warning or never, not %[1]s", c.String("fail-on"))
	}
	return o, nil
}

func knownFormat(name string) error {
	for _, f := range diag.Formats() {
		if f == name {
			return nil
		}
	}
	return usageError("没有 %[1]s 这种格式；有 %[2]s", "no format %[1]s; there are %[2]s", name, strings.Join(diag.Formats(), ", "))
}

// dataFiles are the files a command was given.
func dataFiles(c *cli.Context) ([]string, error) {
	if c.NArg() == 0 {
		return nil, usageError("没有给出数据文件：jianbao %[1]s DATA...", "no data file given: jianbao %[1]s DATA...", c.Command.Name)
	}
	return c.Args().Slice(), nil
}

// finish prints the findings, writes the reports, and gives the status of the
// whole run as an error.
func (o outputs) finish(s streams, outcome *report.Outcome) error {
	if err := o.write(s.out, o.format, outcome); err != nil {
		return exit{statusFault, diag.Say("标准输出无法写入：%s", "standard output cannot be written: %s", err.Error())}
	}
	for _, r := range o.reports {
		var b bytes.Buffer
		if err := o.write(&b, r.format, outcome); err != nil {
			return err
		}
		if err := report.WriteFile(r.path, b.Bytes()); err != nil {
			return exit{statusFault, diag.Say("报告无法写入：%s", "the report cannot be written: %s", err.Error())}
		}
	}
	if status := o.status(outcome); status != statusOK {
		return exit{status: status}
	}
	return nil
}

// listChecks reports whether a format that is wanted lists every check.
func (o outputs) listChecks() bool {
	lists := func(format string) bool { return format == "json" || format == "junit" }
	return lists(o.format) || slices.ContainsFunc(o.reports, func(r namedReport) bool { return lists(r.format) })
}

func (o outputs) write(w io.Writer, format string, outcome *report.Outcome) error {
	return diag.Write(w, format, outcome.Run(), diag.Options{Lang: o.lang, Line: outcome.Line, Version: version()})
}

// statusOf is the status that finish asks for.
func statusOf(err error) int {
	var e exit
	if errors.As(err, &e) {
		return e.status
	}
	return statusOK
}

func (o outputs) status(outcome *report.Outcome) int {
	status := statusOK
	for _, d := range outcome.Districts {
		switch {
		case d.Fault:
			return statusFault
		case d.Found.Unreadable:
			status = max(status, statusUsage)
		case o.failOn.Fails(&d.Found):
			status = max(status, statusFindings)
		}
	}
	return status
}
