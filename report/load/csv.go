package load

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// csvRows reads the rows of a table from its CSV file (RFC 4180): a header of
// column ids or titles in any order, then the rows.
func (r *reader) csvRows(d *tableDraft) {
	written, ok := r.scalar(d.file)
	if !ok {
		return
	}
	path, problem := inside(written.Value)
	var raw []byte
	if problem == nil {
		raw, problem = readInside(r.files, path, r.limits.CSVBytes)
	}
	if problem != nil {
		r.found.add(problem.finding(written.Place))
		return
	}
	text, ok := decode(raw)
	if !ok {
		r.report(diag.BadTable, written.Place, diag.Say("“%s”既不是 UTF-8 也不是 GB 18030 编码", "%q is neither UTF-8 nor GB 18030", written.Value),
			diag.Hint{Kind: "encoding", Message: diag.Say("另存为“CSV UTF-8（逗号分隔）”", "save it as “CSV UTF-8 (comma delimited)”")})
		return
	}
	name := r.prefix + path
	if !slices.ContainsFunc(r.ds.Inputs, func(i dataset.Input) bool { return i.Name == name }) {
		r.ds.Inputs = append(r.ds.Inputs, input(name, raw, text))
	}
	c := newCSVReader(name, text)
	header, ok := r.csvHeader(d, c)
	if !ok {
		return
	}
	for c.next() {
		if c.blank() {
			continue
		}
		if r.full(d, c.fields[0].place) {
			return
		}
		r.csvRow(d, c, header)
	}
	r.csvProblem(c)
}

// csvRow takes a record over; header says which column each cell is for, or -1.
func (r *reader) csvRow(d *tableDraft, c *csvReader, header []int) {
	row := d.row()
	for i := range row {
		row[i].Place = c.fields[0].place // where a computed column is left out
	}
	given := len(c.fields)
	for given > len(header) && c.fields[given-1].text == "" {
		given--
	}
	if given != len(header) {
		at := c.fields[len(c.fields)-1].place
		if given > len(header) {
			at = c.fields[len(header)].place
		}
		r.reportRow(d, diag.BadTable, at, diag.Say("这一行有 %d 格，表头有 %d 格", "the row has %d cells, the header %d", given, len(header)))
	}
	for i, f := range c.fields[:min(given, len(header))] {
		if header[i] < 0 {
			continue
		}
		if stray := strings.IndexFunc(f.text, func(c rune) bool { return isStray(c) || c == '\r' }); stray >= 0 {
			c, _ := utf8.DecodeRuneInString(f.text[stray:])
			r.reportRow(d, diag.BadValue, f.place, diag.Say("控制字符 %U 不能出现在数据里", "the control character %U cannot stand in data", c))
			f.text = strings.Map(unstray, f.text)
		}
		r.fits(dataset.Text{Value: f.text, Place: f.place})
		row[header[i]] = dataset.Cell{Text: f.text, Place: f.place}
	}
}

func unstray(c rune) rune {
	if isStray(c) || c == '\r' {
		return unicode.ReplacementChar
	}
	return c
}

// csvHeader binds the cells of the first record to columns.
func (r *reader) csvHeader(d *tableDraft, c *csvReader) ([]int, bool) {
	whole := diag.Place{File: c.name}
	for c.next() && c.blank() {
	}
	if len(c.fields) == 0 {
		if !r.csvProblem(c) {
			r.report(diag.BadTable, whole, diag.Say("文件是空的，应有一行表头", "the file is empty; a header is wanted"))
		}
		return nil, false
	}
	fields := c.fields
	for len(fields) > 0 && fields[len(fields)-1].text == "" {
		fields = fields[:len(fields)-1]
	}
	var names []string
	for _, column := range d.made.Columns {
		names = append(names, column.ID.Value, column.Title.Value)
	}
	header := make([]int, len(fields))
	given := make([]bool, len(d.made.Columns))
	for i, f := range fields {
		header[i] = columnNamed(d.made, f.text)
		switch {
		case header[i] < 0:
			r.report(diag.BadTable, f.place, diag.Say("表头“%s”不是表“%s”的列", "the header %q is no column of the table %q",
				shortened(f.text), d.made.ID.Value), headerHints(f.text, fields, names)...)
		case given[header[i]]:
			r.report(diag.DuplicateKey, f.place, diag.Say("表头“%s”重复", "the header %q stands twice", shortened(f.text)))
			header[i] = -1
		default:
			given[header[i]] = true
		}
	}
	for i, column := range d.made.Columns {
		if !given[i] && column.Formula == nil {
			r.report(diag.MissingKey, fields[0].place, diag.Say("表头缺少列“%s”（%s）", "the header lacks the column %[2]q", column.Title.Value, column.ID.Value))
		}
	}
	return header, true
}

