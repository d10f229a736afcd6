package main

import (
	"errors"
	"os"
	"runtime"
	"time"

	"github.com/urfave/cli/v2"

	"jianbao/report"
	"jianbao/report/diag"
)

func buildCommand(s streams, lang diag.Lang, env func(string) string) *cli.Command {
	flags := append(findingFlags(lang),
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "out",
			Usage: diag.Say("输出到这个`文件夹`", "the `DIR` that outputs go to").In(lang)},
		&cli.StringFlag{Name: "template", Value: "briefing",
			Usage: diag.Say("`版式`：briefing 简报、official 公文（GB/T 9704-2012），或自备版式的文件夹（与自带的同名时写 ./briefing）",
				"the looks: `briefing|official|DIR`, DIR being a folder with a template of your own (./briefing if it is named as one of these)").In(lang)},
		&cli.BoolFlag{Name: "draft",
			Usage: diag.Say("有问题也写，每页每表标明草稿，文件名加 .draft", "write in spite of findings, marked 草稿 throughout, as NAME.draft.*").In(lang)},
	)
	return command(lang, cli.Command{
		Name:      "build",
		Usage:     diag.Say("核对数据文件，写出工作簿和简报", "check data files, then write workbook and briefing").In(lang),
		ArgsUsage: diag.Say("数据文件... -o 文件夹", "DATA... -o OUT").In(lang),
		Flags:     append(flags, batchFlags(lang)...),
		Action: func(c *cli.Context) error {
			o, err := findingOptions(c, lang)
			if err != nil {
				return err
			}
			data, err := dataFiles(c)
			if err != nil {
				return err
			}
			opt, err := buildOptions(c, o, data, env)
			if err != nil {
				return err
			}
			return build(s, data, opt, o, tellerFor(s.err, c.Bool("json-log"), lang), c.String("metrics"))
		},
	})
}

// build runs a build and tells how it goes, until the end or a signal.
func build(s streams, data []string, opt report.Options, o outputs, t teller, metricsFile string) error {
	begun := time.Now()
	stop, signalled := stopOnSignal(t)
	opt.Watch = t
	if report.Shadowed(opt.Template) {
		t.noted(diag.Say("用的是自带的版式 %[1]s；要用同名的文件夹，写 --template ./%[1]s",
			"the template is the %[1]s that comes with the program; for the folder of that name say --template ./%[1]s", opt.Template))
	}
	outcome := report.Build(stop, data, s.in, opt)
	defer outcome.Close() // all that matters is written by then
	t.ended(outcome, time.Since(begun))
	err := o.finish(s, outcome)
	if status := signalled(); status != 0 && outcome.Undone > 0 {
		err = exit{status: status}
	}
	if metricsFile != "" {
		status := statusOf(err)
		if failed := writeMetrics(metricsFile, outcome, status, begun, time.Now()); failed != nil {
			err = exit{max(status, statusFault), diag.Say("--metrics 的文件写不进去：%s", "the file of --metrics cannot be written: %s", report.WhyUnwritten(failed))}
		}
	}
	// A log is read by programs to its end, so that this is a line of it too.
	if e := (exit{}); errors.As(err, &e) && !e.say.IsZero() {
		t.unwritten(e.say)
		return exit{status: e.status}
	}
	return err
}

// buildOptions reads the flags that say how to build.
func buildOptions(c *cli.Context, o outputs, data []string, env func(string) string) (report.Options, error) {
	opt := report.Options{
		Out: c.String("output"), Jobs: c.Int("jobs"), FailOn: o.failOn, Draft: c.Bool("draft"),
		Template: c.String("template"), Force: c.Bool("force"), ListChecks: o.listChecks(),
	}
	if opt.Jobs < 1 {
		return opt, usageError("--jobs 应为正整数", "--jobs wants a positive number")
	}
	var err error
	if opt.Shard, err = shard(c.String("shard"), env); err != nil {
		return opt, err
	}
	if opt.Limits, err = limits(c, data); err != nil {
		return opt, err
	}
	if opt.Version, err = identity(); err != nil {
		return opt, exit{statusFault, diag.Say("程序自己的文件读不了：%s", "the program's own file cannot be read: %s", err.Error())}
	}
	return opt, nil
}

var noLimit = diag.Say("不限", "no limit")

// batchFlags are the flags for many districts and for schedules.
func batchFlags(lang diag.Lang) []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: "jobs", Value: runtime.GOMAXPROCS(0),
			Usage: diag.Say("同时处理的文件`个数`", "how many files to work on at once (`N`)").In(lang)},
		&cli.BoolFlag{Name: "force",
			Usage: diag.Say("没有变化的也重新写出", "make outputs anew though nothing has changed").In(lang)},
		&cli.StringFlag{Name: "shard",
			Usage: diag.Say("只做第 K 份，共 N 份，写作 `K/N`；写作 /N 时 K 取自 JOB_COMPLETION_INDEX（从 0 起）",
				"work on the K-th of N parts only (`K/N`); with /N, K comes from JOB_COMPLETION_INDEX, which counts from 0").In(lang)},
		&cli.DurationFlag{Name: "timeout", DefaultText: noLimit.In(lang),
			Usage: diag.Say("一个地区最多用的`时间`，如 2m", "the longest that one district may take, as in 2m (`DURATION`)").In(lang)},
		&cli.StringFlag{Name: "memory", DefaultText: noLimit.In(lang),
			Usage: diag.Say("一个地区最多用的`内存`，如 800MB", "the most memory that one district may take, as in 800MB (`SIZE`)").In(lang)},
		&cli.BoolFlag{Name: "json-log",
			Usage: diag.Say("运行记录用 JSON", "write the log in JSON").In(lang)},
		&cli.StringFlag{Name: "metrics",
			Usage: diag.Say("另写 Prometheus 指标到`文件`，供 node_exporter 采集", "also write metrics for node_exporter's textfile collector (`FILE`)").In(lang)},
	}
}

// limits are what one district may cost. They need files: a worker process has
// none of this one's standard input.
func limits(c *cli.Context, data []string) (report.Limits, error) {
	l := report.Limits{Time: c.Duration("timeout")}
	if l.Time < 0 {
		return l, usageError("--timeout 应为正的时长，如 2m", "--timeout wants a positive duration, as in 2m")
	}
	if size := c.String("memory"); size != "" {
		var ok bool
		if l.Memory, ok = parseSize(size); !ok {
			return l, usageError("--memory 写作 800MB 或 2GB，至少 %[2]dMB，不是 %[1]s", "--memory wants a size such as 800MB or 2GB, at least %[2]dMB, not %[1]s", size, leastMemory/1e6)
		}
	}
	if l.Time == 0 && l.Memory == 0 {
		return l, nil
	}
	for _, name := range data {
		if name == "-" {
			return l, usageError("--timeout 和 --memory 不能用于标准输入", "--timeout and --memory do not go with standard input")
		}
	}
	self, err := os.Executable()
	if err != nil {
		return l, exit{statusFault, diag.Say("找不到程序自己的文件：%s", "the program's own file cannot be found: %s", err.Error())}
	}
	l.Worker = []string{self, workerCommand}
	return l, nil
}
