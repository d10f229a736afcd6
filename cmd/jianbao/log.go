package main

import (
	"context"
	"io"
	"log/slog"
	"strings"
	"time"

	"jianbao/report"
	"jianbao/report/diag"
)

// logTeller writes a structured log: a line for each district when it is done, and
// one for the run. Keys and states are fixed words for programs; messages are in
// the reader's language.
type logTeller struct {
	log   *slog.Logger
	lang  diag.Lang
	begun map[string]time.Time     // districts in work, by name
	took  map[string]time.Duration // districts that wait for their place
}

func newLog(w io.Writer, asJSON bool, lang diag.Lang) *logTeller {
	var h slog.Handler = slog.NewTextHandler(w, nil)
	if asJSON {
		h = slog.NewJSONHandler(w, nil)
	}
	return &logTeller{log: slog.New(h), lang: lang, begun: map[string]time.Time{}, took: map[string]time.Duration{}}
}

func (t *logTeller) Listed(districts int) {
	t.log.Info(diag.Say("开始", "begun").In(t.lang), "districts", districts)
}

func (t *logTeller) Started(name string) { t.begun[name] = time.Now() }

func (t *logTeller) Made(name string) {
	t.took[name] = time.Since(t.begun[name])
	delete(t.begun, name)
}

func (t *logTeller) Finished(d *report.District) {
	took := t.took[d.Found.Name]
	delete(t.took, d.Found.Name)
	level, message := slog.LevelInfo, diag.Say("没有变化", "unchanged")
	switch d.State {
	case report.Written:
		message = diag.Say("已写出 %s", "wrote %s", strings.Join(d.Written, " "))
	case report.Held:
		level, message = slog.LevelWarn, diag.Say("有问题，未写", "held back by findings")
	case report.Failed:
		level, message = slog.LevelError, diag.Say("程序出错", "failed")
	}
	total := d.Found.Total()
	t.log.Log(context.Background(), level, message.In(t.lang), "data", d.Found.Name, "state", string(d.State),
		"errors", total.Errors, "warnings", total.Warnings, "seconds", took.Seconds())
}

func (t *logTeller) unwritten(why diag.Text) { t.log.Error(why.In(t.lang)) }

func (t *logTeller) noted(what diag.Text) { t.log.Warn(what.In(t.lang)) }

func (t *logTeller) stopping() { t.log.Warn(stoppingSay.In(t.lang)) }

func (t *logTeller) ended(outcome *report.Outcome, took time.Duration) {
	if outcome.Recovered > 0 {
		t.log.Warn(diag.Say("上次运行中断，已补完", "an interrupted run was finished").In(t.lang), "districts", outcome.Recovered)
	}
	for _, name := range outcome.Orphans {
		t.log.Warn(diag.Say("数据文件已不在，输出仍保留", "the data file is gone, its outputs are kept").In(t.lang), "output", name)
	}
	attributes := []any{}
	for _, c := range states(outcome) {
		attributes = append(attributes, c.name, c.n)
	}
	t.log.Info(diag.Say("结束", "ended").In(t.lang), append(attributes, "seconds", took.Seconds())...)
}
