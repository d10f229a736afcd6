package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"jianbao/report"
	"jianbao/report/diag"
)

func aRun() (*report.Outcome, []report.District) {
	districts := []report.District{
		{Found: diag.File{Name: "a.yaml"}, State: report.Written, Written: []string{"out/a.xlsx", "out/a.pdf"}},
		{Found: diag.File{Name: "b.yaml", Tally: diag.Tally{Errors: 2, Warnings: 1}}, State: report.Held},
		{Found: diag.File{Name: "c.yaml"}, State: report.Unchanged},
		{Found: diag.File{Name: "d.yaml", Tally: diag.Tally{Errors: 1}}, State: report.Failed},
	}
	return &report.Outcome{Districts: districts, Orphans: []string{"gone.pdf"}, Recovered: 1, Undone: 1}, districts
}

// follow tells of a run; each district takes some time.
func follow(t teller, each time.Duration) {
	outcome, districts := aRun()
	t.Listed(5)
	for i := range districts {
		t.Started(districts[i].Found.Name)
		time.Sleep(each)
		t.Finished(&districts[i])
	}
	t.stopping()
	t.ended(outcome, 1500*time.Millisecond)
}

func TestTerminalShowsCountFailuresAndSum(t *testing.T) {
	var b bytes.Buffer
	follow(&terminal{w: &b, lang: diag.ZH}, 110*time.Millisecond) // longer than the bar waits before it is drawn anew
	for _, want := range []string{"各地区（未通过 2）", "(3/5, ", "写出 1，没有变化 1，有问题未写 1，程序出错 1，没有做 1；用时 1.5s", "gone.pdf", "再来一次立即停止"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in %q", want, b.String())
		}
	}
}

// TestLogHasALineForEachDistrict reads the log in JSON: what a collector sees.
func TestLogHasALineForEachDistrict(t *testing.T) {
	var b bytes.Buffer
	follow(newLog(&b, true, diag.EN), 0)
	type line struct {
		Level, Msg, Data, State string
		Errors, Warnings        int
		Written, Held, Undone   int
	}
	var districts []line
	var last line
	for _, text := range strings.Split(strings.TrimSpace(b.String()), "\n") {
		last = line{}
		if err := json.Unmarshal([]byte(text), &last); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if last.Data != "" {
			districts = append(districts, last)
		}
	}
	if len(districts) != 4 || districts[0].Msg != "wrote out/a.xlsx out/a.pdf" ||
		districts[1] != (line{Level: "WARN", Msg: "held back by findings", Data: "b.yaml", State: "held", Errors: 2, Warnings: 1}) ||
		districts[3].Level != "ERROR" {
		t.Errorf("%+v", districts)
	}
	if last != (line{Level: "INFO", Msg: "ended", Written: 1, Held: 1, Undone: 1}) {
		t.Errorf("the last line is %+v", last)
	}
}
