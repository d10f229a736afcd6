// Package report runs the stages for one district and for many: load, check,
// compose, and the two outputs, written whole or not at all.
//
// It decides what is run and where files go. What a figure, a check or a page
// is, it leaves to the packages below; clock, environment and exit status to
// the command above.
package report

import (
	"io"
	"io/fs"
	"os"
	"runtime/debug"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/load"
	"jianbao/report/manifest"
	"jianbao/report/outfolder"
)

// FailOn is the severity from which findings fail a run.
type FailOn int

// What fails a run.
const (
	FailOnError FailOn = iota
	FailOnWarning
	FailNever
)

// ParseFailOn reads error, warning or never.
func ParseFailOn(s string) (FailOn, bool) {
	switch s {
	case "error":
		return FailOnError, true
	case "warning":
		return FailOnWarning, true
	case "never":
		return FailNever, true
	}
	return 0, false
}

// String is what ParseFailOn reads.
func (f FailOn) String() string {
	return [...]string{"error", "warning", "never"}[f]
}

// Fails reports whether what was found in a file fails the run.
func (f FailOn) Fails(file *diag.File) bool {
	switch f {
	case FailOnError:
		return file.Has(diag.Error)
	case FailOnWarning:
		return file.Has(diag.Warning)
	}
	return false
}

// Outcome is what a run found and wrote, district by district in the order in
// which they were given.
type Outcome struct {
	Districts []District

	Orphans   []string // outputs whose data file is gone; they are left where they are
	Recovered int      // districts that an interrupted run had made and this one put in place
	Undone    int      // districts not worked on, since the run was stopped

	folder  *outfolder.Folder  // of a build, until Close
	scratch scratch            // likewise
	lines   map[lineKey]string // of findings that are not shelved; made when first asked for
	atHand  map[lineKey]string // of the findings last read from a shelf
}

// Close lets go of the output folder of a build and of the scratch file; what was
// found may be read from them until then.
func (o *Outcome) Close() error {
	o.scratch.close()
	if o.folder == nil {
		return nil
	}
	return o.folder.Close()
}

// State is what a run did with a district.
type State string

// The states of districts after a build.
const (
	Written   State = "written"
	Unchanged State = "unchanged" // nothing has changed since it was written
	Held      State = "held"      // findings held the outputs back
	Failed    State = "failed"    // the tool failed
)

// District is the outcome for one data file. It holds no dataset, so that
// memory stays flat over many districts.
type District struct {
	Found   diag.File
	State   State // of a build
	Written []string
	Bytes   int64 // of what was written
	Fault   bool  // the tool failed: a fault of its own, or an output that cannot be written

	lines []manifest.Line

	shelf  manifest.Telling // its findings; zero if they are in Found
	prefix string           // of files that the shelf names
	listed stretch          // of the scratch file
}

type lineKey struct {
	file string
	line int
}

// Run gives the findings of all districts.
func (o *Outcome) Run() *diag.Run {
	r := &diag.Run{Shelved: o.shelved}
	for _, d := range o.Districts {
		r.Files = append(r.Files, d.Found)
	}
	return r
}

// Line is a source line that a finding points to.
func (o *Outcome) Line(file string, n int) (string, bool) {
	if o.lines == nil {
		o.lines = map[lineKey]string{}
		for _, d := range o.Districts {
			for _, l := range d.lines {
				o.lines[lineKey{l.File, l.Number}] = l.Text
			}
		}
	}
	key := lineKey{file, n}
	if s, ok := o.atHand[key]; ok {
		return s, ok
	}
	s, ok := o.lines[key]
	return s, ok
}

// Written are the files written, in order.
func (o *Outcome) Written() []string {
	var all []string
	for _, d := range o.Districts {
		all = append(all, d.Written...)
	}
	return all
}

// Check reads and checks data files; stdin is what a file named "-" means. The
// checks are only counted unless they are to be listed, for the formats that show
// every one.
func Check(data []string, stdin io.Reader, listChecks bool) *Outcome {
	o := &Outcome{}
	gaps := 0 // no more are kept than are told: each holds on to the text of its file
	for _, in := range find(data) {
		d := guarded(in, func(d *District) {
			if data, result := judge(d, in, stdin, listChecks); data != nil {
				d.texts(data, result, nil)
				d.form(data, result, false)
			}
			if gaps >= diag.GapsOfARun {
				d.Found.Gaps = nil
			}
			gaps += len(d.Found.Gaps)
		})
		d.putAway(&o.scratch)
		o.Districts = append(o.Districts, d)
	}
	return o
}

