package form

import (
	"regexp"
	"strconv"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/xlsx/foreign"
)

// home is where a formula stands: in a row of the form, and in which of its copies
// if it repeats. One of a name or a chart has no sheet; a chart shows all copies of a row.
type home struct {
	sheet       *foreign.Sheet
	row, copied int
	chart       bool
}

// adding are the functions in which one cell of a row that repeats stands for all
// its copies: who adds one row up writes SUM(C5), since there is but one.
var adding = map[string]bool{
	"SUM": true, "AVERAGE": true, "COUNT": true, "COUNTA": true, "MAX": true, "MIN": true, "SUBTOTAL": true,
	"SUMIF": true, "SUMIFS": true, "COUNTIF": true, "COUNTIFS": true, "AVERAGEIF": true, "AVERAGEIFS": true, "PRODUCT": true, "SUMPRODUCT": true,
}

// formula is a formula as it reads when rows have repeated: what it says of rows
// below them moves, what covers them grows, and in a copy what it says of its own
// row stays with the copy, but where a $ holds it.
func (f *filling) formula(text string, at home) string {
	return foreign.Rewrite(text, func(r foreign.Reference) string {
		target := at.sheet
		if r.Sheet != "" {
			target = f.book.Sheet(r.Sheet)
		}
		m := rowMap(f.repeats[target])
		if strings.Contains(r.Sheet, ":") && len(f.repeats) > 0 {
			f.problems = append(f.problems, Problem{Code: diag.FormText, Severity: diag.Error,
				Say:  diag.Say("公式 %s 跨着几张表取数，而表里有会重复的行", "the formula %s goes through several sheets, and there are rows that repeat", text),
				Hint: diag.Hint{Kind: "form", Message: diag.Say("改为逐张表相加", "add the sheets up one by one")}})
		}
		if target == nil || len(m) == 0 || r.WholeColumns {
			return r.String()
		}
		a := r.Area
		moved := m.area(a)
		own := func(row int) bool { return target == at.sheet && row == at.row && m.repeats(row) }
		switch {
		case own(a.Top) && r.TopFixed:
			moved.Top = m.first(a.Top)
		case own(a.Top):
			moved.Top = m.first(a.Top) + at.copied
		}
		switch {
		case own(a.Bottom) && r.BottomFixed:
			moved.Bottom = m.first(a.Bottom)
		case own(a.Bottom):
			moved.Bottom = m.first(a.Bottom) + at.copied
		case !r.Range && !r.WholeRows && !adding[r.Call] && !at.chart:
			moved.Bottom = moved.Top
		}
		r.Area = moved
		return r.String()
	})
}

// move brings everything outside of cells to where its rows have come to stand.
func (f *filling) move() {
	if len(f.repeats) == 0 {
		return
	}
	for _, s := range f.book.Sheets {
		f.moveSheet(s)
		if m := rowMap(f.repeats[s]); len(m) > 0 {
			f.moveParts(s, m)
		}
	}
	if names := f.book.Root.First("definedNames"); names != nil {
		for n := range names.Named("definedName") {
			n.SetText(f.formula(n.Text(), home{}))
		}
	}
}

// moveSheet moves what a sheet says beside its cells: merges, formats, validation,
// links, breaks.
func (f *filling) moveSheet(s *foreign.Sheet) {
	m := rowMap(f.repeats[s])
	for e := range s.Tree.Elements() {
		switch e.Local() {
		case "sheetData":
		case "mergeCells":
			moveMerges(e, m)
		case "rowBreaks":
			for b := range e.Named("brk") {
				if id, err := strconv.Atoi(b.Attr("id")); err == nil {
					b.Set("id", strconv.Itoa(m.last(id)))
				}
			}
		default:
			f.moveElement(e, m, home{sheet: s})
		}
	}
}

// moveElement moves an element and what is in it. Formulas of a format or a
// validation are about the first row of what it is for.
func (f *filling) moveElement(e *foreign.Element, m rowMap, at home) {
	covered := e.Attr("sqref")
	if inner := e.First("sqref"); inner != nil {
		covered = inner.Text()
	}
	if first, _, _ := strings.Cut(covered, " "); first != "" {
		if a, ok := foreign.ParseArea(first); ok {
			at.row = a.Top
		}
	}
	for i, a := range e.Attrs {
		switch a.Name {
		case "ref", "sqref":
			e.Attrs[i].Value = m.areas(a.Value)
		case "activeCell", "topLeftCell":
			if c, ok := foreign.ParseArea(a.Value); ok {
				e.Attrs[i].Value = foreign.Address(c.Left, m.first(c.Top))
			}
		case "location": // of a link
			e.Attrs[i].Value = f.formula(a.Value, home{})
		}
	}
	switch e.Local() {
	case "f", "formula", "formula1", "formula2":
		if e.First("f") == nil {
			e.SetText(f.formula(e.Text(), at))
			return
		}
	case "sqref":
		e.SetText(m.areas(e.Text()))
		return
	}
	for k := range e.Elements() {
		f.moveElement(k, m, at)
	}
}

