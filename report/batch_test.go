package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/report"
)

// watching notes how a build goes on.
type watching struct {
	begun, made, finished []string
	mostInWork            int      // districts that were begun and not made
	mostWaiting           int      // districts that were made and not finished
	absent                []string // outputs that did not stand there when they were told
}

func (w *watching) Listed(int) {}

func (w *watching) Started(name string) {
	w.begun = append(w.begun, filepath.Base(name))
	w.mostInWork = max(w.mostInWork, len(w.begun)-len(w.made))
}

func (w *watching) Made(name string) {
	w.made = append(w.made, filepath.Base(name))
	w.mostWaiting = max(w.mostWaiting, len(w.made)-len(w.finished))
}

func (w *watching) Finished(d *report.District) {
	w.finished = append(w.finished, filepath.Base(d.Found.Name)+" "+string(d.State))
	for _, name := range d.Written {
		if _, err := os.Stat(name); err != nil {
			w.absent = append(w.absent, name)
		}
	}
}

// TestDistrictsAreToldInOrderWhenTheyStand builds sound districts and one that is
// held back. Some may wait for others, to be put in place together, while the next
// are made; they are told first all the same, and once their outputs are in place.
func TestDistrictsAreToldInOrderWhenTheyStand(t *testing.T) {
	data := t.TempDir()
	var names, told []string
	for n := range 40 {
		title, state := "标题", report.Written
		if n == 4 {
			title, state = "", report.Held
		}
		name := fmt.Sprintf("d%02d.yaml", n)
		text := "version: 1\ndistrict: {name: 甲区}\ntitle: " + title + "\nperiod: 2021\npublished: 2022-01-31\nsections:\n  - id: s\n    title: 节\n    indicators:\n      - {id: a, name: 甲, value: 1亿元}\n"
		if err := os.WriteFile(filepath.Join(data, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		names, told = append(names, name), append(told, name+" "+string(state))
	}
	for _, jobs := range []int{1, 3} {
		w := &watching{}
		o := report.Build(t.Context(), []string{data}, strings.NewReader(""), report.Options{Out: t.TempDir(), Jobs: jobs, Watch: w})
		if err := o.Close(); err != nil {
			t.Fatal(err)
		}
		if jobs > 1 {
			slices.Sort(w.begun)
			slices.Sort(w.finished)
		}
		if !slices.Equal(w.begun, names) || !slices.Equal(w.finished, told) {
			t.Errorf("%d jobs: begun were %v, finished %v", jobs, w.begun, w.finished)
		}
		const group = 16
		if w.mostInWork > jobs || w.mostWaiting > group+2*jobs {
			t.Errorf("%d jobs: %d were in work at once, %d waited", jobs, w.mostInWork, w.mostWaiting)
		}
		if len(w.absent) > 0 {
			t.Errorf("%d jobs: told before they stood there: %v", jobs, w.absent)
		}
	}
}
