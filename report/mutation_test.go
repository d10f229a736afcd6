package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/load"
	"jianbao/report/relation"
)

// The worked example is damaged in one figure at a time, by every slip that can
// happen to it. Of the damages that rounding does not hide every one must be
// found, and in at least this share of them the damaged figure must be among the
// first suspects.
const (
	leastNamed    = 0.90
	firstSuspects = 3
)

// target is a figure to be damaged: the digits of its number, where they stand.
type target struct {
	ref    dataset.Ref
	file   string
	line   int
	column int // of the first digit, in characters from 0
	digits string
}

// slips are ways of writing a number wrongly: what may be written for the
// digits, none if the slip cannot happen to them. Where it could happen in
// several places, one is taken, another one for each figure.
var slips = []struct {
	name string
	make func(digits string, nth int) []string
}{
	{"two digits swapped", func(digits string, nth int) []string {
		return one(nth, digits, func(i int) string {
			for j := i + 1; j < len(digits); j++ {
				if isDigit(digits[j]) {
					b := []byte(digits)
					b[i], b[j] = b[j], b[i]
					return string(b)
				}
			}
			return ""
		})
	}},
	{"a digit dropped", func(digits string, nth int) []string {
		return one(nth, digits, func(i int) string { return digits[:i] + digits[i+1:] })
	}},
	{"a digit doubled", func(digits string, nth int) []string {
		return one(nth, digits, func(i int) string { return digits[:i+1] + digits[i:] })
	}},
	{"a digit mistyped", func(digits string, nth int) []string {
		return one(nth, digits, func(i int) string {
			b := []byte(digits)
			b[i] = '0' + (b[i]-'0'+byte(1+nth%9))%10
			return string(b)
		})
	}},
	{"ten times", func(digits string, _ int) []string { return []string{shifted(digits, 1)} }},
	{"a tenth", func(digits string, _ int) []string { return []string{shifted(digits, -1)} }},
	{"亿 for 万", func(digits string, nth int) []string { return []string{shifted(digits, 4-8*(nth%2))} }},
	{"the sign", func(digits string, _ int) []string { return []string{"-" + digits} }},
}

