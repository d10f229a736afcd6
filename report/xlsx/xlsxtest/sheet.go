package xlsxtest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// cellUnits is the longest text of a cell, in UTF-16 units.
const cellUnits = 32767

// area is a range of cells, rows and columns counted from 1.
type area struct{ left, top, right, bottom int }

func (a area) meets(b area) bool {
	return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

func (a area) holds(b area) bool {
	return a.left <= b.left && b.right <= a.right && a.top <= b.top && b.bottom <= a.bottom
}

var address = regexp.MustCompile(`^\$?([A-Z]{1,3})\$?([0-9]{1,7})$`)

// areaOf reads A1 or A1:B2; false if it is neither.
func areaOf(ref string) (area, bool) {
	from, to, both := strings.Cut(ref, ":")
	if !both {
		to = from
	}
	left, top, ok := cellOf(from)
	right, bottom, also := cellOf(to)
	return area{left, top, right, bottom}, ok && also && left <= right && top <= bottom
}

func cellOf(ref string) (col, row int, ok bool) {
	m := address.FindStringSubmatch(ref)
	if m == nil {
		return 0, 0, false
	}
	for _, letter := range m[1] {
		col = col*26 + int(letter-'A') + 1
	}
	row, err := strconv.Atoi(m[2])
	return col, row, err == nil && row > 0 && row <= 1<<20 && col <= 1<<14
}

// xmlSheet is what is looked at of a sheet's part.
type xmlSheet struct {
	Dimension struct {
		Ref string `xml:"ref,attr"`
	} `xml:"dimension"`
	Rows []struct {
		R int       `xml:"r,attr"`
		C []xmlCell `xml:"c"`
	} `xml:"sheetData>row"`
	AutoFilter *struct {
		Ref string `xml:"ref,attr"`
	} `xml:"autoFilter"`
	Merges []struct {
		Ref string `xml:"ref,attr"`
	} `xml:"mergeCells>mergeCell"`
	Formats []struct {
		Sqref string `xml:"sqref,attr"`
		Rule  []struct {
			Dxf     *int     `xml:"dxfId,attr"`
			Formula []string `xml:"formula"`
		} `xml:"cfRule"`
	} `xml:"conditionalFormatting"`
	Links []struct {
		Ref      string `xml:"ref,attr"`
		Location string `xml:"location,attr"`
		ID       string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	} `xml:"hyperlinks>hyperlink"`
	Tables []struct {
		ID string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	} `xml:"tableParts>tablePart"`
}

type xmlCell struct {
	R  string   `xml:"r,attr"`
	S  int      `xml:"s,attr"`
	T  string   `xml:"t,attr"`
	F  *formula `xml:"f"`
	V  string   `xml:"v"`
	Is struct {
		T string   `xml:"t"`
		R []string `xml:"r>t"`
	} `xml:"is"`
}

func (c *xmlCell) text() string { return c.Is.T + strings.Join(c.Is.R, "") }

func (l *linter) sheet(name, part string) {
	var s xmlSheet
	l.read(part, &s)
	used, ok := areaOf(s.Dimension.Ref)
	if !ok {
		l.say("%s: dimension %q", name, s.Dimension.Ref)
	}
	texts := l.cells(name, &s, used)
	for _, f := range s.Formats {
		for ref := range strings.SplitSeq(f.Sqref, " ") {
			if _, ok := areaOf(ref); !ok {
				l.say("%s: a conditional format for %q", name, f.Sqref)
			}
		}
		for _, r := range f.Rule {
			if r.Dxf != nil && *r.Dxf >= l.dxfs {
				l.say("%s: a conditional format without a look", name)
			}
			for _, text := range r.Formula {
				l.formula(name+": a conditional format", text)
			}
		}
	}
	parts := map[string]string{}
	for _, r := range l.relationsOf(part) {
		parts[r.ID] = r.Target
		if r.Type == "comments" {
			l.comments(name, r.Target, used)
		}
	}
	linked := map[string]bool{}
	for _, link := range s.Links {
		at := fmt.Sprintf("%s!%s: a link", name, link.Ref)
		if _, ok := areaOf(link.Ref); !ok || linked[link.Ref] {
			l.say("%s, twice or at no cell", at)
		}
		linked[link.Ref] = true
		if link.ID != "" && parts[link.ID] == "" {
			l.say("%s without a target", at)
		}
		l.formula(at, link.Location)
	}
	var tables []table
	for _, t := range s.Tables {
		tables = append(tables, l.table(name, parts[t.ID], texts, used))
	}
	l.areas(name, &s, tables)
}

// cells goes through the cells and gives the texts of those that hold one.
func (l *linter) cells(name string, s *xmlSheet, used area) map[string]string {
	texts, shared := map[string]string{}, map[string]area{}
	lastRow := 0
	for _, row := range s.Rows {
		if row.R <= lastRow {
			l.say("%s: row %d after row %d", name, row.R, lastRow)
		}
		lastRow = row.R
		lastCol := 0
		for i := range row.C {
			c := &row.C[i]
			at := name + "!" + c.R
			col, inRow, ok := cellOf(c.R)
			if !ok || inRow != row.R || col <= lastCol || !used.holds(area{col, inRow, col, inRow}) {
				l.say("%s is out of its order or outside the dimension", at)
			}
			lastCol = col
			if c.S < 0 || c.S >= l.xfs {
				l.say("%s has no style %d", at, c.S)
			}
			if c.F != nil {
				l.cellFormula(at, c, shared, area{col, inRow, col, inRow})
			}
			switch c.T {
			case "e":
				l.say("%s holds the error %s", at, c.V)
			case "s":
				if n, err := strconv.Atoi(c.V); err != nil || n >= l.strings {
					l.say("%s holds the shared string %s of %d", at, c.V, l.strings)
				}
			case "", "n":
				if _, err := strconv.ParseFloat(c.V, 64); c.V != "" && err != nil {
					l.say("%s holds the number %q", at, c.V)
				}
			}
			text := c.text()
			if len(utf16.Encode([]rune(text))) > cellUnits {
				l.say("%s holds too long a text", at)
			}
			if c.T == "inlineStr" {
				texts[c.R] = text
			}
		}
	}
	return texts
}

func (l *linter) comments(name, part string, used area) {
	var all struct {
		Comment []struct {
			Ref string `xml:"ref,attr"`
		} `xml:"commentList>comment"`
	}
	l.read(part, &all)
	seen := map[string]bool{}
	for _, c := range all.Comment {
		at, ok := areaOf(c.Ref)
		if !ok || seen[c.Ref] || !used.holds(at) {
			l.say("%s!%s: a comment at no cell, or a second one", name, c.Ref)
		}
		seen[c.Ref] = true
	}
	if len(all.Comment) == 0 {
		l.say("%s: comments without any", name)
	}
}

// areas holds tables, merges and the sheet's own filter against each other.
func (l *linter) areas(name string, s *xmlSheet, tables []table) {
	type named struct {
		area
		what string
	}
	var all []named
	add := func(ref, what string) {
		at, ok := areaOf(ref)
		if !ok {
			l.say("%s: %s covers %q", name, what, ref)
			return
		}
		for _, o := range all {
			if o.meets(at) {
				l.say("%s: %s overlaps %s", name, what, o.what)
			}
		}
		all = append(all, named{at, what})
	}
	for _, t := range tables {
		add(t.Ref, "table "+t.Name)
	}
	if s.AutoFilter != nil {
		add(s.AutoFilter.Ref, "the filter")
	}
	for _, m := range s.Merges {
		add(m.Ref, "merge "+m.Ref)
	}
}
