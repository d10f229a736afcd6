package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"jianbao/report"
	"jianbao/report/diag"
)

// teller tells on standard error how a build goes on: people on a terminal by a
// bar, others by a log.
type teller interface {
	report.Watcher
	stopping() // a signal came; districts in work are being finished
	ended(outcome *report.Outcome, took time.Duration)
	unwritten(why diag.Text) // a report or the metrics could not be written
	noted(what diag.Text)    // what the user may not expect
}

func tellerFor(w io.Writer, jsonLog bool, lang diag.Lang) teller {
	if f, ok := w.(*os.File); ok && !jsonLog && term.IsTerminal(int(f.Fd())) {
		return &terminal{w: w, lang: lang}
	}
	return newLog(w, jsonLog, lang)
}

// terminal shows a bar: how many districts of all, how many a second, the time
// left, and how many did not pass.
type terminal struct {
	w      io.Writer
	lang   diag.Lang
	bar    *progressbar.ProgressBar // nil for one district
	failed int
}

func (t *terminal) Listed(districts int) {
	if districts < 2 {
		return
	}
	t.bar = progressbar.NewOptions(districts,
		progressbar.OptionSetWriter(t.w),
		progressbar.OptionSetDescription(t.description()),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString(diag.Say("个", "districts").In(t.lang)),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetWidth(24),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)
	_ = t.bar.RenderBlank() // starts its clock
}

func (t *terminal) description() string {
	if t.failed == 0 {
		return diag.Say("各地区", "districts").In(t.lang)
	}
	return diag.Say("各地区（未通过 %d）", "districts (%d did not pass)", t.failed).In(t.lang)
}

func (t *terminal) Started(string) {}

func (t *terminal) Made(string) {}

func (t *terminal) Finished(d *report.District) {
	if t.bar == nil {
		return
	}
	if d.State == report.Held || d.State == report.Failed {
		t.failed++
		t.bar.Describe(t.description())
	}
	_ = t.bar.Add(1) // a bar that cannot be drawn is no reason to stop
}

func (t *terminal) stopping() {
	fmt.Fprintln(t.w, "\n"+stoppingSay.In(t.lang))
}

var stoppingSay = diag.Say("收到信号，做完手头的地区就停；再来一次立即停止", "a signal came: stopping after the districts in work; another stops at once")

func (t *terminal) ended(outcome *report.Outcome, took time.Duration) {
	if t.bar != nil {
		_ = t.bar.Clear()
	}
	if len(outcome.Districts) == 1 {
		for _, name := range outcome.Written() {
			fmt.Fprintln(t.w, diag.Say("已写出 %s", "wrote %s", name).In(t.lang))
		}
	}
	for _, name := range outcome.Orphans {
		fmt.Fprintln(t.w, orphanSay.In(t.lang)+" "+name)
	}
	var parts []string
	for _, c := range states(outcome) {
		if c.n > 0 {
			parts = append(parts, stateNames[c.name].In(t.lang)+fmt.Sprintf(" %d", c.n))
		}
	}
	fmt.Fprintln(t.w, strings.Join(parts, diag.Say("，", ", ").In(t.lang))+diag.Say("；用时 %s", "; took %s", took.Round(10*time.Millisecond)).In(t.lang))
}

func (t *terminal) noted(what diag.Text) { fmt.Fprintln(t.w, what.In(t.lang)) }

func (t *terminal) unwritten(why diag.Text) { fmt.Fprintf(t.w, "jianbao: %s\n", why.In(t.lang)) }

var orphanSay = diag.Say("数据文件已不在，输出仍保留：", "the data file is gone, its outputs are kept:")

// stateNames are the words for what became of districts.
var stateNames = map[string]diag.Text{
	string(report.Written):   diag.Say("写出", "written"),
	string(report.Unchanged): diag.Say("没有变化", "unchanged"),
	string(report.Held):      diag.Say("有问题未写", "held back by findings"),
	string(report.Failed):    diag.Say("程序出错", "failed"),
	"undone":                 diag.Say("没有做", "not done"),
}
