package main

import (
	"io"
	"os"
	"time"

	"jianbao/report"
	"jianbao/report/metrics"
)

// writeMetrics writes what a build came to. When a run last succeeded is carried
// over from the file as it was.
func writeMetrics(path string, outcome *report.Outcome, status int, begun, ended time.Time) error {
	r := metrics.Run{
		Version: version(), Status: status, Seconds: ended.Sub(begun).Seconds(), Ended: seconds(ended), Orphans: len(outcome.Orphans),
	}
	for _, c := range states(outcome) {
		r.Districts = append(r.Districts, metrics.Count{Name: c.name, N: c.n})
	}
	sum := outcome.Run().Summary()
	r.Errors, r.Warnings = sum.Errors, sum.Warnings
	for _, d := range outcome.Districts {
		r.Bytes += d.Bytes
	}
	if status == statusOK {
		r.Succeeded = r.Ended
	} else if before, err := os.ReadFile(path); err == nil {
		r.Succeeded = metrics.Succeeded(before)
	}
	return report.WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(metrics.Text(r))
		return err
	})
}

func seconds(t time.Time) float64 { return float64(t.UnixMilli()) / 1e3 }

// stateCount is how many districts a run did something with.
type stateCount struct {
	name string
	n    int
}

// states counts the districts of a build by what became of them, in the order in
// which they are told.
func states(outcome *report.Outcome) []stateCount {
	by := map[report.State]int{}
	for _, d := range outcome.Districts {
		by[d.State]++
	}
	var all []stateCount
	for _, s := range []report.State{report.Written, report.Unchanged, report.Held, report.Failed} {
		all = append(all, stateCount{string(s), by[s]})
	}
	return append(all, stateCount{"undone", outcome.Undone})
}
