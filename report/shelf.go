package report

import (
	"encoding/json"
	"slices"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/manifest"
)

// Findings and gaps of districts that are done go to a file in the output folder, so
// that memory stays flat, and are read again when reports are written. The same file
// tells later runs what was found in districts that they skip. What else is listed, and
// what a check without an output folder finds, goes to a scratch file.

// shelve puts a district's findings and gaps away; ok is false if they name other files
// than its inputs (a template's texts), which another run may find under another
// name. Then, and if they cannot be written, they stay where they are.
func (b *batch) shelve(in input, d *District, inputs []manifest.File) (ok bool) {
	if len(d.Found.Findings)+len(d.Found.Gaps) == 0 {
		return true
	}
	ok = true
	rename := func(name string) string {
		rest := strings.TrimPrefix(name, prefixOf(in.path))
		known := name == in.path || slices.ContainsFunc(inputs, func(f manifest.File) bool { return f.Path == rest })
		ok = ok && known
		return rest
	}
	shelf := manifest.Shelf{Findings: renamed(d.Found.Findings, rename), Gaps: renamedGaps(d.Found.Gaps, rename)}
	for _, l := range d.lines {
		shelf.Lines = append(shelf.Lines, manifest.Line{File: rename(l.File), Number: l.Number, Text: l.Text})
	}
	if !ok {
		return false
	}
	raw, err := json.Marshal(shelf)
	if err != nil {
		return false
	}
	told, err := b.folder.Tell(raw)
	if err != nil {
		return false
	}
	d.shelf, d.prefix, d.lines = told, prefixOf(in.path), nil
	d.Found.ShelveFindings()
	return true
}

// putAway puts all that a district still lists into the scratch file, if enough
// others list theirs in memory.
func (d *District) putAway(s *scratch) {
	f := &d.Found
	if len(f.Checks)+len(f.Derived)+len(f.Findings)+len(f.Gaps) == 0 || !s.isFull() {
		return
	}
	at, ok := s.put(listed{diag.Lists{Checks: f.Checks, Findings: f.Findings, Gaps: f.Gaps, Derived: f.Derived}, d.lines})
	if ok {
		f.ShelveChecks()
		f.ShelveFindings()
		d.listed, d.lines = at, nil
	}
}

// Findings are what was found in a district, by its index.
func (o *Outcome) Findings(district int) []diag.Finding {
	return slices.Concat(o.Districts[district].Found.Findings, o.shelved(district).Findings)
}

// shelved reads what was taken out of a district's lists, and keeps the lines that its
// findings point to at hand until those of the next are asked for.
func (o *Outcome) shelved(district int) diag.Lists {
	d := &o.Districts[district]
	o.atHand = map[lineKey]string{}
	shelf, err := o.told(d)
	if err != nil {
		return o.lost(d, err)
	}
	all := diag.Lists{Findings: shelf.Findings, Gaps: shelf.Gaps}
	if d.listed == (stretch{}) {
		return all
	}
	more, err := o.scratch.get(d.listed)
	if err != nil {
		return o.lost(d, err)
	}
	o.point(more.Lines)
	all.Checks, all.Derived = more.Checks, more.Derived
	all.Findings, all.Gaps = append(all.Findings, more.Findings...), append(all.Gaps, more.Gaps...)
	return all
}

// told is a district's shelf in the output folder, with the files named as they were
// given.
func (o *Outcome) told(d *District) (shelf manifest.Shelf, err error) {
	if d.shelf.IsZero() {
		return manifest.Shelf{}, nil
	}
	raw, err := o.folder.Told(d.shelf)
	if err == nil {
		err = json.Unmarshal(raw, &shelf)
	}
	if err != nil {
		return manifest.Shelf{}, err
	}
	rename := func(name string) string { return d.prefix + name }
	for i := range shelf.Lines {
		shelf.Lines[i].File = rename(shelf.Lines[i].File)
	}
	o.point(shelf.Lines)
	return manifest.Shelf{Findings: renamed(shelf.Findings, rename), Gaps: renamedGaps(shelf.Gaps, rename)}, nil
}

func (o *Outcome) point(lines []manifest.Line) {
	for _, l := range lines {
		o.atHand[lineKey{l.File, l.Number}] = l.Text
	}
}

// lost says that what a district listed cannot be read again.
func (o *Outcome) lost(d *District, err error) diag.Lists {
	return diag.Lists{Findings: []diag.Finding{*unusable(d.Found.Name, diag.InternalFault, diag.Say(
		"找到的问题暂存在文件里，现在读不了：%s", "what was found was kept in a file for the time, and cannot be read: %s", plainError(err)))}}
}

// needed are the findings of the run that are not at hand.
func (o *Outcome) needed() []manifest.Telling {
	var all []manifest.Telling
	for _, d := range o.Districts {
		all = append(all, d.shelf)
	}
	return all
}

// renamed are findings with the files they name renamed.
func renamed(findings []diag.Finding, rename func(string) string) []diag.Finding {
	all := make([]diag.Finding, 0, len(findings))
	for _, f := range findings {
		f.Place.File = rename(f.Place.File)
		var related []diag.Related
		for _, r := range f.Related {
			r.Place.File = rename(r.Place.File)
			related = append(related, r)
		}
		f.Related = related
		all = append(all, f)
	}
	return all
}

func renamedGaps(gaps []diag.Gap, rename func(string) string) []diag.Gap {
	var all []diag.Gap
	for _, g := range gaps {
		g.Place.File = rename(g.Place.File)
		all = append(all, g)
	}
	return all
}
