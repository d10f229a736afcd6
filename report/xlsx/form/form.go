// Package form fills an office's own form: a workbook made by hand whose cells
// hold {{fig "id"}} and the like. Everything that is not filled in stays as it is,
// to the byte where nothing near it moves: styles, merged cells, widths, print
// set-up, names, validation, charts.
//
// A row with {{cell "table.column"}} repeats for every row of the table: what is
// below moves down, and what covers it grows, in formulas, print areas, formats
// and charts. Formulas stay formulas; their values are worked out anew.
//
// It knows workbooks, not the data: what stands in a cell is filled in by Words.
package form

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/xlsx/foreign"
)

// Words fill in what stands in cells.
type Words interface {
	// Fill fills in the text of a cell in the row of a table, counted from 0, or
	// in none (Outside). It says all that is wrong with it.
	Fill(text string, row int) (Value, []Problem)
	// Rows is the number of a table's rows; ok is false if there is no such table.
	Rows(table string) (n int, ok bool)
}

// Outside is the row of cells that do not repeat.
const Outside = -1

// Value is what a cell is filled with.
type Value struct {
	Text   string
	Figure *figure.Figure // of a cell that is one figure and nothing else; it becomes a number
	Sample bool           // it is of sample data, which the form then says
}

// Problem is what is wrong with a form, and where.
type Problem struct {
	Code     diag.Code
	Severity diag.Severity
	Cell     string // Sheet1!B7; empty: the whole file
	Say      diag.Text
	Hint     diag.Hint // zero if there is none
}

// Options are what a filled form says beside what it is filled with.
type Options struct {
	Draft bool // it is marked 草稿 on every sheet and page
	// Published is the only day that the file carries. Where a formula asks for
	// today, its value is that of this day.
	Published dataset.Date
}

// Most that a form may hold when it is filled.
const mostCells = 300_000

// gap stands for what could not be filled in.
const gap = "【缺】"

// Fill fills a form. Of one that cannot be used there is no file; what cannot be
// filled in is a gap in it, for whoever wants it all the same.
func Fill(raw []byte, words Words, opt Options) ([]byte, []Problem) {
	limits := foreign.DefaultLimits()
	limits.Cells = mostCells
	p, err := foreign.Open(raw, limits)
	if err != nil {
		return nil, []Problem{unusable(err)}
	}
	if problems := refused(p); problems != nil {
		return nil, problems
	}
	book, err := foreign.Read(p)
	if err != nil {
		return nil, []Problem{unusable(err)}
	}
	f := &filling{book: book, words: words, opt: opt}
	f.findRepeats()
	f.fillSheets()
	if f.marked == 0 {
		f.problems = append(f.problems, Problem{Code: diag.BadForm, Severity: diag.Warning,
			Say:  diag.Say("没有一格要填", "no cell of it is to be filled in"),
			Hint: diag.Hint{Kind: "form", Message: diag.Say("在要填数的格里写 {{fig \"id\"}}", "write {{fig \"id\"}} into the cells that are")}})
	}
	f.moveCharts() // first, since they remember what cells held
	f.lookElsewhere()
	f.move()
	f.mark()
	made, err := f.finish()
	if err != nil {
		f.problems = append(f.problems, unusable(err))
	}
	if f.failed() {
		return nil, f.problems
	}
	return made, f.problems
}

// filling is a form being filled.
type filling struct {
	book     *foreign.Book
	words    Words
	opt      Options
	repeats  map[*foreign.Sheet][]repeat
	cells    int // that repeating makes
	marked   int // that had something to fill in
	sample   bool
	looks    map[lookKey]string // of styles made
	problems []Problem
}

// failed reports whether the form cannot be used.
func (f *filling) failed() bool {
	for _, p := range f.problems {
		if p.Code == diag.BadForm && p.Severity == diag.Error {
			return true
		}
	}
	return false
}

func unusable(err error) Problem {
	say, ok := err.(diag.Text)
	if !ok {
		say = diag.Say("%s", "%s", err.Error())
	}
	return Problem{Code: diag.BadForm, Severity: diag.Error, Say: say}
}

// wrong adds what is wrong with a cell.
func (f *filling) wrong(s *foreign.Sheet, cell string, say diag.Text, hint diag.Hint) {
	f.problems = append(f.problems, Problem{Code: diag.FormText, Severity: diag.Error, Cell: s.Name + "!" + cell, Say: say, Hint: hint})
}