// columnNamed is the column with that id, else the first with that title.
func columnNamed(t *dataset.Table, name string) int {
	if i := t.ColumnIndex(name); i >= 0 {
		return i
	}
	return slices.IndexFunc(t.Columns, func(c *dataset.Column) bool { return c.Title.Value == name && name != "" })
}

func headerHints(name string, fields []csvField, names []string) []diag.Hint {
	if len(fields) == 1 && strings.ContainsAny(name, "\t;，；") {
		return []diag.Hint{{Kind: "comma", Message: diag.Say("各格之间用半角逗号分隔", "cells are separated by ASCII commas")}}
	}
	return nearest(name, names)
}

// csvProblem reports what stopped the reading, if it was not the end.
func (r *reader) csvProblem(c *csvReader) bool {
	var p *csv.ParseError
	if !errors.As(c.err, &p) {
		return false
	}
	c.seek(p.StartLine)
	open := c.at(p.StartLine, 1+bytes.LastIndexByte(c.current(), '"'))
	say, at := diag.Say("引号要包住整个格，格里的引号写两遍", "quotes go around a whole cell, and a quote within is doubled"), c.at(p.Line, p.Column)
	if rest := c.text[c.start:]; !errors.Is(p.Err, csv.ErrBareQuote) && len(bytes.TrimSpace(rest[min(p.Column, len(rest)):])) == 0 {
		say, at = diag.Say("引号没有配对", "a quote is not closed"), open
	}
	r.report(diag.BadTable, at, say, diag.Hint{Kind: "quote",
		Message: diag.Say("此行以后未读", "nothing after this line was read")})
	return true
}

// csvReader reads records with the places of their cells, in characters.
type csvReader struct {
	name   string
	text   []byte
	csv    *csv.Reader
	fields []csvField // of the record last read
	err    error

	line, start int // a line and the offset of its first byte
}

type csvField struct {
	text  string
	place diag.Place
}

func newCSVReader(name string, text []byte) *csvReader {
	c := &csvReader{name: name, text: text, csv: csv.NewReader(bytes.NewReader(text)), line: 1}
	c.csv.FieldsPerRecord = -1
	c.csv.ReuseRecord = true
	return c
}

// next reads a record; false at the end or at what cannot be read.
func (c *csvReader) next() bool {
	c.fields = c.fields[:0]
	record, err := c.csv.Read()
	if err != nil {
		if !errors.Is(err, io.EOF) {
			c.err = err
		}
		return false
	}
	column, passed := 1, 0 // characters and bytes of the line
	for i, text := range record {
		line, byteColumn := c.csv.FieldPos(i)
		if line != c.line {
			c.seek(line)
			column, passed = 1, 0
		}
		column += utf8.RuneCount(c.text[c.start+passed : c.start+byteColumn-1])
		passed = byteColumn - 1
		c.fields = append(c.fields, c.field(text, c.text[c.start+passed:], column))
	}
	return true
}

// field places a cell that begins at rest: its text without quotes and the
// blanks around it.
func (c *csvReader) field(text string, rest []byte, column int) csvField {
	trimmed := strings.TrimSpace(text)
	length := utf8.RuneCountInString(trimmed)
	if len(rest) > 0 && rest[0] == '"' {
		column++
		rest = rest[1:]
		length += strings.Count(trimmed, `"`)
	}
	lead := len(rest) - len(bytes.TrimLeftFunc(rest, func(r rune) bool { return r != '\n' && r != '\r' && r != ',' && unicode.IsSpace(r) }))
	if trimmed != "" {
		column += utf8.RuneCount(rest[:lead])
	}
	if before, _, several := strings.Cut(trimmed, "\n"); several {
		length = utf8.RuneCountInString(before) + strings.Count(before, `"`)
	}
	return csvField{trimmed, diag.Place{File: c.name, Line: c.line, Column: column, EndColumn: column + max(length, 1)}}
}

// blank reports a record of empty cells.
func (c *csvReader) blank() bool {
	return !slices.ContainsFunc(c.fields, func(f csvField) bool { return f.text != "" })
}

// seek moves on to a line.
func (c *csvReader) seek(line int) {
	for c.line < line {
		i := bytes.IndexByte(c.text[c.start:], '\n')
		if i < 0 {
			return
		}
		c.start += i + 1
		c.line++
	}
}

// current is the line at hand.
func (c *csvReader) current() []byte {
	line, _, _ := bytes.Cut(c.text[c.start:], []byte("\n"))
	return line
}

// at is the place of a byte of a line not before the last one read.
func (c *csvReader) at(line, byteColumn int) diag.Place {
	c.seek(line)
	rest := c.current()
	column := 1 + utf8.RuneCount(rest[:min(max(byteColumn-1, 0), len(rest))])
	return diag.Place{File: c.name, Line: c.line, Column: column, EndColumn: column + 1}
}
