package load

import (
	"go.yaml.in/yaml/v3"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// totalDraft is a total being read.
type totalDraft struct {
	made  dataset.Total
	table *dataset.Table
}

// totals reads a table's totals; besides their own keys they take the ids of
// the columns of figures.
func (r *reader) totals(d *tableDraft) {
	fields := append([]field[totalDraft]{}, totalKeys...)
	for i, c := range d.made.Columns {
		if !c.Numeric {
			continue
		}
		fields = append(fields, field[totalDraft]{key: c.ID.Value, need: nullable, read: func(r *reader, e entry, to *totalDraft) {
			if v := r.totalValue(e, c, d.precisions[i]); v != nil {
				to.made.Values = append(to.made.Values, *v)
			}
		}})
	}
	labels := map[string]diag.Place{}
	for _, element := range r.list(d.totals) {
		total := totalDraft{table: d.made}
		if !readMapping(r, element, diag.Say("合计", "a total"), fields, &total) {
			continue
		}
		r.unique(labels, total.made.Label)
		if total.made.Label.Value != "" {
			d.made.Totals = append(d.made.Totals, &total.made)
		}
	}
}

// totalValue reads one figure of a total; column nil is a count, which is exact.
func (r *reader) totalValue(e entry, c *dataset.Column, p figure.Precision) *dataset.TotalValue {
	opt := figure.Options{Precision: p, Rounding: r.ds.Rounding}
	if c == nil {
		opt.Precision = figure.Precision{Given: true, Exact: true}
	} else {
		opt.Unit = c.Unit
	}
	f, place, ok := r.figure(e, opt)
	if !ok {
		return nil
	}
	return &dataset.TotalValue{Column: c, Figure: f, Place: place}
}

// conditions reads `where`: column ids with the text their cells must read.
func (r *reader) conditions(e entry, t *dataset.Table) []dataset.Condition {
	if e.value.Kind != yaml.MappingNode {
		r.wrongShape(e, diag.Say("“列: 文字”，如 {level: 省级}", "columns with their texts, as {level: 省级}"), colonHint(e.value)...)
		return nil
	}
	ids := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		ids[i] = c.ID.Value
	}
	given := r.keys(e.value, diag.Say("表“%s”", "the table %q", t.ID.Value), ids)
	var where []dataset.Condition
	for i, c := range t.Columns {
		got, ok := valueOf(given, c.ID.Value)
		if !ok {
			continue
		}
		if value, ok := r.scalar(got); ok {
			r.checkOccurs(t, i, value)
			where = append(where, dataset.Condition{Column: c, Value: value})
		}
	}
	return where
}

// checkOccurs reports a condition that no row can meet.
func (r *reader) checkOccurs(t *dataset.Table, column int, value dataset.Text) {
	var known names
	for row := range t.Rows() {
		cell := row.Text(column)
		if cell == value.Value {
			return
		}
		known.add(cell)
	}
	if t.Len() == 0 {
		return // the rows' own findings say why
	}
	r.report(diag.BadValue, value.Place, diag.Say("“%s”列里没有“%s”", "the column %q has no %q",
		t.Columns[column].Title.Value, shortened(value.Value)), nearest(value.Value, known.first)...)
}
