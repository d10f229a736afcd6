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
// tells later runs what was found in districts that they skip.

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
	d.Found.Shelve()
	return true
}

// Findings are what was found in a district, by its index.
func (o *Outcome) Findings(district int) []diag.Finding {
	shelved, _ := o.shelved(district)
	return slices.Concat(o.Districts[district].Found.Findings, shelved)
}

// shelved reads a district's findings and gaps, and keeps the findings' lines at
// hand until those of the next are asked for.
func (o *Outcome) shelved(district int) ([]diag.Finding, []diag.Gap) {
	d := &o.Districts[district]
	if d.shelf.IsZero() {
		return nil, nil
	}
	var shelf manifest.Shelf
	raw, err := o.folder.Told(d.shelf)
	if err == nil {
		err = json.Unmarshal(raw, &shelf)
	}
	if err != nil {
		return []diag.Finding{*unusable(d.Found.Name, diag.InternalFault, diag.Say(
			"找到的问题存在输出文件夹里，现在读不了：%s", "what was found was kept in the output folder, and cannot be read: %s", plainError(err)))}, nil
	}
	rename := func(name string) string { return d.prefix + name }
	o.atHand = map[lineKey]string{}
	for _, l := range shelf.Lines {
		o.atHand[lineKey{rename(l.File), l.Number}] = l.Text
	}
	return renamed(shelf.Findings, rename), renamedGaps(shelf.Gaps, rename)
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
