package report

import (
	"path/filepath"
	"time"

	"jianbao/report/diag"
	"jianbao/report/manifest"
	"jianbao/report/outfolder"
)

// pending is a district that is done but for its outputs' places.
type pending struct {
	in     input
	d      *District
	change outfolder.Change // without Staged, if there is nothing to put in place
}

// Districts are put in place in groups, since the disk takes not much longer for
// many than for one.
const (
	groupSize  = 16                     // districts at most, so that memory stays flat
	groupWaits = 100 * time.Millisecond // at most for others, once there is one
)

// settle puts districts in place as they come, and tells of them in this order.
func (b *batch) settle(made <-chan pending) {
	for group := nextGroup(made); len(group) > 0; group = nextGroup(made) {
		b.commit(group)
		for _, p := range group {
			b.watched(func(w Watcher) { w.Finished(p.d) })
		}
	}
}

// nextGroup waits for a district. With one that has outputs others are awaited.
func nextGroup(made <-chan pending) []pending {
	var group []pending
	var late <-chan time.Time
	for len(group) < groupSize {
		select {
		case p, more := <-made:
			if !more {
				return group
			}
			group = append(group, p)
			if late == nil && len(p.change.Staged) == 0 {
				return group
			} else if late == nil {
				late = time.After(groupWaits)
			}
		case <-late:
			return group
		}
	}
	return group
}

// commit puts the outputs of a group in place and records them.
func (b *batch) commit(group []pending) {
	var changes []outfolder.Change
	for _, p := range group {
		if len(p.change.Staged) > 0 {
			changes = append(changes, p.change)
		}
	}
	errs := b.folder.Commit(changes)
	for _, p := range group {
		if len(p.change.Staged) == 0 {
			continue
		}
		err := errs[0]
		errs = errs[1:]
		if err != nil {
			p.d.State = Failed
			p.d.faultOf(p.in, diag.OutputFault, Unwritable(err))
			b.setBack(p.in, p.d, p.change.District.Output)
			continue
		}
		p.d.State = Written
		record := p.change.District
		for _, s := range p.change.Staged {
			record.Outputs = append(record.Outputs, s.File)
			p.d.Written = append(p.d.Written, filepath.Join(b.opt.Out, filepath.FromSlash(s.File.Path)))
			p.d.Bytes += s.File.Size
		}
		b.keep(record)
	}
}

// setBack records that a district was not written this time. The record goes on
// saying what the outputs that stand there are made of.
func (b *batch) setBack(in input, d *District, output string) {
	record, _ := b.record(output)
	record.Output, record.Source = output, in.source
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
