package transcribe

import (
	"strconv"
	"strings"

	"jianbao/report/load"
)

func (t *transcript) tableDraft(m *table) load.Draft {
	d := load.DraftMapping().With("id", load.DraftOf(m.id)).With("title", load.DraftOf(m.title))
	if m.sample {
		d = d.With("sample", load.DraftFigure("true"))
	}
	if m.unit != "" {
		d = d.With("unit", load.DraftOf(m.unit))
	}
	noted := false
	for _, n := range m.notes {
		if note, is := strings.CutPrefix(squeezed(n), "注："); is && !noted {
			noted = true
			d = d.With("note", load.DraftOf(note))
			continue
		}
		d.Notes = append(d.Notes, n)
	}
	columns := load.DraftList()
	for k, c := range m.columns {
		columns.List = append(columns.List, columnDraft(c, c.key && m.tellsApart(k)))
	}
	d = d.With("columns", columns)
	if len(m.rows) > longTable && t.opt.CSV {
		name := t.opt.Name + "-" + strconv.Itoa(len(t.csv)+1) + ".csv"
		t.csv = append(t.csv, CSV{Name: name, Rows: m.csvRows()})
		d = d.With("file", load.DraftOf(name))
	} else {
		rows := load.DraftList()
		for r := range m.rows {
			cells := load.DraftList().OnOneLine()
			for k, c := range m.columns {
				text := m.text(k, r)
				switch {
				case c.numeric && text == "":
					cells.List = append(cells.List, load.DraftNull())
				case c.numeric:
					cells.List = append(cells.List, load.DraftFigure(text))
				default:
					cells.List = append(cells.List, load.DraftOf(text))
				}
			}
			rows.List = append(rows.List, cells)
		}
		d = d.With("rows", rows)
	}
	if len(m.totals) > 0 {
		totals := load.DraftList()
		for _, to := range m.totals {
			totals.List = append(totals.List, totalDraft(m, to))
		}
		d = d.With("totals", totals)
	}
	return d
}

// tellsApart reports whether no two rows have the same text in a column.
func (m *table) tellsApart(column int) bool {
	seen := map[string]bool{}
	for r := range m.rows {
		text := m.text(column, r)
		if seen[text] {
			return false
		}
		seen[text] = true
	}
	return true
}

func columnDraft(c *tableColumn, key bool) load.Draft {
	d := load.DraftMapping().With("id", load.DraftOf(c.id)).With("title", load.DraftOf(c.title))
	if key {
		d = d.With("key", load.DraftFigure("true"))
	}
	if c.unit != "" {
		d = d.With("unit", load.DraftOf(c.unit))
	}
	if c.numeric && c.decimals > 0 {
		d = d.With("decimals", load.DraftFigure(strconv.Itoa(c.decimals)))
	}
	if c.formula != "" {
		d = d.With("formula", load.DraftOf(c.formula))
	}
	return d.OnOneLine()
}

func totalDraft(m *table, to *total) load.Draft {
	d := load.DraftMapping().With("label", load.DraftOf(to.label))
	if to.where != nil {
		d = d.With("where", load.DraftMapping().OnOneLine().With(to.where.column, load.DraftOf(to.where.text)))
	}
	if to.count != "" {
		d = d.With("count", load.DraftFigure(to.count))
	}
	for _, c := range m.columns {
		if at := to.cells[c.id]; at != nil {
			d = d.With(c.id, load.DraftFigure(at.Shown.Figure))
		}
	}
	return d.OnOneLine()
}

func (m *table) csvRows() [][]string {
	head := make([]string, len(m.columns))
	for k, c := range m.columns {
		head[k] = c.id
	}
	all := [][]string{head}
	for r := range m.rows {
		cells := make([]string, len(m.columns))
		for k := range m.columns {
			cells[k] = m.text(k, r)
		}
		all = append(all, cells)
	}
	return all
}