// guarded runs the stages for one district. A panic in them is a fault of ours:
// it becomes a finding that says so, and costs no other district anything.
func guarded(in input, stages func(*District)) (d District) {
	d.Found.Name = in.path
	defer func() {
		if fault := recover(); fault != nil {
			d.fault(in, diag.Say(
				"程序自身出错（%v），与您的数据无关；请连同数据文件报告以下内容：\n%s",
				"a fault of the program's own (%v), not of your data; please report what follows with the data file:\n%s",
				fault, debug.Stack()))
		}
	}()
	if in.problem != nil {
		d.Found.Findings = []diag.Finding{*in.problem}
		d.Found.Unreadable = true
		return d
	}
	stages(&d)
	return d
}

func (d *District) fault(in input, say diag.Text) { d.faultOf(in, diag.InternalFault, say) }

// faultOf records that the district could not be finished for no fault of its
// data.
func (d *District) faultOf(in input, code diag.Code, say diag.Text) {
	d.Fault = true
	d.Found.Findings = append(d.Found.Findings, *unusable(in.path, code, say))
}

// judge loads and checks one data file, and lists the checks and what they derive
// or only counts them. It gives nil if the file could not be understood.
func judge(d *District, in input, stdin io.Reader, list bool) (*dataset.Dataset, check.Result) {
	data, inputs, findings := read(in, stdin)
	if data == nil {
		d.Found.Unreadable = true
		d.add(inputs, findings)
		return nil, check.Result{}
	}
	result := check.Check(data)
	d.Found.Exceptions = len(result.Exceptions)
	d.Found.Gaps = result.Gaps(diag.MostGaps)
	if list {
		d.Found.Checks = result.Checks()
		for _, derived := range result.Derived {
			d.Found.Derived = append(d.Found.Derived, derived.Report())
		}
	} else {
		for _, verdict := range result.Judged.Verdicts() {
			d.Found.Tally.AddCheck(verdict)
		}
	}
	d.add(inputs, append(findings, result.Findings...))
	return data, result
}

// read loads a data file; of one that cannot be understood it gives the text
// all the same, so that findings can show it.
func read(in input, stdin io.Reader) (*dataset.Dataset, []dataset.Input, []diag.Finding) {
	// One byte more than load accepts, so that load sees what is too long.
	limit := load.DefaultLimits().YAMLBytes + 1
	if in.path != "-" {
		data, findings := load.File(in.path, load.Options{Judge: judgeMember})
		if data != nil {
			return data, data.Inputs, findings
		}
		return nil, textOf(in.path, limit), findings
	}
	text, err := io.ReadAll(io.LimitReader(stdin, limit))
	if err != nil {
		return nil, nil, []diag.Finding{*unusable(in.path, diag.BadPath, diag.Say("标准输入读不了：%s", "standard input cannot be read: %s", err.Error()))}
	}
	var beside fs.FS // where the CSV files of standard input are looked for
	if root, err := os.OpenRoot("."); err == nil {
		defer root.Close()
		beside = root.FS()
	}
	data, findings := load.Bytes(in.path, text, beside, load.Options{Judge: judgeMember})
	if data != nil {
		return data, data.Inputs, findings
	}
	return nil, []dataset.Input{{Name: in.path, Text: string(text)}}, findings
}

// textOf is as much of a file as can be read.
func textOf(path string, limit int64) []dataset.Input {
	text, err := frontOf(path, limit)
	if err != nil && text == nil {
		return nil
	}
	return []dataset.Input{{Name: path, Text: string(text)}}
}

// frontOf is a file, or its first limit bytes if it is longer.
func frontOf(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit))
}

// add puts findings in order and keeps the source lines they point to.
func (d *District) add(inputs []dataset.Input, findings []diag.Finding) {
	d.Found.Findings = append(d.Found.Findings, findings...)
	diag.Sort(d.Found.Name, d.Found.Findings)
	d.lines = sourceLines(inputs, d.Found.Findings)
}
