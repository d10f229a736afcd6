package foreign

import (
	"iter"
	"strconv"
	"strings"

	"jianbao/report/diag"
)

// Book is a workbook that has been read.
type Book struct {
	*Package
	Root     *Element // of the workbook's part
	Sheets   []*Sheet
	Strings  []*Element // that cells share
	Styles   *Styles
	Date1904 bool   // days count from 1904
	Maker    string // the program that wrote it
	Title    string // as the file says of itself
	Modified string // the day that it says it was last saved, 2021-08-27, or empty

	spelt int // bytes of shared formulas, written out for their cells
}

// Sheet is a worksheet. Every row and cell of its tree has its number, and every
// formula stands in its cell, none shared.
type Sheet struct {
	Name   string
	Part   *Part
	Hidden bool
	Tree   *Element
	book   *Book
}

// Read reads the sheets of a package.
func Read(p *Package) (*Book, error) {
	b := &Book{Package: p, Root: p.Part(p.Workbook).Tree(), Styles: readStyles(nil)}
	targets := map[string]Relation{}
	for _, r := range p.Relations(p.Workbook) {
		targets[r.ID] = r
		part := p.Part(r.Target)
		if part == nil {
			continue
		}
		switch r.Type {
		case "sharedStrings":
			for si := range part.Tree().Named("si") {
				b.Strings = append(b.Strings, si)
			}
		case "styles":
			b.Styles = readStyles(part)
		}
	}
	if properties := b.Root.First("workbookPr"); properties != nil {
		b.Date1904 = properties.Attr("date1904") == "1" || properties.Attr("date1904") == "true"
	}
	if sheets := b.Root.First("sheets"); sheets != nil {
		for e := range sheets.Named("sheet") {
			target := targets[e.Attr("id")]
			part := p.Part(target.Target)
			if target.Type != "worksheet" || part == nil {
				continue // a sheet that is one chart
			}
			s := &Sheet{Name: e.Attr("name"), Part: part, Hidden: e.Attr("state") != "" && e.Attr("state") != "visible", Tree: part.Tree(), book: b}
			if err := s.normalize(); err != nil {
				return nil, err
			}
			b.Sheets = append(b.Sheets, s)
		}
	}
	if len(b.Sheets) == 0 {
		return nil, diag.Say("工作簿里没有工作表", "the workbook has no sheet")
	}
	b.properties()
	return b, nil
}

// properties reads what the file says of itself.
func (b *Book) properties() {
	for _, r := range b.Relations("") {
		part := b.Part(r.Target)
		if part == nil {
			continue
		}
		switch tree := part.Tree(); r.Type {
		case "extended-properties":
			if e := tree.First("Application"); e != nil {
				b.Maker = e.Text()
			}
		case "core-properties":
			if e := tree.First("title"); e != nil {
				b.Title = e.Text()
			}
			if e := tree.First("modified"); e != nil && len(e.Text()) >= len("2021-08-27") {
				b.Modified = e.Text()[:len("2021-08-27")]
			}
		}
	}
}

// Sheet is the sheet with a name, or nil.
func (b *Book) Sheet(name string) *Sheet {
	for _, s := range b.Sheets {
		if strings.EqualFold(s.Name, name) {
			return s
		}
	}
	return nil
}

// Bounds on formulas. Excel takes 8,192 characters, and files put prefixes before
// the names of newer functions. A formula that cells share is written once for all
// of them, so that a small file can stand for very much.
const (
	longestFormula = 4 * 8192 // bytes
	mostSpelt      = 8 << 20  // bytes of shared formulas, written out
)

// normalize numbers rows and cells that are not, and gives every cell a formula
// of its own.
func (s *Sheet) normalize() error {
	data := s.Tree.First("sheetData")
	if data == nil {
		return diag.Say("工作表“%s”里没有内容的位置，文件可能损坏", "the sheet %q has no place for data; the file may be damaged", s.Name)
	}
	type origin struct {
		formula     string
		column, row int
	}
	shared := map[string]origin{}
	row := 0
	for r := range data.Named("row") {
		row++
		if n, ok := number(r.Attr("r")); ok {
			row = n
		}
		r.Set("r", strconv.Itoa(row))
		column := 0
		for c := range r.Named("c") {
			column++
			if at, _, ok := Cell(c.Attr("r")); ok {
				column = at
			}
			c.Set("r", Address(column, row))
			f := c.First("f")
			if f == nil {
				continue
			}
			text := f.Text()
			if len(text) > longestFormula {
				return diag.Say("%s!%s 的公式太长，超过 Excel 的 8192 个字符；把公式拆开", "the formula of %s!%s is longer than the 8192 characters that Excel takes; split it", s.Name, c.Attr("r"))
			}
			if f.Attr("t") != "shared" {
				continue
			}
			id := f.Attr("si")
			if text != "" {
				shared[id] = origin{text, column, row}
			} else if o, known := shared[id]; known {
				text = moved(o.formula, column-o.column, row-o.row)
				if s.book.spelt += len(text); s.book.spelt > mostSpelt {
					return diag.Say("各格共用的公式展开后超过 %d MiB；把公式改短", "formulas that cells share come to more than %d MiB when they are written out; shorten them", mostSpelt>>20)
				}
			}
			f.Attrs = nil
			f.SetText(text)
		}
	}
	return nil
}

