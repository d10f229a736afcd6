package report

import (
	"context"
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

// run works on all districts, as many at once as wanted.
func (b *batch) run(stop context.Context, inputs []input) *Outcome {
	o := &Outcome{Districts: make([]District, len(inputs))}
	b.watched(func(w Watcher) { w.Listed(len(inputs)) })
	next, made := make(chan int), make(chan pending, b.opt.Jobs)
	var lines, settling sync.WaitGroup
	for range min(b.opt.Jobs, len(inputs)) {
		lines.Go(func() {
			for i := range next {
				p := b.district(inputs[i], &o.Districts[i])
				o.Districts[i].putAway(&o.scratch)
				b.watched(func(w Watcher) { w.Made(inputs[i].path) })
				made <- p
			}
		})
	}
	settling.Go(func() { b.settle(made) })
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
	close(made)
	settling.Wait()
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

// district makes one district, or finds that it need not be made.
func (b *batch) district(in input, d *District) pending {
	b.watched(func(w Watcher) { w.Started(in.path) })
	if in.problem != nil {
		*d = District{Found: diag.File{Name: in.path, Unreadable: true}, State: Held}
		d.add(nil, []diag.Finding{*in.problem})
		return pending{in: in, d: d}
	}
	j := job{Path: in.path, Output: in.output}
	if b.opt.Draft {
		j.Output += ".draft"
	}
	before, known := b.record(j.Output)
	if known && b.unchanged(in, before) {
		*d = b.again(in, before, j)
		return pending{in: in, d: d}
	}
	p := b.maker.make(j)
	*d = District{Found: p.Found, Fault: p.Fault, State: Held, lines: p.Lines}
	kept := b.shelve(in, d, p.Inputs)
	if len(p.Staged) == 0 {
		if d.Fault {
			d.State = Failed
		}
		b.setBack(in, d, j.Output)
		return pending{in: in, d: d}
	}
	record := manifest.District{
		Output: j.Output, Source: in.source, State: manifest.Current, Settings: b.settings.Key(), Inputs: p.Inputs, Below: p.Below,
	}
	total := d.Found.Total()
	record.Errors, record.Warnings = total.Errors, total.Warnings
	if kept {
		record.Told = &manifest.Told{
			Checks:     manifest.Checks{Consistent: total.Consistent, Inconsistent: total.Inconsistent, Unchecked: total.Unchecked},
			Exceptions: d.Found.Exceptions, Findings: d.shelf,
		}
	}
	return pending{in, d, outfolder.Change{District: record, Settings: b.settings, Staged: p.Staged}}
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
