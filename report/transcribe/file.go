package transcribe

import (
	"regexp"
	"strconv"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/load"
)

// newSection is the section for a list: that of its sheet.
func (t *transcript) newSection(s *sheet, b *block) *section {
	title := s.name
	if genericName.MatchString(title) {
		for _, line := range b.titles {
			if !isLabel(line) {
				title = firstOf(line)
				break
			}
		}
	}
	for _, sec := range t.sections {
		if sec.title == title {
			return sec
		}
	}
	return t.addSection(title)
}

var genericName = regexp.MustCompile(`^(?i:sheet|工作表|表)\s*[0-9]*$`)

func (t *transcript) addSection(title string) *section {
	sec := &section{title: title}
	t.sections = append(t.sections, sec)
	return sec
}

// file is the data file.
func (t *transcript) file() load.Draft {
	parent, name := t.district()
	district := load.DraftMapping().With("name", load.DraftOf(name)).OnOneLine()
	if parent != "" {
		district = district.With("parent", load.DraftOf(parent))
	}
	d := load.DraftMapping().
		With("version", load.DraftFigure("1")).
		With("district", district).
		With("title", load.DraftOf(t.title())).
		With("period", load.DraftFigure(string(t.period))).
		With("published", load.DraftFigure(t.published()))
	sections := load.DraftList()
	for n, sec := range t.sections {
		if len(sec.indicators)+len(sec.tables) > 0 {
			sections.List = append(sections.List, t.sectionDraft(sec, n+1))
		}
	}
	d = d.With("sections", sections)
	d.Notes = append(d.Notes, "由工作簿 "+t.opt.Name+" 转成；核对后再用。")
	if remarks := t.allRemarks(); len(remarks) > 0 {
		d.Notes = append(d.Notes, "没有写入，或者要看一看的：")
		for _, r := range remarks {
			d.Notes = append(d.Notes, "  "+r.In(diag.ZH))
		}
	}
	return d
}

func (t *transcript) sectionDraft(sec *section, n int) load.Draft {
	d := load.DraftMapping().With("id", load.DraftOf("s"+strconv.Itoa(n))).With("title", load.DraftOf(sec.title))
	d.Notes = sec.notes
	if len(sec.indicators) > 0 {
		all := load.DraftList()
		for _, i := range sec.indicators {
			all.List = append(all.List, t.indicatorDraft(i))
		}
		d = d.With("indicators", all)
	}
	if len(sec.tables) > 0 {
		all := load.DraftList()
		for _, m := range sec.tables {
			all.List = append(all.List, t.tableDraft(m))
		}
		d = d.With("tables", all)
	}
	return d
}

func (t *transcript) indicatorDraft(i *indicator) load.Draft {
	d := load.DraftMapping().With("id", load.DraftOf(i.id)).With("name", load.DraftOf(i.name))
	if i.formula != "" {
		d = d.With("formula", load.DraftOf(i.formula))
	}
	if i.of != "" {
		d = d.With("of", load.DraftOf(i.of))
	}
	if i.share != "" {
		d = d.With("share", load.DraftFigure(i.share))
		i.observations[0].shared = true
	}
	if len(i.observations) == 1 {
		return observed(d, i.observations[0], t.period).OnOneLine()
	}
	all := load.DraftList()
	for _, o := range i.observations {
		period := o.period
		if period == "" {
			period = t.period
		}
		one := load.DraftMapping().With("period", load.DraftFigure(string(period)))
		all.List = append(all.List, observed(one, o, period).OnOneLine())
	}
	return d.With("observations", all)
}

// observed adds an observation to what holds it, which is of a period.
func observed(d load.Draft, o *observation, of reference) load.Draft {
	if o.period != "" && o.period != of {
		d = d.With("period", load.DraftFigure(string(o.period)))
	}
	switch {
	case o.shared:
	case o.missing || !o.hasFigure && o.yoy == "" && o.pop == "" && o.rank == "":
		d = d.With("value", load.DraftNull())
	case o.hasFigure:
		d = d.With("value", load.DraftFigure(o.value))
	}
	for _, k := range []struct{ name, text string }{{"unit", o.unit}, {"yoy", o.yoy}, {"pop", o.pop}, {"note", o.note}} {
		if k.text == "" {
			continue
		}
		if k.name == "yoy" || k.name == "pop" {
			d = d.With(k.name, load.DraftFigure(k.text))
		} else {
			d = d.With(k.name, load.DraftOf(k.text))
		}
	}
	if o.target {
		d = d.With("status", load.DraftOf("target"))
	}
	if o.rank != "" {
		d = d.With("rank", load.DraftFigure(o.rank))
	}
	return d
}

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
	for _, c := range m.columns {
		columns.List = append(columns.List, columnDraft(c))
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

func columnDraft(c *tableColumn) load.Draft {
	d := load.DraftMapping().With("id", load.DraftOf(c.id)).With("title", load.DraftOf(c.title))
	if c.key {
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
	if len(to.where) > 0 {
		where := load.DraftMapping().OnOneLine()
		for _, id := range to.order {
			where = where.With(id, load.DraftOf(to.where[id]))
		}
		d = d.With("where", where)
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
