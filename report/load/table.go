package load

import (
	"slices"
	"strconv"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// tableDraft is a table being read.
type tableDraft struct {
	made               *dataset.Table
	precisions         []figure.Precision // one a column
	file, rows, totals entry

	cells    []dataset.Cell // not yet given to a row
	findings int            // about rows
}

// columnDraft is a column being read.
type columnDraft struct {
	made      *dataset.Column
	precision figure.Precision
}

var aTable = diag.Say("表", "a table")

func (r *reader) tables(e entry, s *dataset.Section) {
	for _, element := range r.list(e) {
		d := &tableDraft{made: &dataset.Table{Section: s}}
		if !readMapping(r, element, aTable, tableKeys, d) || d.made.ID.Value == "" {
			continue
		}
		r.unique(r.ids, d.made.ID)
		s.Tables = append(s.Tables, d.made)
		if len(d.made.Columns) == 0 {
			continue
		}
		switch {
		case d.file.value != nil && d.rows.value != nil:
			r.report(diag.WrongShape, r.place(d.file.key), diag.Say("表有 rows 就不能再有 file", "a table has rows or file, not both"))
		case d.file.value != nil:
			r.csvRows(d)
		case d.rows.value != nil:
			r.inlineRows(d)
		default:
			r.report(diag.MissingKey, d.made.ID.Place, diag.Say("表“%s”缺少 rows 或 file", "the table %q lacks rows or file", d.made.ID.Value))
		}
		r.readCells(d)
		if d.totals.value != nil {
			r.totals(d)
		}
	}
}

func (r *reader) columns(e entry, d *tableDraft) {
	seen := map[string]diag.Place{}
	var key *dataset.Column
	for n, element := range r.list(e) {
		if n == r.limits.Columns {
			r.report(diag.OverLimit, r.place(element.value), diag.Say("表的列超过 %d 个", "a table has more than %d columns", r.limits.Columns))
			return
		}
		c := columnDraft{made: &dataset.Column{}}
		if !readMapping(r, element, diag.Say("列", "a column"), columnKeys, &c) || c.made.ID.Value == "" {
			continue
		}
		r.unique(seen, c.made.ID)
		if c.made.Key && key != nil {
			r.found.add(diag.Finding{Code: diag.DuplicateKey, Severity: diag.Error, Place: c.made.ID.Place,
				Message: diag.Say("一个表只能有一列 key: true", "only one column can have key: true"),
				Related: []diag.Related{{Place: key.ID.Place, Note: diag.Say("已有这一列", "this one has it already")}}})
			c.made.Key = false
		} else if c.made.Key {
			key = c.made
		}
		c.made.Numeric = c.made.Unit != "" || c.precision.Given || c.made.Formula != nil
		if c.precision.Given && !c.precision.Exact {
			c.made.Decimals = &c.precision.Decimals
		}
		d.made.Columns = append(d.made.Columns, c.made)
		d.precisions = append(d.precisions, c.precision)
	}
}

// row gives a new row of empty cells. They are cut from larger pieces, since a
// table may have hundreds of thousands of rows.
func (d *tableDraft) row() []dataset.Cell {
	const rowsAPiece = 256
	width := len(d.made.Columns)
	if len(d.cells) < width {
		d.cells = make([]dataset.Cell, width*min(rowsAPiece, 8+len(d.made.Rows)))
	}
	row := d.cells[:width:width]
	d.cells = d.cells[width:]
	d.made.Rows = append(d.made.Rows, &dataset.Row{Cells: row})
	return row
}

// reportRow adds a finding about rows of a table. Of too many, which mostly
// have one cause, the rest is counted.
func (r *reader) reportRow(d *tableDraft, code diag.Code, at diag.Place, say diag.Text, hints ...diag.Hint) {
	if d.findings++; d.findings <= r.limits.RowFindings {
		r.report(code, at, say, hints...)
	}
}

// full reports, once, that a table has more rows than are read.
func (r *reader) full(d *tableDraft, at diag.Place) bool {
	if len(d.made.Rows) < r.limits.Rows {
		return false
	}
	r.report(diag.OverLimit, at, diag.Say("表的行超过 %d 行，一张工作表放不下", "a table has more than %d rows, which no worksheet holds", r.limits.Rows))
	return true
}

// inlineRows reads `rows`. A row may leave out all columns with a formula.
func (r *reader) inlineRows(d *tableDraft) {
	columns := d.made.Columns
	var given []int
	for i, c := range columns {
		if c.Formula == nil {
			given = append(given, i)
		}
	}
	for _, element := range r.list(d.rows) {
		if r.full(d, r.place(element.value)) {
			return
		}
		at := r.place(element.value)
		values := r.list(element)
		row := d.row()
		for i := range row {
			row[i].Place = at
		}
		if len(values) != len(columns) && len(values) != len(given) {
			r.reportRow(d, diag.BadTable, at, diag.Say("这一行有 %d 格，表有 %d 列", "the row has %d cells, the table %d columns", len(values), len(columns)))
		}
		for i, v := range values {
			if len(values) == len(given) {
				i = given[i]
			}
			if i >= len(row) {
				break
			}
			if t, ok := r.scalar(v); ok {
				row[i].Place = t.Place
				if !isNull(v.value) {
					row[i].Text = strings.TrimSpace(t.Value)
				}
			}
		}
	}
}

// readCells makes figures of the texts, once all rows are there.
func (r *reader) readCells(d *tableDraft) {
	for i, c := range d.made.Columns {
		if !c.Numeric && !c.Key && len(c.OneOf) == 0 {
			c.Numeric = allNumbers(d.made.Rows, i)
		}
		if len(c.OneOf) > 0 {
			r.checkOneOf(d, i)
		}
		if c.Numeric {
			r.figures(d, i)
		}
	}
	nameRows(d.made)
	if more := d.findings - r.limits.RowFindings; more > 0 {
		r.report(diag.BadTable, d.made.ID.Place, diag.Say("表“%s”的行还有 %d 处问题未列出", "the rows of %q have %d more findings that are not listed", d.made.ID.Value, more))
	}
}

// figures reads the cells of a column of figures. Equal texts share one figure:
// in long tables most repeat, and a figure is larger than its text.
func (r *reader) figures(d *tableDraft, column int) {
	const mostShared = 1 << 16
	c := d.made.Columns[column]
	opt := figure.Options{Unit: c.Unit, Precision: d.precisions[column], Rounding: r.ds.Rounding}
	shared := map[string]figure.Figure{}
	for _, row := range d.made.Rows {
		cell := &row.Cells[column]
		if f, ok := shared[cell.Text]; ok {
			cell.Figure = f
			continue
		}
		cell.Figure = r.cellFigure(d, cell, opt)
		if len(shared) < mostShared && cell.Figure.Absent != figure.Unknown {
			shared[cell.Text] = cell.Figure
		}
	}
}

func (r *reader) cellFigure(d *tableDraft, cell *dataset.Cell, opt figure.Options) figure.Figure {
	if cell.Text == "" {
		return absent(opt)
	}
	if length := len([]rune(cell.Text)); length > r.limits.NumberLength {
		r.reportRow(d, diag.OverLimit, cell.Place, diag.Say("数值有 %d 个字符，超过 %d 个的上限",
			"the figure has %d characters, more than the limit of %d", length, r.limits.NumberLength))
		return absent(opt)
	}
	f, problem := figure.Parse(cell.Text, opt)
	if problem != nil {
		r.reportRow(d, figureCode(problem.Kind), cell.Place, problem.Say, figureHints(problem)...)
		return absent(opt)
	}
	return f
}

func (r *reader) checkOneOf(d *tableDraft, column int) {
	c := d.made.Columns[column]
	words := make([]string, len(c.OneOf))
	for i, t := range c.OneOf {
		words[i] = t.Value
	}
	for _, row := range d.made.Rows {
		if cell := row.Cells[column]; cell.Text != "" && !slices.Contains(words, cell.Text) {
			r.reportRow(d, diag.BadTable, cell.Place, diag.Say("“%s”不在“%s”列的 one_of（%s）之中",
				"%q is not in %q's one_of (%s)", shortened(cell.Text), c.Title.Value, strings.Join(words, ", ")), nearest(cell.Text, words)...)
		}
	}
}

// allNumbers reports whether a column holds numbers and nothing else but empty
// cells and signs of absence. Codes such as 007 are no numbers.
func allNumbers(rows []*dataset.Row, column int) bool {
	some := false
	for _, row := range rows {
		switch t := row.Cells[column].Text; {
		case t == "" || t == "-" || t == "…":
		case isPlainNumber(t):
			some = true
		default:
			return false
		}
	}
	return some
}

func isPlainNumber(s string) bool {
	s = strings.TrimLeft(s, "+-")
	whole, fraction, point := strings.Cut(s, ".")
	digits := strings.ReplaceAll(whole, ",", "")
	if digits == "" || point && fraction == "" || len(digits) > 1 && digits[0] == '0' {
		return false
	}
	return strings.Trim(digits+fraction, "0123456789") == "" && whole[0] != ','
}

// nameRows gives every row its key; without `key: true` the first column of
// words names them.
func nameRows(t *dataset.Table) {
	key := slices.IndexFunc(t.Columns, func(c *dataset.Column) bool { return c.Key })
	if key < 0 {
		key = slices.IndexFunc(t.Columns, func(c *dataset.Column) bool { return !c.Numeric })
	}
	if key >= 0 {
		t.Columns[key].Key = true
	}
	seen := make(map[string]bool, len(t.Rows))
	for n, row := range t.Rows {
		number := "#" + strconv.Itoa(n+1)
		if key >= 0 {
			row.Key = row.Cells[key].Text
		}
		for row.Key == "" || seen[row.Key] {
			row.Key += number
		}
		seen[row.Key] = true
	}
}
