package compose

import (
	"slices"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// FormWords fills the cells of an office's own form in. They may use the functions
// of section texts and two of their own: cell, the cell of a table's column in a
// row that repeats, and total, a figure of a table's totals.
type FormWords struct{ c *composer }

// NewFormWords are the words for forms of a dataset.
func NewFormWords(d *dataset.Dataset, r check.Result) *FormWords {
	return &FormWords{newComposer(d, r)}
}

// FormCell is what a cell's text came to.
type FormCell struct {
	Text string
	// Figure is set where the text held nothing but one figure: the cell is then a
	// number. Without one the text is all there is.
	Figure *figure.Figure
	Sample bool // what it says comes of a table of sample data
}

// FormProblem is why a cell cannot be filled in.
type FormProblem struct {
	Say  diag.Text
	Hint diag.Hint // zero if there is none
}

// formRow is the row of a table that a cell of a form is about, counted from 0;
// none is −1. A nil formRow is a section's text.
type formRow struct{ n int }

// Outside is the row of cells that do not repeat.
const Outside = -1

// Fill fills a cell's text in, for a row of a table or Outside. A row beyond the
// table's gives empty cells.
func (w *FormWords) Fill(text string, row int) (FormCell, []FormProblem) {
	d := w.c.d
	whole := &dataset.Section{Title: d.Title, Indicators: d.Indicators()}
	f := filler{words: words{composer: w.c, section: whole, row: &formRow{row}}}
	s := parsed(text, linesOf("", text))
	cell := FormCell{}
	if n := loneAction(s.root); n != nil {
		f.source = s
		v := f.pipe(n.Pipe)
		if number, is := v.(figure.Figure); is && number.Absent == figure.Present {
			cell.Figure = &number
		}
		f.print(v, n.Pipe)
	} else {
		f.fill(s)
	}
	var b strings.Builder
	for _, c := range f.out {
		b.WriteRune(c.r)
	}
	cell.Text = b.String()
	for _, t := range d.Tables() {
		id := `"` + t.ID.Value
		cell.Sample = cell.Sample || t.Sample && (strings.Contains(text, id+`"`) || strings.Contains(text, id+`.`))
	}
	var problems []FormProblem
	for _, found := range f.found {
		p := FormProblem{Say: found.Message}
		if len(found.Hints) > 0 {
			p.Hint = found.Hints[0]
		}
		problems = append(problems, p)
	}
	if n := utf8.RuneCountInString(cell.Text); n > mostOfACell {
		problems = append(problems, FormProblem{Say: diag.Say("填好后有 %d 个字，一格放不下", "filled in it has %d characters, more than a cell holds", n)})
	}
	return cell, problems
}

// mostOfACell is how many characters a cell holds, even if each takes two units
// of UTF-16.
const mostOfACell = 16_000

// Rows is the number of rows of a table; ok is false if there is no such table.
func (w *FormWords) Rows(table string) (n int, ok bool) {
	t := w.c.d.Table(table)
	if t == nil {
		return 0, false
	}
	return t.Len(), true
}

// loneAction is the action that is all there is in a text but blanks, or nil.
func loneAction(root *parse.ListNode) *parse.ActionNode {
	if root == nil {
		return nil
	}
	var only *parse.ActionNode
	for _, n := range root.Nodes {
		if text, is := n.(*parse.TextNode); is && strings.TrimSpace(string(text.Text)) == "" {
			continue
		}
		action, is := n.(*parse.ActionNode)
		if !is || only != nil || len(action.Pipe.Decl) > 0 {
			return nil
		}
		only = action
	}
	return only
}

// formFunctions are those that forms have beside functions.
var formFunctions map[string]function

func init() { // since they say how they are used, as functions do
	formFunctions = map[string]function{
		"cell":  {`cell "table.column"`, words.cell},
		"total": {`total "table" "label" "column"`, words.total},
	}
}

// function is a function by name, and the names of all there are.
func (w words) function(name string) (f function, known []string, ok bool) {
	if w.row == nil {
		f, ok = functions[name]
		return f, functionNames, ok
	}
	if f, ok = formFunctions[name]; !ok {
		f, ok = functions[name]
	}
	return f, append(slices.Clone(functionNames), "cell", "total"), ok
}

// RowNumber is the column that stands for the number of the row, from 1.
const RowNumber = "#"

// cell is a cell of the row that a form's row is filled with. A missing figure is
// an empty cell; - and … are said as they are.
func (w words) cell(args []value) (value, *problem) {
	texts, ok := textsOf(args)
	if !ok || len(texts) != 1 || !strings.Contains(texts[0], ".") {
		return nil, badCall(formFunctions["cell"])
	}
	id, column, _ := strings.Cut(texts[0], ".")
	t, _, p := w.rows(id, nil)
	switch {
	case p != nil:
		return nil, p
	case w.row.n == Outside:
		return nil, badCall(formFunctions["cell"])
	}
	k := t.ColumnIndex(column)
	switch {
	case column != RowNumber && k < 0:
		return nil, unknownColumn(t, column)
	case w.row.n >= t.Len():
		return filled(""), nil
	case column == RowNumber:
		return whole(w.row.n + 1), nil
	case !t.Columns[k].Numeric:
		return filled(t.Row(w.row.n).Text(k)), nil
	}
	f := w.cellValue(t, t.Row(w.row.n), k)
	if f.Absent == figure.Unknown {
		return filled(""), nil
	}
	return f, nil
}

// total is a figure of a table's totals: of a column, or the count.
func (w words) total(args []value) (value, *problem) {
	texts, ok := textsOf(args)
	if !ok || len(texts) != 3 {
		return nil, badCall(formFunctions["total"])
	}
	t, _, p := w.rows(texts[0], nil)
	if p != nil {
		return nil, p
	}
	var labels []string
	for _, total := range t.Totals {
		labels = append(labels, total.Label.Value)
		if total.Label.Value == texts[1] {
			return w.ofTotal(t, total, texts[2])
		}
	}
	return nil, unknown(diag.Say("表 %s 没有合计 %s", "table %s has no total %s", t.ID.Value, quoted(texts[1])), texts[1], labels)
}

func (w words) ofTotal(t *dataset.Table, total *dataset.Total, column string) (value, *problem) {
	f := figure.Figure{}
	if column == "count" && total.Count != nil {
		f = total.Count.Figure
	} else if k := t.ColumnIndex(column); k < 0 {
		return nil, unknownColumn(t, column)
	} else {
		for _, v := range total.Values {
			if v.Column == t.Columns[k] {
				f = w.figure(t.TotalRef(total, v.Column), v.Figure)
			}
		}
	}
	if f.Absent == figure.Unknown || f.Absent == figure.Present && f.Number == nil {
		return nil, absent(diag.Say("%s的%s的%s", "%[3]s of %[2]s of %[1]s", t.Title.Value, total.Label.Value, column))
	}
	return f, nil
}

func badCall(f function) *problem {
	return &problem{
		say:  diag.Say("参数不对，或者不在会重复的行里", "the arguments are wrong, or it is in no row that repeats"),
		hint: diag.Say("写作 {{%s}}", "write {{%s}}", f.usage),
	}
}
