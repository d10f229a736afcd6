package main

import (
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
		&cli.StringFlag{Name: "format", Value: "text",
			Usage: diag.Say("标准输出的`格式`：%s", "the `FORMAT` of standard output: %s", strings.Join(diag.Formats(), ", ")).In(lang)},
		&cli.StringSliceFlag{Name: "report",
			Usage: diag.Say("另写一份报告：`格式=路径`，可多次", "also write a report, any number of times: `FORMAT=PATH`").In(lang)},
		&cli.StringFlag{Name: "fail-on", Value: "error",
			Usage: diag.Say("从哪一`级别`起算不通过：error、warning 或 never", "what fails the run: `error|warning|never`").In(lang)},
	}
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
		return nil, usageError("没有给出数据文件：jianbao %[1]s 数据文件...", "no data file given: jianbao %[1]s DATA...", c.Command.Name)
	}
	return c.Args().Slice(), nil
}

// finish prints the findings, writes the reports, and gives the status of the
// whole run as an error.
func (o outputs) finish(s streams, outcome *report.Outcome) error {
	if err := o.write(s.out, o.format, outcome); err != nil {
		return unprinted(err)
	}
	for _, r := range o.reports {
		if err := report.WriteFile(r.path, func(w io.Writer) error { return o.write(w, r.format, outcome) }); err != nil {
			return exit{statusFault, diag.Say("报告 %s 写不进去：%s", "the report %s cannot be written: %s", r.path, report.WhyUnwritten(err))}
		}
	}
	if status := o.status(outcome); status != statusOK {
		return exit{status: status}
	}
	return nil
}

// listChecks reports whether a format that is wanted lists every check.
func (o outputs) listChecks() bool {
	return diag.ListsChecks(o.format) || slices.ContainsFunc(o.reports, func(r namedReport) bool { return diag.ListsChecks(r.format) })
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
