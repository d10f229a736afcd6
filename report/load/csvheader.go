package load

import (
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
)

// headerCell is a cell of a CSV file's header.
type headerCell struct {
	text  string
	place diag.Place
}

// csvHeader binds the cells of the first record that is not blank to columns:
// columns says which cell is a column's, or −1, and width how many cells there
// are. The rows follow from an offset on. columns is nil if there is no header.
func (r *reader) csvHeader(d *tableDraft, t csvText, file string) (columns []int, width, from int) {
	cells, from := r.csvHeaderCells(t, file)
	if cells == nil {
		return nil, 0, 0
	}
	var names []string
	for _, c := range d.made.Columns {
		names = append(names, c.ID.Value, c.Title.Value)
	}
	columns = slices.Repeat([]int{-1}, len(d.made.Columns))
	for n, cell := range cells {
		column := columnNamed(d.made, cell.text)
		switch {
		case column < 0:
			r.report(diag.BadTable, cell.place, diag.Say("表头“%s”不是表“%s”的列", "the header %q is no column of the table %q",
				shortened(cell.text), d.made.ID.Value), headerHints(cell.text, len(cells), names)...)
		case columns[column] >= 0:
			r.report(diag.DuplicateKey, cell.place, diag.Say("表头“%s”重复", "the header %q stands twice", shortened(cell.text)))
		default:
			columns[column] = n
		}
	}
	for i, c := range d.made.Columns {
		if columns[i] < 0 && c.Formula == nil {
			r.report(diag.MissingKey, cells[0].place, diag.Say("表头缺少列“%s”（%s）", "the header lacks the column %[2]q", c.Title.Value, c.ID.Value))
		}
	}
	return columns, len(cells), from
}

// csvHeaderCells are the cells of the header, less empty ones at its end, and
// where the next record begins; nil if there is none.
func (r *reader) csvHeaderCells(t csvText, file string) (header []headerCell, from int) {
	for from < len(t.text) {
		at := from
		cells, next, fault := t.record(at, -1, nil)
		if fault != nil {
			r.csvFault(t, file, fault)
			return nil, 0
		}
		from = next
		for len(cells) > 0 && t.cell(cells[len(cells)-1]) == "" {
			cells = cells[:len(cells)-1]
		}
		if len(cells) > r.limits.Columns {
			r.report(diag.OverLimit, t.placeIn(file, t.lineOf(at), cells[0]),
				diag.Say("表头有 %[2]d 格；表的列不超过 %[1]d 个", "the header has %[2]d cells; a table has at most %[1]d columns", r.limits.Columns, len(cells)))
			return nil, 0
		}
		for _, s := range cells {
			header = append(header, headerCell{t.cell(s), t.placeIn(file, t.lineOf(s.start), s)})
		}
		if header != nil {
			return header, from
		}
	}
	r.report(diag.BadTable, diag.Place{File: file}, diag.Say("文件是空的，应有一行表头", "the file is empty; a header is wanted"))
	return nil, 0
}

// columnNamed is the column with that id, else the first with that title.
func columnNamed(t *dataset.Table, name string) int {
	if i := t.ColumnIndex(name); i >= 0 {
		return i
	}
	return slices.IndexFunc(t.Columns, func(c *dataset.Column) bool { return c.Title.Value == name && name != "" })
}

func headerHints(name string, cells int, names []string) []diag.Hint {
	if cells == 1 && strings.ContainsAny(name, "\t;，；") {
		return []diag.Hint{{Kind: "comma", Message: diag.Say("各格之间用半角逗号分隔", "cells are separated by ASCII commas")}}
	}
	return nearest(name, names)
}