// moveMerges moves merged areas. One within a row that repeats repeats with it, one
// that reaches over it grows.
func moveMerges(merges *foreign.Element, m rowMap) {
	var all []foreign.Node
	for e := range merges.Named("mergeCell") {
		a, ok := foreign.ParseArea(e.Attr("ref"))
		if !ok {
			continue
		}
		moved := m.area(a)
		if a.Top != a.Bottom || moved.Top == moved.Bottom {
			e.Set("ref", moved.String())
			all = append(all, foreign.Node{Element: e})
			continue
		}
		for row := moved.Top; row <= moved.Bottom; row++ {
			a.Top, a.Bottom = row, row
			copied := e.Clone()
			copied.Set("ref", a.String())
			all = append(all, foreign.Node{Element: copied})
		}
	}
	merges.Kids = all
	merges.Set("count", strconv.Itoa(len(all)))
}

// moveParts moves what stands in parts of its own: drawings, comments, tables.
func (f *filling) moveParts(s *foreign.Sheet, m rowMap) {
	for _, r := range f.book.Relations(s.Part.Name) {
		part := f.book.Part(r.Target)
		if part == nil {
			continue
		}
		switch r.Type {
		case "drawing":
			tree := part.Tree()
			for e := range tree.All() {
				if e.Local() != "from" && e.Local() != "to" {
					continue
				}
				if row := e.First("row"); row != nil {
					row.SetText(movedIndex(row.Text(), m))
				}
			}
			part.Body = tree.Bytes()
		case "comments", "threadedComment", "table":
			tree := part.Tree()
			f.moveElement(tree, m, home{sheet: s})
			part.Body = tree.Bytes()
		case "vmlDrawing":
			part.Body = moveVML(part.Body, m)
		}
	}
}

// movedIndex is a row that is counted from 0.
func movedIndex(text string, m rowMap) string {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return text
	}
	return strconv.Itoa(m.first(n+1) - 1)
}

// Comments have a second life in a drawing of the old kind, which need not be
// well-formed XML. Their anchor is left, right and so on in pairs of cell and
// offset: column, x, row, y, twice.
var (
	vmlRow    = regexp.MustCompile(`(<x:Row>)\s*([0-9]+)\s*(</x:Row>)`)
	vmlAnchor = regexp.MustCompile(`(<x:Anchor>)([^<]*)(</x:Anchor>)`)
)

func moveVML(body []byte, m rowMap) []byte {
	body = vmlRow.ReplaceAllFunc(body, func(b []byte) []byte {
		parts := vmlRow.FindSubmatch(b)
		return []byte(string(parts[1]) + movedIndex(string(parts[2]), m) + string(parts[3]))
	})
	return vmlAnchor.ReplaceAllFunc(body, func(b []byte) []byte {
		parts := vmlAnchor.FindSubmatch(b)
		numbers := strings.Split(string(parts[2]), ",")
		for _, i := range []int{2, 6} {
			if i < len(numbers) {
				numbers[i] = " " + movedIndex(numbers[i], m)
			}
		}
		return []byte(string(parts[1]) + strings.Join(numbers, ",") + string(parts[3]))
	})
}

// moveCharts brings charts to the cells that they show, and takes away the figures
// that they remember: those are the form's, and every program reads them anew.
func (f *filling) moveCharts() {
	for _, part := range f.book.Parts {
		if !strings.HasPrefix(part.Name, "xl/charts/chart") {
			continue
		}
		tree := part.Tree()
		for e := range tree.All() {
			formula := e.First("f")
			if formula == nil || len(e.Kids) == 0 {
				continue
			}
			formula.SetText(f.formula(formula.Text(), home{chart: true}))
			var kept []foreign.Node
			for _, n := range e.Kids {
				if n.Element == nil || !strings.HasSuffix(n.Element.Local(), "Cache") {
					kept = append(kept, n)
				}
			}
			e.Kids = kept
		}
		part.Body = tree.Bytes()
	}
}
