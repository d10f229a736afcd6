package load

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// csvRows finds the rows of a table in its CSV file: a header of column ids or
// titles in any order, then the rows. It reports whether it read them all.
func (r *reader) csvRows(d *tableDraft) (whole bool) {
	written, ok := r.scalar(d.file)
	if !ok {
		return false
	}
	in, problem := r.csvInput(written.Value)
	if problem != nil {
		r.found.add(problem.finding(written.Place))
		return false
	}
	text := csvText{text: in.Text, quotes: strings.Contains(in.Text, `"`)}
	columns, width, from := r.csvHeader(d, text, in.Name)
	if columns == nil {
		return false
	}
	starts, fault := text.rows(from, pieceBytes)
	tooMany := len(starts) > r.limits.Rows
	if tooMany {
		at := int(starts[r.limits.Rows])
		first, _, _ := text.record(at, 1, nil)
		r.full(text.placeIn(in.Name, text.lineOf(at), first[0]))
		starts, fault = starts[:r.limits.Rows], nil
	}
	d.cells = newCSVCells(text, in.Name, columns, width, r.limits.TextLength, starts)
	if fault != nil {
		r.csvFault(text, in.Name, fault)
	}
	return fault == nil && !tooMany
}

// csvInput reads a CSV file, once for all tables that name it.
func (r *reader) csvInput(written string) (dataset.Input, *problem) {
	path, problem := inside(dataFile, written)
	if problem != nil {
		return dataset.Input{}, problem
	}
	name := r.prefix + path
	if known := slices.IndexFunc(r.ds.Inputs, func(i dataset.Input) bool { return i.Name == name }); known >= 0 {
		return r.ds.Inputs[known], nil
	}
	raw, sum, problem := readText(r.files, path, r.limits.CSVBytes)
	if problem != nil {
		return dataset.Input{}, problem
	}
	text, ok := decode(raw)
	if !ok {
		return dataset.Input{}, notDecoded(written)
	}
	in := dataset.Input{Name: name, Text: text, SHA256: sum}
	r.ds.Inputs = append(r.ds.Inputs, in)
	return in, nil
}

func notDecoded(name string) *problem {
	return &problem{code: diag.BadTable, say: diag.Say("“%s”既不是 UTF-8 也不是 GB 18030 编码", "%q is neither UTF-8 nor GB 18030", name),
		hints: []diag.Hint{{Kind: "encoding", Message: diag.Say("另存为“CSV UTF-8（逗号分隔）”", "save it as “CSV UTF-8 (comma delimited)”")}}}
}

// unsound reports what is wrong with a row of a CSV file but for its figures:
// how many cells it has, control characters, texts that are too long.
func (r *reader) unsound(d *tableDraft, row int) {
	c, ok := d.cells.(*csvCells)
	if !ok {
		return // of rows in the data file this was said when they were read
	}
	cells, _, _ := c.record(int(c.starts[row]), -1, nil)
	given := c.given(cells)
	if given != c.width {
		at := cells[len(cells)-1]
		if given > c.width {
			at = cells[c.width]
		}
		r.reportRow(d, diag.BadTable, c.place(row, at), diag.Say("这一行有 %d 格，表头有 %d 格", "the row has %d cells, the header %d", given, c.width))
	}
	for n, s := range cells[:min(given, c.width)] {
		if !slices.Contains(c.columns, n) {
			continue
		}
		text := c.cell(s)
		if stray := strings.IndexFunc(text, isStrayInCell); stray >= 0 {
			found, _ := utf8.DecodeRuneInString(text[stray:])
			r.reportRow(d, diag.BadValue, c.place(row, s), diag.Say("控制字符 %U 不能出现在数据里", "the control character %U cannot stand in data", found))
			text, _ = scrubbed(text)
		}
		r.fits(dataset.Text{Value: text, Place: c.place(row, s)})
	}
}

// csvFault reports what stopped the reading.
func (r *reader) csvFault(t csvText, file string, fault *csvFault) {
	say := diag.Say("引号要包住整个格，格里的引号写两遍", "quotes go around a whole cell, and a quote within is doubled")
	at := fault.at
	if rest := t.text[min(at+1, len(t.text)):]; !fault.bare && strings.TrimSpace(rest) == "" {
		say = diag.Say("引号没有配对", "a quote is not closed")
		line, _, _ := strings.Cut(t.text[fault.record:], "\n")
		at = fault.record + strings.LastIndexByte(line, '"')
	}
	column := 1 + utf8.RuneCountInString(t.text[t.lineStart(at):at])
	r.report(diag.BadTable, diag.Place{File: file, Line: t.lineOf(at), Column: column, EndColumn: column + 1}, say,
		diag.Hint{Kind: "quote", Message: diag.Say("此行以后未读", "nothing after this line was read")})
}
