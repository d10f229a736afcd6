package load

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// tableDraft is a table being read.
type tableDraft struct {
	made               *dataset.Table
	precisions         []figure.Precision // one a column
	file, rows, totals entry

	cells    rowSource
	findings int // about rows
}

// columnDraft is a column being read.
type columnDraft struct {
	made      *dataset.Column
	precision figure.Precision
}

var aTable = diag.Say("表", "a table")

func (r *reader) tables(e entry, s *dataset.Section) {
	for _, element := range r.list(e) {
		d := &tableDraft{made: &dataset.Table{Section: s}, cells: &writtenCells{}}
		if !readMapping(r, element, aTable, tableKeys, d) || d.made.ID.Value == "" {
			continue
		}
		r.unique(r.ids, d.made.ID)
		s.Tables = append(s.Tables, d.made)
		if len(d.made.Columns) == 0 {
			continue
		}
		whole := false
		switch {
		case d.file.value != nil && d.rows.value != nil:
			r.report(diag.WrongShape, r.place(d.file.key), diag.Say("表有 rows 就不能再有 file", "a table has rows or file, not both"))
		case d.file.value != nil:
			whole = r.csvRows(d)
		case d.rows.value != nil:
			whole = r.inlineRows(d)
		default:
			r.report(diag.MissingKey, d.made.ID.Place, diag.Say("表“%s”缺少 rows 或 file", "the table %q lacks rows or file", d.made.ID.Value))
		}
		d.made.Unread = !whole
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

// reportRow adds a finding about rows of a table. Of too many, which mostly
// have one cause, the rest is counted.
func (r *reader) reportRow(d *tableDraft, code diag.Code, at diag.Place, say diag.Text, hints ...diag.Hint) {
	if d.findings++; d.findings <= r.limits.RowFindings {
		r.report(code, at, say, hints...)
	}
}

// full reports that a table has more rows than are read.
func (r *reader) full(at diag.Place) {
	r.report(diag.OverLimit, at, diag.Say("表的行超过 %d 行，一张工作表放不下", "a table has more than %d rows, which no worksheet holds", r.limits.Rows))
}

// inlineRows reads `rows`, and reports whether it read them all. A row may leave
// out all columns with a formula.
func (r *reader) inlineRows(d *tableDraft) (whole bool) {
	columns := d.made.Columns
	cells := &writtenCells{}
	d.cells = cells
	var given []int
	for i, c := range columns {
		if c.Formula == nil {
			given = append(given, i)
		}
	}
	for _, element := range r.list(d.rows) {
		if cells.Len() == r.limits.Rows {
			r.full(r.place(element.value))
			return false
		}
		at := r.place(element.value)
		values := r.list(element)
		row := cells.add(len(columns))
		for i := range row {
			row[i].place = at
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
				row[i].place = t.Place
				if !isNull(v.value) {
					row[i].text = strings.TrimSpace(t.Value)
				}
			}
		}
	}
	return true
}

// readCells makes figures of the texts, once all rows are there.
func (r *reader) readCells(d *tableDraft) {
	columns := make([]*columnReading, len(d.made.Columns))
	for i, c := range d.made.Columns {
		columns[i] = r.reading(d, c, d.precisions[i])
	}
	blocks := readBlocks(d.cells, columns)
	for _, b := range blocks {
		for _, row := range b.unsound {
			r.unsound(d, row)
		}
	}
	values := make([]dataset.Values, len(columns))
	for i, c := range columns {
		c.join(blocks, i)
		d.made.Columns[i].Numeric = c.figures
		values[i] = c.values
		if len(d.made.Columns[i].OneOf) > 0 {
			r.checkOneOf(d, i, &values[i])
		}
		if c.figures {
			r.noFigures(d, blocks, i, c.values.Options)
		}
	}
	hasKey := slices.ContainsFunc(d.made.Columns, func(c *dataset.Column) bool { return c.Key })
	nameColumn(d.made)
	d.made.Fill(d.cells, values)
	if hasKey {
		r.keyTwice(d)
	}
	if more := d.findings - r.limits.RowFindings; more > 0 {
		r.report(diag.BadTable, d.made.ID.Place, diag.Say("表“%s”的行还有 %d 处问题未列出", "the rows of %q have %d more findings that are not listed", d.made.ID.Value, more))
	}
}

// reading prepares a column to be read. One of which nothing says what it holds
// holds figures if all its cells do.
func (r *reader) reading(d *tableDraft, c *dataset.Column, p figure.Precision) *columnReading {
	undecided := !c.Numeric && !c.Key && len(c.OneOf) == 0
	reading := &columnReading{figures: c.Numeric || undecided, words: !c.Numeric,
		longest: r.limits.NumberLength, listed: r.limits.RowFindings}
	if reading.figures {
		reading.values.Figures = make([]figure.Brief, d.cells.Len())
		reading.values.Options = figure.Options{Unit: c.Unit, Precision: p, Rounding: r.ds.Rounding}
	}
	if reading.words {
		reading.values.Words = make([]uint16, d.cells.Len())
	}
	return reading
}

// noFigures reports the cells of a column that are no figures.
func (r *reader) noFigures(d *tableDraft, blocks []block, column int, opt figure.Options) {
	for _, b := range blocks {
		for _, row := range b.columns[column].bad {
			r.noFigure(d, d.cells.Text(row, column), d.cells.Place(row, column), opt)
		}
		d.findings += b.columns[column].more
	}
}

func (r *reader) noFigure(d *tableDraft, text string, at diag.Place, opt figure.Options) {
	if length := utf8.RuneCountInString(text); length > r.limits.NumberLength {
		r.reportRow(d, diag.OverLimit, at, diag.Say("数值有 %d 个字符，超过 %d 个的上限",
			"the figure has %d characters, more than the limit of %d", length, r.limits.NumberLength))
		return
	}
	if _, problem := figure.Parse(text, opt); problem != nil {
		r.reportRow(d, figureCode(problem.Kind), at, problem.Say, figureHints(problem)...)
	}
}

func (r *reader) checkOneOf(d *tableDraft, column int, v *dataset.Values) {
	c := d.made.Columns[column]
	words := make([]string, len(c.OneOf))
	for i, t := range c.OneOf {
		words[i] = t.Value
	}
	isBad := func(text string) bool { return text != "" && !slices.Contains(words, text) }
	if v.Words != nil && !slices.ContainsFunc(v.Distinct, isBad) {
		return
	}
	for row := range d.cells.Len() {
		if text := d.cells.Text(row, column); isBad(text) {
			r.reportRow(d, diag.BadTable, d.cells.Place(row, column), diag.Say("“%s”不在“%s”列的 one_of（%s）之中",
				"%q is not in %q's one_of (%s)", shortened(text), c.Title.Value, strings.Join(words, ", ")), nearest(text, words)...)
		}
	}
}

// isNoNumber reports whether a text stands where there is no number: an empty
// cell, or a sign of absence.
func isNoNumber(text string) bool { return text == "" || text == "-" || text == "…" }

// isPlainNumber reports whether a text is a number and nothing else. Codes such
// as 007 are no numbers.
func isPlainNumber(s string) bool {
	s = strings.TrimLeft(s, "+-")
	whole, fraction, point := strings.Cut(s, ".")
	digits := strings.ReplaceAll(whole, ",", "")
	if digits == "" || point && fraction == "" || len(digits) > 1 && digits[0] == '0' {
		return false
	}
	return strings.Trim(digits+fraction, "0123456789") == "" && whole[0] != ','
}

// nameColumn marks the column that names the rows: without `key: true` the
// first column of words.
func nameColumn(t *dataset.Table) {
	isKey := func(c *dataset.Column) bool { return c.Key }
	isWords := func(c *dataset.Column) bool { return !c.Numeric }
	if slices.ContainsFunc(t.Columns, isKey) {
		return
	}
	if first := slices.IndexFunc(t.Columns, isWords); first >= 0 {
		t.Columns[first].Key = true
	}
}
