package load

import (
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// figureKey names a figure of a member.
type figureKey struct {
	id     string
	period period.Period
}

// memberFigure is a figure of a member with its place.
type memberFigure struct {
	figure   figure.Figure
	place    diag.Place
	borneOut bool // by a check of its own file
}

// take keeps the figures that are asked for, as given or as computed.
func (m *memberFile) take(d *dataset.Dataset, judged Judgement, asked asked, lines keptLines) {
	m.figures = map[figureKey]memberFigure{}
	for _, i := range d.Indicators() {
		m.names = append(m.names, dataset.Column{ID: i.ID, Title: i.Name, Unit: unitOf(i)})
		if !asked.ids[i.ID.Value] {
			continue
		}
		for _, p := range asked.periods {
			kept := memberFigure{figure: figure.Figure{Absent: figure.Unknown}, place: i.Place}
			if o := i.In(p); o != nil {
				kept = memberFigure{figure: o.Figure, place: o.Place, borneOut: judged.BorneOut[o.Ref()]}
				if made, ok := judged.Values[o.Ref()]; ok && o.Figure.Absent == figure.Unknown {
					kept.figure = made
				}
			}
			lines.keep(kept.place)
			key := figureKey{i.ID.Value, p}
			m.kept = append(m.kept, key)
			m.figures[key] = kept
		}
	}
}

// unitOf is the unit an indicator's figures are in; empty if nothing says.
func unitOf(i *dataset.Indicator) string {
	if i.Unit != "" {
		return i.Unit
	}
	for _, o := range i.Observations {
		if o.Figure.Absent == figure.Present {
			return o.Figure.Unit.Symbol
		}
	}
	return ""
}

// memberTables makes a table of the members for each period: name, code, and a
// column for each indicator asked for that one of them has, in the order of the
// file's own and then of the members'.
func (r *reader) memberTables(read []*memberFile, asked asked) {
	own, others := map[string]*dataset.Indicator{}, map[string]*dataset.Column{}
	var columns, rest []*dataset.Column
	has := map[string]bool{dataset.MemberName: true, dataset.MemberCode: true}
	for _, i := range r.ds.Indicators() {
		own[i.ID.Value] = i
	}
	for _, m := range read {
		for n := range m.names {
			c := &m.names[n]
			switch {
			case has[c.ID.Value]:
			case asked.ids[c.ID.Value]:
				has[c.ID.Value] = true
				columns = append(columns, &dataset.Column{ID: c.ID, Title: c.Title, Unit: c.Unit, Numeric: true})
			case others[c.ID.Value] == nil:
				others[c.ID.Value] = c
				rest = append(rest, c)
			}
		}
	}
	order := map[string]int{}
	for n, i := range r.ds.Indicators() {
		order[i.ID.Value] = n - len(r.ds.Indicators())
	}
	slices.SortStableFunc(columns, func(a, b *dataset.Column) int { return order[a.ID.Value] - order[b.ID.Value] })
	for _, c := range columns {
		c.Unit = r.memberUnit(c, own[c.ID.Value], read)
	}
	for _, p := range asked.periods {
		r.ds.MemberTables = append(r.ds.MemberTables, r.memberTable(p, columns, rest, read))
	}
}

// memberTable is the members' figures of a period.
func (r *reader) memberTable(p period.Period, columns, others []*dataset.Column, read []*memberFile) *dataset.Table {
	at := r.ds.Members.Place
	id := dataset.MembersID
	if p != r.ds.Period {
		id += "_" + strings.NewReplacer("-", "_", ".", "_").Replace(p.String())
	}
	for ; r.ids[id].Line > 0; id += "_" { // an id of the file's own
	}
	t := &dataset.Table{ID: dataset.Text{Value: id, Place: at}, Period: p, Others: others,
		Title: dataset.Text{Value: "分地区主要指标（" + p.Chinese() + "）", Place: at}}
	t.Columns = []*dataset.Column{
		{ID: dataset.Text{Value: dataset.MemberName, Place: at}, Title: dataset.Text{Value: "地区", Place: at}, Key: true},
		{ID: dataset.Text{Value: dataset.MemberCode, Place: at}, Title: dataset.Text{Value: "区划代码", Place: at}},
	}
	for _, c := range columns {
		of := *c // a column belongs to one table
		t.Columns = append(t.Columns, &of)
	}
	cells := &memberCells{columns: t.Columns, rows: make([][]memberFigure, len(read))}
	values := make([]dataset.Values, len(t.Columns))
	for k := 2; k < len(values); k++ {
		values[k] = dataset.Values{Figures: make([]figure.Brief, len(read)),
			Options: figure.Options{Unit: t.Columns[k].Unit, Rounding: r.ds.Rounding}}
	}
	for n, m := range read {
		t.Members = append(t.Members, m.Member)
		cells.rows[n] = make([]memberFigure, len(t.Columns)-2)
		for k, c := range t.Columns[2:] {
			kept, has := m.figures[figureKey{c.ID.Value, p}]
			if !has {
				kept = memberFigure{figure: figure.Figure{Absent: figure.Unknown}, place: m.Place}
			}
			if m.count > 0 || slices.Contains(m.Unlike, c.ID.Value) {
				kept.figure = figure.Figure{Absent: figure.Unknown, Unit: kept.figure.Unit}
			}
			cells.rows[n][k] = kept
			v := &values[k+2]
			v.Figures[n] = briefOf(kept.figure, v.Options)
			v.Decimals = max(v.Decimals, kept.figure.Written)
		}
	}
	cells.members = t.Members
	t.Fill(cells, values)
	return t
}

// briefOf is the short form of a figure. One in the column's own unit and with
// the precision of its digits is a plain number; each other stands for itself.
func briefOf(f figure.Figure, column figure.Options) figure.Brief {
	if f.Absent == figure.Unknown {
		return figure.Missing
	}
	if f.Number == nil || f.Hedge != figure.Plain || f.Precision.Given || f.Unit.Symbol != column.Unit {
		return figure.Other
	}
	text := figure.Format(f.Number, f.Written, false)
	b, ok := figure.BriefOf(text)
	if read, problem := figure.Parse(text, column); !ok || problem != nil || !read.Range.Equal(f.Range) {
		return figure.Other // it was computed, or rounded in another way
	}
	return b
}

// memberCells are the cells of a table of members.
type memberCells struct {
	members []dataset.Member
	columns []*dataset.Column
	rows    [][]memberFigure // of the columns behind name and code
}

func (c *memberCells) Len() int { return len(c.members) }

func (c *memberCells) Text(row, column int) string {
	switch column {
	case 0:
		return c.members[row].Name
	case 1:
		return c.members[row].Code
	}
	return c.rows[row][column-2].figure.Text
}

func (c *memberCells) Place(row, column int) diag.Place {
	if column < 2 {
		return c.members[row].Place
	}
	return c.rows[row][column-2].place
}

func (c *memberCells) Figure(row, column int) figure.Figure { return c.rows[row][column-2].figure }

func (c *memberCells) BorneOut(row, column int) bool { return c.rows[row][column-2].borneOut }