// one is what a slip makes of a number at the nth place where it makes another
// number of it.
func one(nth int, digits string, make func(i int) string) []string {
	var all []string
	for i := range len(digits) {
		if !isDigit(digits[i]) {
			continue
		}
		if made := make(i); made != "" && made[0] != '.' && made != digits {
			all = append(all, made)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all[nth%len(all):][:1]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// shifted moves the point of a number.
func shifted(digits string, by int) string {
	whole, fraction, _ := strings.Cut(digits, ".")
	for ; by > 0; by-- {
		next := "0"
		if fraction != "" {
			next, fraction = fraction[:1], fraction[1:]
		}
		whole += next
	}
	for ; by < 0; by++ {
		if whole == "" {
			whole = "0"
		}
		whole, fraction = whole[:len(whole)-1], whole[len(whole)-1:]+fraction
	}
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// example is the files of the worked example.
type example struct {
	name  string
	files map[string][]string // the lines of each
}

func readExample(t *testing.T) example {
	t.Helper()
	dir := filepath.Join("..", "testdata", "gangcheng")
	e := example{name: "gangcheng-2021.yaml", files: map[string][]string{}}
	for _, name := range []string{e.name, "key_projects.csv", "transport_projects.csv"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		e.files[name] = strings.Split(string(text), "\n")
	}
	return e
}

// with checks the example with other digits for those of a target; a nil target
// leaves it as it is. d is nil if the loader finds fault with it.
func (e example) with(at *target, digits string) (d *dataset.Dataset, result check.Result) {
	disk := fstest.MapFS{}
	for name, lines := range e.files {
		if at != nil && name == at.file {
			lines = slices.Clone(lines)
			line := []rune(lines[at.line-1])
			lines[at.line-1] = string(line[:at.column]) + digits + string(line[at.column+len(at.digits):])
		}
		disk[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
	}
	d, findings := load.Bytes(e.name, disk[e.name].Data, disk, load.Options{})
	if len(findings) > 0 {
		return nil, check.Result{Findings: findings}
	}
	return d, check.Check(d)
}

// targets are the given figures that take part in relations that hold.
func (e example) targets(t *testing.T) []target {
	t.Helper()
	d, result := e.with(nil, "")
	if d == nil || len(result.Findings) > 0 {
		t.Fatalf("the example has findings: %v", result.Findings)
	}
	bound := map[dataset.Ref]bool{}
	columns := map[*dataset.Column]bool{}
	note := func(t relation.Term) {
		relation.Walk(t, func(t relation.Term) {
			switch t := t.(type) {
			case relation.Figure:
				bound[t.Ref] = true
			case relation.Cell:
				columns[t.Column] = true
			case relation.Aggregate:
				columns[t.Column] = columns[t.Column] || t.Func != relation.Count
			}
		})
	}
	for _, j := range result.Judged.All() {
		if j.Verdict != diag.Consistent {
			continue
		}
		for _, c := range relation.Comparisons(j.Relation.Claim) {
			note(c.X)
			note(c.Y)
		}
	}
	var all []target
	add := func(ref dataset.Ref, f figure.Figure, p diag.Place) {
		if at, ok := e.target(ref, p); ok && f.Absent == figure.Present {
			all = append(all, at)
		}
	}
	for _, i := range d.Indicators() {
		for _, o := range i.Observations {
			if bound[o.Ref()] {
				add(o.Ref(), o.Figure, o.Place)
			}
		}
	}
	for _, table := range d.Tables() {
		for _, total := range table.Totals {
			if total.Count != nil {
				add(table.TotalRef(total, nil), total.Count.Figure, total.Count.Place)
			}
			for _, v := range total.Values {
				add(table.TotalRef(total, v.Column), v.Figure, v.Place)
			}
		}
		for n, column := range table.Columns {
			for row := range table.Rows() {
				if columns[column] {
					add(table.CellRef(row, column), row.Figure(n), row.Place(n))
				}
			}
		}
	}
	return all
}

// target is where the number of a figure stands; ok is false if none is written
// there, but is made of names.
func (e example) target(ref dataset.Ref, p diag.Place) (at target, ok bool) {
	line := []rune(e.files[p.File][p.Line-1])
	start := p.Column - 1
	for start < len(line) && !(line[start] < 128 && isDigit(byte(line[start]))) {
		start++
	}
	end := start
	for end < len(line) && line[end] < 128 && (isDigit(byte(line[end])) || line[end] == '.') {
		end++
	}
	return target{ref: ref, file: p.File, line: p.Line, column: start, digits: string(line[start:end])}, start < end
}

// outcome is what became of the damages of one slip.
type outcome struct{ made, hidden, missed, named, unnamed int }

func TestEveryDamageIsFoundAndItsFigureNamed(t *testing.T) {
	e := readExample(t)
	targets := e.targets(t)
	outcomes := make([]outcome, len(slips))
	var mutex sync.Mutex
	var group sync.WaitGroup
	work := make(chan int)
	for range 2 {
		group.Add(1)
		go func() {
			defer group.Done()
			for nth := range work {
				at := targets[nth]
				for n, slip := range slips {
					for _, digits := range slip.make(at.digits, nth) {
						got, note := e.damage(at, digits)
						mutex.Lock()
						outcomes[n].add(got)
						if note != "" && testing.Verbose() {
							t.Logf("%s: %s", slip.name, note)
						}
						mutex.Unlock()
					}
				}
			}
		}()
	}
	step := 1
	if testing.Short() {
		step = 8
	}
	for nth := 0; nth < len(targets); nth += step {
		work <- nth
	}
	close(work)
	group.Wait()
	var all outcome
	for n, o := range outcomes {
		t.Logf("%-20s %s", slips[n].name, o)
		all.add(o)
	}
	t.Logf("%d figures: %s", len(targets), all)
	if all.missed > 0 {
		t.Errorf("%d damages were not found", all.missed)
	}
	if found := all.named + all.unnamed; float64(all.named) < leastNamed*float64(found) {
		t.Errorf("the damaged figure is among the first %d suspects in %d of %d damages", firstSuspects, all.named, found)
	}
}

// damage judges one damage.
func (e example) damage(at target, digits string) (o outcome, note string) {
	o.made = 1
	_, result := e.with(&at, digits)
	if len(result.Findings) == 0 {
		o.hidden = 1
		for _, verdict := range result.Judged.Verdicts() {
			if verdict == diag.Inconsistent {
				o.hidden, o.missed = 0, 1
			}
		}
		return o, ""
	}
	var suspects []string
	for _, h := range result.Findings[0].Hints {
		if h.Figure != "" && !slices.Contains(suspects, h.Figure) {
			suspects = append(suspects, h.Figure)
		}
	}
	if first := result.Findings[0].Place; len(suspects) == 0 && first.File == at.file && first.Line == at.line && first.Column == at.column+1 {
		suspects = append(suspects, string(at.ref)) // the loader points at it
	}
	if slices.Contains(suspects[:min(len(suspects), firstSuspects)], string(at.ref)) {
		o.named = 1
		return o, ""
	}
	o.unnamed = 1
	return o, fmt.Sprintf("%s %s → %s: %s suspects %v", at.ref, at.digits, digits, result.Findings[0].Check, suspects)
}

func (o *outcome) add(more outcome) {
	o.made += more.made
	o.hidden += more.hidden
	o.missed += more.missed
	o.named += more.named
	o.unnamed += more.unnamed
}

func (o outcome) String() string {
	found := o.named + o.unnamed
	rate := 100.0
	if found > 0 {
		rate = 100 * float64(o.named) / float64(found)
	}
	return fmt.Sprintf("%5d made, %4d within rounding, %d missed; of %5d found %5d named: %5.1f%%",
		o.made, o.hidden, o.missed, found, o.named, rate)
}