// moved is a formula as it reads when it is copied to another cell.
func moved(formula string, columns, rows int) string {
	return Rewrite(formula, func(r Reference) string {
		shift := func(at *int, fixed bool, by, most int) {
			if !fixed {
				*at = min(max(*at+by, 1), most)
			}
		}
		if !r.WholeRows {
			shift(&r.Area.Left, r.LeftFixed, columns, MaxColumn)
			shift(&r.Area.Right, r.RightFixed, columns, MaxColumn)
		}
		if !r.WholeColumns {
			shift(&r.Area.Top, r.TopFixed, rows, MaxRow)
			shift(&r.Area.Bottom, r.BottomFixed, rows, MaxRow)
		}
		return r.String()
	})
}

// Kind is what a cell holds.
type Kind int

// The kinds of cells.
const (
	Text Kind = iota
	Number
	Truth
	Fault // #DIV/0! and the like
)

// CellValue is a cell that holds something.
type CellValue struct {
	Column, Row int
	Kind        Kind
	Raw         string // a number as it is stored
	Shown       Shown  // as a reader sees it
	Formula     string // without its equals sign
	Indent      int    // how far it is set in
}

// Cells are the cells of a sheet that hold something, row by row.
func (s *Sheet) Cells() iter.Seq[CellValue] {
	return func(yield func(CellValue) bool) {
		for r := range s.Tree.First("sheetData").Named("row") {
			for c := range r.Named("c") {
				if v, ok := s.value(c); ok && !yield(v) {
					return
				}
			}
		}
	}
}

func (s *Sheet) value(c *Element) (v CellValue, ok bool) {
	v.Column, v.Row, _ = Cell(c.Attr("r"))
	if f := c.First("f"); f != nil {
		v.Formula = f.Text()
	}
	style := s.book.Styles.of(c.Attr("s"))
	v.Indent = style.indent
	if e := c.First("v"); e != nil {
		v.Raw = e.Text()
	}
	switch c.Attr("t") {
	case "", "n":
		v.Kind = Number
		v.Shown, ok = style.format.show(v.Raw, s.book.Date1904)
		return v, ok
	case "b":
		v.Kind, v.Raw = Truth, map[string]string{"1": "TRUE"}[v.Raw]
		if v.Raw == "" {
			v.Raw = "FALSE"
		}
	case "e":
		v.Kind = Fault
	default:
		v.Raw = s.book.TextOf(c)
	}
	v.Shown.Text = v.Raw
	return v, strings.TrimSpace(v.Raw) != ""
}

// TextOf is the text of a cell that holds one; empty if it holds none.
func (b *Book) TextOf(c *Element) string {
	runs := b.Runs(c)
	var all strings.Builder
	for _, r := range runs {
		if t := r.First("t"); t != nil {
			all.WriteString(t.Text())
		}
	}
	if c.Attr("t") == "str" {
		if v := c.First("v"); v != nil {
			all.WriteString(v.Text())
		}
	}
	return decoded(all.String())
}

// Runs are the stretches of a cell's text that look alike: elements that hold a t
// and may hold their looks. A cell without a text has none.
func (b *Book) Runs(c *Element) []*Element {
	var holder *Element
	switch v := c.First("v"); c.Attr("t") {
	case "inlineStr":
		holder = c.First("is")
	case "s":
		if v != nil {
			if n, ok := number(strings.TrimSpace(v.Text())); ok && n < len(b.Strings) {
				holder = b.Strings[n]
			}
		}
	}
	if holder == nil {
		return nil
	}
	var runs []*Element
	for r := range holder.Named("r") {
		runs = append(runs, r)
	}
	if runs == nil {
		runs = append(runs, holder)
	}
	return runs
}

// Merges are a sheet's merged areas.
func (s *Sheet) Merges() []Area {
	var all []Area
	if merges := s.Tree.First("mergeCells"); merges != nil {
		for m := range merges.Named("mergeCell") {
			if a, ok := ParseArea(m.Attr("ref")); ok {
				all = append(all, a)
			}
		}
	}
	return all
}
