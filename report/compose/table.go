package compose

import (
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// sampleMark is said in every output of a table that is 示例数据.
const sampleMark = "（示例数据）"

// heldRows is how many rows of a table are laid out once for all that is made of
// them; of longer tables each is laid out again as it is asked for.
const heldRows = 2000

// dataTable lays a table of the data out: its rows, then its totals.
func (c *composer) dataTable(t *dataset.Table) document.Table {
	out := document.Table{
		ID: t.ID.Value, Kind: document.DataTable, Title: t.Title.Value, Sample: t.Sample,
		Unit: unitLine(t), Note: c.withRounding(t.Note.Value, c.r.Rounded.Tables[t]), Source: c.sourceTitle(t.Source.Value),
	}
	if t.Sample {
		out.Title += sampleMark
	}
	for k, col := range t.Columns {
		out.Columns = append(out.Columns, c.column(t, k, col, out.Unit))
	}
	out.Rows = &tableRows{c, t, out.Columns}
	if t.Len() <= heldRows {
		out.Rows = out.First(heldRows)
	}
	for _, total := range t.Totals {
		out.Totals = append(out.Totals, c.totalRow(t, total, out.Columns))
	}
	return out
}

// unitLine is the unit that 单位：亿元 above the table says once for all columns
// that name no other: as the data say, else what all columns of figures share;
// empty if they differ or there are none.
func unitLine(t *dataset.Table) string {
	if t.Unit.Value != "" {
		return t.Unit.Value
	}
	unit, first := "", true
	for _, col := range t.Columns {
		if !col.Numeric {
			continue
		}
		if !first && col.Unit != unit {
			return ""
		}
		unit, first = col.Unit, false
	}
	return unit
}

func (c *composer) column(t *dataset.Table, k int, col *dataset.Column, common string) document.Column {
	out := document.Column{ID: col.ID.Value, Title: col.Title.Value, Numeric: col.Numeric, Key: col.Key}
	if !col.Numeric {
		return out
	}
	out.Unit = unitOf(col.Unit)
	if col.Unit != "" && col.Unit != common {
		out.Title += "（" + col.Unit + "）"
	}
	if col.Decimals != nil {
		out.Decimals = max(0, *col.Decimals)
		return out
	}
	for n, short := range t.Values(k).Figures {
		if _, decimals, plain := short.Plain(); plain {
			out.Decimals = max(out.Decimals, decimals)
			continue
		}
		if f := c.cellValue(t, t.Row(n), k); f.Absent == figure.Present {
			out.Decimals = max(out.Decimals, f.Written)
		}
	}
	return out
}

// unitOf is a unit that load has read before; one it could not read has been
// reported there.
func unitOf(symbol string) figure.Unit {
	u, err := figure.ParseUnit(symbol)
	if err != nil {
		return figure.Unit{}
	}
	return u
}

// number is a figure in a column: the digits in the column's unit, which the
// head has said, with the hedge if there is one.
func (c *composer) number(ref dataset.Ref, f figure.Figure, as document.Column) document.Cell {
	cell := document.Cell{Ref: ref, Unit: as.Unit, Decimals: as.Decimals}
	if f.Absent != figure.Present {
		cell.Text = absentSign(f.Absent)
		return cell
	}
	cell.Number = as.Unit.FromBase(f.Unit.ToBase(f.Number))
	cell.Hedge = f.Hedge
	cell.Text = figure.Format(cell.Number, cell.Decimals, c.d.TiesEven)
	if f.Hedge != figure.Plain {
		cell.Text = f.String() // a hedge is part of what was published: as printed
	}
	return cell
}

// inColumn is a figure in a column of the data: with as many digits after the point
// as the column says of all its figures, else with those it was published with. The
// zeros of 0.100 would claim what nobody measured.
func (c *composer) inColumn(col *dataset.Column, ref dataset.Ref, f figure.Figure, as document.Column) document.Cell {
	if col.Decimals == nil {
		return c.asPublished(ref, f, as)
	}
	return c.number(ref, f, as)
}

// absentSign is what stands in the place of a figure that is not there: the
// signs that yearbooks explain in their notes.
func absentSign(a figure.Absence) string {
	switch a {
	case figure.BelowUnit:
		return "…"
	case figure.None:
		return "-"
	}
	return ""
}

func (c *composer) totalRow(t *dataset.Table, total *dataset.Total, columns []document.Column) document.Row {
	row := document.Row{Kind: document.TotalRow, Cells: make([]document.Cell, len(columns))}
	if len(total.Where) > 0 {
		row.Kind = document.PartialRow
	}
	label := total.Label.Value
	if total.Count != nil {
		ref := t.TotalRef(total, nil)
		row.Cells[labelColumn(t)].Ref = ref
		if f := c.figure(ref, total.Count.Figure); f.Absent == figure.Present {
			label += "（" + figure.Decimal(f.Number) + countUnit(f) + "）"
		}
	}
	row.Cells[labelColumn(t)].Text = label
	for _, v := range total.Values {
		k := t.ColumnIndex(v.Column.ID.Value)
		ref := t.TotalRef(total, v.Column)
		row.Cells[k] = c.inColumn(v.Column, ref, c.figure(ref, v.Figure), columns[k])
		row.Cells[k].Formula = c.formulas[ref]
	}
	c.openTotals(t, total, row.Cells, columns)
	return row
}

// openTotals says what a total is in the columns of formulas that the data do not
// name: 完成率 of 合计. Sums of parts of a whole say nothing.
func (c *composer) openTotals(t *dataset.Table, total *dataset.Total, cells []document.Cell, columns []document.Column) {
	for k, col := range t.Columns {
		formula := c.rowFormulas[col]
		if formula == nil || cells[k].Ref != "" || k == labelColumn(t) {
			continue
		}
		term := relation.ColumnTotal(t, col, relation.WhereOf(total.Where), formula)
		if _, isSum := term.(relation.Aggregate); isSum && isRate(columns[k].Unit) {
			continue
		}
		cells[k] = document.Cell{Unit: columns[k].Unit, Decimals: columns[k].Decimals, Formula: term}
	}
}

// isRate reports units whose figures do not add up: %, 百分点, 元/亩.
func isRate(u figure.Unit) bool {
	return u.Dimension == figure.Ratio || u.Dimension == figure.Points || strings.Contains(u.Symbol, "/")
}

// countUnit is the classifier of a count, or 个 if it has none.
func countUnit(f figure.Figure) string {
	if f.Unit.Symbol == "" {
		return "个"
	}
	return f.Unit.Symbol
}

// labelColumn is where a total's label stands: the key column, else the first
// of words, else the first.
func labelColumn(t *dataset.Table) int {
	words := -1
	for k, col := range t.Columns {
		if col.Key {
			return k
		}
		if !col.Numeric && words < 0 {
			words = k
		}
	}
	return max(words, 0)
}

func (c *composer) sourceTitle(id string) string {
	for _, s := range c.d.Sources {
		if s.ID.Value == id {
			return s.Title.Value
		}
	}
	return id
}

// notes explain the signs that stand in the tables, only where they do.
func (c *composer) notes() []string {
	seen := map[figure.Absence]bool{}
	for _, t := range c.d.Tables() {
		for k := range t.Columns {
			for n, short := range t.Values(k).Figures {
				if _, _, plain := short.Plain(); !plain {
					seen[c.cellValue(t, t.Row(n), k).Absent] = true
				}
			}
		}
	}
	for _, t := range c.d.MemberTables {
		for _, k := range shownOfMembers(t) {
			for r := range t.Rows() {
				seen[r.Figure(k).Absent] = true
			}
		}
	}
	var signs []string
	for _, s := range []struct {
		a    figure.Absence
		says string
	}{
		{figure.BelowUnit, "“…”表示数据不足本表最小单位数"},
		{figure.Unknown, "空格表示该项数据不详或没有"},
		{figure.None, "“-”表示没有该项数据"},
	} {
		if seen[s.a] {
			signs = append(signs, s.says)
		}
	}
	if len(signs) == 0 {
		return nil
	}
	return []string{"符号说明：" + strings.Join(signs, "；") + "。"}
}
