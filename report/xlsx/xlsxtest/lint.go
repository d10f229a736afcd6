// Package xlsxtest looks at finished workbooks for faults that make Excel repair
// them and that a validator of their schema does not see: tables whose header is
// not what their part says, that overlap or have one name, formulas and links
// into sheets that are not there, parts that nothing leads to.
//
// It is for tests only. It reads the parts of the file themselves and knows
// neither how they were written nor the library that wrote them.
package xlsxtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// Lint is what is wrong with a workbook, a fault a line; nothing if it is sound.
func Lint(workbook []byte) []string {
	l := &linter{parts: map[string][]byte{}, types: map[string]string{}}
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return []string{err.Error()}
	}
	for _, f := range z.File {
		if l.parts[f.Name] != nil {
			l.say("part %s is there twice", f.Name)
		}
		in, err := f.Open()
		if err != nil {
			return []string{err.Error()}
		}
		content, err := io.ReadAll(in)
		if err != nil {
			return []string{fmt.Sprintf("%s: %v", f.Name, err)}
		}
		l.parts[f.Name] = append([]byte{}, content...)
		l.names = append(l.names, f.Name)
	}
	l.contentTypes()
	l.reachable()
	l.styles()
	l.workbook()
	return l.faults
}

// linter collects the faults of one workbook.
type linter struct {
	parts  map[string][]byte
	names  []string          // of the parts, in the order of the file
	types  map[string]string // of the parts
	faults []string

	xfs, dxfs int      // how many styles of cells and of conditional formats there are
	strings   int      // shared strings
	sheets    []string // their names
	tables    []table
}

func (l *linter) say(format string, args ...any) {
	l.faults = append(l.faults, fmt.Sprintf(format, args...))
}

// read decodes a part; a missing one leaves what it is decoded into as it is.
func (l *linter) read(name string, into any) {
	content, ok := l.parts[name]
	if !ok {
		l.say("there is no part %s", name)
		return
	}
	if err := xml.Unmarshal(content, into); err != nil {
		l.say("%s: %v", name, err)
	}
}

func (l *linter) contentTypes() {
	var types struct {
		Default []struct {
			Extension   string `xml:",attr"`
			ContentType string `xml:",attr"`
		}
		Override []struct {
			PartName    string `xml:",attr"`
			ContentType string `xml:",attr"`
		}
	}
	l.read("[Content_Types].xml", &types)
	for _, o := range types.Override {
		name := strings.TrimPrefix(o.PartName, "/")
		if l.parts[name] == nil {
			l.say("content type of %s, which is not there", name)
		}
		l.types[name] = o.ContentType
	}
	for _, name := range l.names {
		ends := func(d struct {
			Extension   string `xml:",attr"`
			ContentType string `xml:",attr"`
		}) bool {
			return strings.EqualFold("."+d.Extension, path.Ext(name))
		}
		if l.types[name] == "" && name != "[Content_Types].xml" && !slices.ContainsFunc(types.Default, ends) {
			l.say("%s has no content type", name)
		}
	}
}

// relation is one entry of a .rels part.
type relation struct {
	ID, Type, Target, TargetMode string
}

// relationsOf are what a part leads to; the empty name is the whole package.
func (l *linter) relationsOf(name string) []relation {
	file := path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
	if name == "" {
		file = "_rels/.rels"
	}
	if l.parts[file] == nil {
		return nil
	}
	var rels struct {
		Relationship []struct {
			ID         string `xml:"Id,attr"`
			Type       string `xml:",attr"`
			Target     string `xml:",attr"`
			TargetMode string `xml:",attr"`
		}
	}
	l.read(file, &rels)
	var all []relation
	for _, r := range rels.Relationship {
		made := relation{r.ID, path.Base(r.Type), r.Target, r.TargetMode}
		if made.TargetMode != "External" {
			if strings.HasPrefix(made.Target, "/") {
				made.Target = strings.TrimPrefix(made.Target, "/")
			} else {
				made.Target = path.Join(path.Dir(name), made.Target)
			}
		}
		if slices.ContainsFunc(all, func(o relation) bool { return o.ID == made.ID }) {
			l.say("%s has two relationships %s", file, made.ID)
		}
		all = append(all, made)
	}
	return all
}

// reachable follows the relationships from the package: every one leads to a part
// and every part is led to.
func (l *linter) reachable() {
	seen := map[string]bool{"": true}
	var follow func(name string)
	follow = func(name string) {
		for _, r := range l.relationsOf(name) {
			switch {
			case r.TargetMode == "External":
			case l.parts[r.Target] == nil:
				l.say("%q leads to %s, which is not there", name, r.Target)
			case !seen[r.Target]:
				seen[r.Target] = true
				follow(r.Target)
			}
		}
	}
	follow("")
	for _, name := range l.names {
		if !seen[name] && name != "[Content_Types].xml" && path.Ext(name) != ".rels" {
			l.say("nothing leads to %s", name)
		}
	}
}

// styles counts what cells may refer to.
func (l *linter) styles() {
	var sheet struct {
		Xfs  []struct{} `xml:"cellXfs>xf"`
		Dxfs []struct{} `xml:"dxfs>dxf"`
	}
	l.read("xl/styles.xml", &sheet)
	l.xfs, l.dxfs = len(sheet.Xfs), len(sheet.Dxfs)
	if l.parts["xl/sharedStrings.xml"] != nil {
		var shared struct {
			SI          []struct{} `xml:"si"`
			UniqueCount int        `xml:"uniqueCount,attr"`
		}
		l.read("xl/sharedStrings.xml", &shared)
		if l.strings = len(shared.SI); shared.UniqueCount != l.strings {
			l.say("%d shared strings are counted, %d are there", shared.UniqueCount, l.strings)
		}
	}
}
