package report

import (
	"context"
	"path/filepath"
	"sync"

	"jianbao/report/diag"
	"jianbao/report/manifest"
	"jianbao/report/outfolder"
)

// batch is one run over many districts into one folder.
type batch struct {
	opt      Options
	folder   *outfolder.Folder
	settings manifest.Settings
	maker    maker

	mu      sync.Mutex // for what follows, and the watcher
	records *manifest.Manifest
}

// maker makes a district's outputs, aside.
type maker interface {
	make(job) product
	close()
}

// job is a district to be made.
type job struct {
	Path   string `json:"path"`
	Output string `json:"output"` // path of the outputs without their endings

	// CheckOnly asks for the checks alone.
	CheckOnly bool `json:"check_only,omitzero"`
}

// product is what came of a job.
type product struct {
	Found  diag.File          `json:"found"`
	Lines  []manifest.Line    `json:"lines,omitzero"`
	Fault  bool               `json:"fault,omitzero"`
	Inputs []manifest.File    `json:"inputs,omitzero"`
	Below  string             `json:"below,omitzero"` // as in manifest.District
	Staged []outfolder.Staged `json:"staged,omitzero"`
}

// run works on all districts, as many at once as wanted. Each that is made waits
// for the disk while the next is in work: there are two on every line, and no more.
func (b *batch) run(stop context.Context, inputs []input) *Outcome {
	o := &Outcome{Districts: make([]District, len(inputs))}
	b.watched(func(w Watcher) { w.Listed(len(inputs)) })
	next := make(chan int)
	var lines sync.WaitGroup
	for range min(b.opt.Jobs, len(inputs)) {
		made := make(chan func())
		lines.Go(func() {
			defer close(made)
			for i := range next {
				made <- b.district(inputs[i], &o.Districts[i])
			}
		})
		lines.Go(func() {
			for settle := range made {
				settle()
			}
		})
	}
	done := 0
	for done < len(inputs) && stop.Err() == nil {
		select {
		case next <- done:
			done++
		case <-stop.Done():
		}
	}
	close(next)
	lines.Wait()
	o.Undone = len(inputs) - done
	o.Districts = o.Districts[:done]
	return o
}

func (b *batch) watched(tell func(Watcher)) {
	if b.opt.Watch == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	tell(b.opt.Watch)
}

// district makes one district, or finds that it need not be made, and gives what is
// left to do: to put it in place.
func (b *batch) district(in input, d *District) (settle func()) {
	b.watched(func(w Watcher) { w.Started(in.path) })
	finished := func() { b.watched(func(w Watcher) { w.Finished(d) }) }
	if in.problem != nil {
		*d = District{Found: diag.File{Name: in.path, Unreadable: true}, State: Held}
		d.add(nil, []diag.Finding{*in.problem})
		return finished
	}
	j := job{Path: in.path, Output: in.output}
	if b.opt.Draft {
		j.Output += ".draft"
	}
	before, known := b.record(j.Output)
	if known && b.unchanged(in, before) {
		*d = b.again(in, before, j)
		return finished
	}
	p := b.maker.make(j)
	return func() {
		*d = b.settle(in, j, before, p)
		finished()
	}
}

// settle puts what came of a job in place, and records it in the place of the
// record before.
func (b *batch) settle(in input, j job, before manifest.District, p product) District {
	d := District{Found: p.Found, Fault: p.Fault, State: Written, lines: p.Lines}
	if len(p.Staged) > 0 {
		b.commit(in, &d, manifest.District{
			Output: j.Output, Source: in.source, State: manifest.Current, Settings: b.settings.Key(), Inputs: p.Inputs, Below: p.Below,
		}, p.Staged)
	}
	if d.Fault {
		d.State = Failed
	} else if len(p.Staged) == 0 {
		d.State = Held
	}
	if d.State != Written {
		// The record goes on saying what the outputs that stand there are made of.
		before.Output, before.Source = j.Output, in.source
		b.setBack(in, &d, before, p.Inputs)
	}
	return d
}

// again is the outcome of a district that is skipped.
func (b *batch) again(in input, before manifest.District, j job) District {
	told := before.Told
	d := District{
		State: Unchanged, shelf: told.Findings, prefix: prefixOf(in.path),
		Found: diag.File{Name: in.path, Exceptions: told.Exceptions, Tally: diag.Tally{
			Consistent: told.Checks.Consistent, Inconsistent: told.Checks.Inconsistent, Unchecked: told.Checks.Unchecked,
			Errors: before.Errors, Warnings: before.Warnings,
		}},
	}
	if b.opt.ListChecks {
		j.CheckOnly = true
		p := b.maker.make(j)
		d.Found.Checks, d.Found.Derived = p.Found.Checks, p.Found.Derived
		d.Found.Tally = diag.Tally{Errors: before.Errors, Warnings: before.Warnings}
	}
	return d
}

// commit puts a district's outputs in place and records them.
func (b *batch) commit(in input, d *District, record manifest.District, staged []outfolder.Staged) {
	kept := b.shelve(in, d, record.Inputs)
	total := d.Found.Total()
	record.Errors, record.Warnings = total.Errors, total.Warnings
	if kept {
		record.Told = &manifest.Told{
			Checks:     manifest.Checks{Consistent: total.Consistent, Inconsistent: total.Inconsistent, Unchecked: total.Unchecked},
			Exceptions: d.Found.Exceptions, Findings: d.shelf,
		}
	}
	if err := b.folder.Commit(record, b.settings, staged); err != nil {
		d.faultOf(in, diag.OutputFault, Unwritable(err))
		return
	}
	for _, s := range staged {
		record.Outputs = append(record.Outputs, s.File)
		d.Written = append(d.Written, filepath.Join(b.opt.Out, filepath.FromSlash(s.File.Path)))
		d.Bytes += s.File.Size
	}
	b.keep(record)
}

// setBack records that a district was not written this time.
func (b *batch) setBack(in input, d *District, record manifest.District, inputs []manifest.File) {
	if d.shelf.Path == "" { // else it failed after it was shelved
		b.shelve(in, d, inputs)
	}
	record.State, record.Told = manifest.Held, nil
	if d.State == Failed {
		record.State = manifest.Failed
	}
	total := d.Found.Total()
	record.Errors, record.Warnings = total.Errors, total.Warnings
	b.keep(record)
}

func (b *batch) record(output string) (manifest.District, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.records.District(output)
}

func (b *batch) keep(d manifest.District) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.records.Put(d, b.settings)
}
