package check

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// mostRows is how many rows of an aggregate a finding lists one by one.
const mostRows = 20

// related are the places of all figures in terms but the finding's own.
func (c *checker) related(j Judged, terms ...relation.Term) []diag.Related {
	subject := c.subject(j.Relation, j.Row)
	seen := map[dataset.Ref]bool{subject.Ref: true}
	var all []diag.Related
	for _, t := range terms {
		relation.Walk(t, func(t relation.Term) {
			switch t := t.(type) {
			case relation.Figure:
				if !seen[t.Ref] && t.Place.Line > 0 {
					seen[t.Ref] = true
					all = append(all, relatedFigure(t, c.figureText(t)))
				}
			case relation.Cell:
				f := t.Figure(j.Relation.Rows, j.Row)
				if !seen[f.Ref] {
					seen[f.Ref] = true
					all = append(all, relatedFigure(f, j.Row.Figure(t.Index).String()))
				}
			case relation.Aggregate:
				all = append(all, c.relatedRows(t)...)
			}
		})
	}
	return all
}

// relatedFigure is the place of a figure, with its text if it has one.
func relatedFigure(f relation.Figure, text string) diag.Related {
	note := diag.Say("%s", "%s", f.Name)
	if text != "" {
		note = diag.Say("%s：%s", "%s: %s", f.Name, text)
	}
	return diag.Related{Place: f.Place, Figure: string(f.Ref), Note: note}
}

// relatedRows are the first rows of an aggregate, and how many more there are.
func (c *checker) relatedRows(a relation.Aggregate) []diag.Related {
	index := 0
	if a.Column != nil {
		index = a.Table.ColumnIndex(a.Column.ID.Value)
	}
	rows := c.selected(a)
	var listed []diag.Related
	for n := range rows.rows() {
		row := a.Table.Row(n)
		if len(listed) == mostRows {
			more := diag.Say("还有%d行", "and %d more rows", rows.count()-mostRows)
			if a.Table.Members != nil {
				more = diag.Say("还有%d个地区", "and %d more districts", rows.count()-mostRows)
			}
			return append(listed, diag.Related{Place: row.Place(index), Note: more})
		}
		listed = append(listed, relatedCell(a, row, index))
	}
	return listed
}

func relatedCell(a relation.Aggregate, row dataset.Row, index int) diag.Related {
	if a.Column == nil {
		return diag.Related{Place: row.Place(index), Note: diag.Say("%s", "%s", row.Key())}
	}
	text := row.Text(index)
	if f := row.Figure(index); f.Absent == figure.Present && f.Number != nil {
		text = f.String()
	}
	return diag.Related{Place: row.Place(index), Figure: string(a.Table.CellRef(row, a.Column)), Note: diag.Say("%s：%s", "%s: %s", row.Key(), text)}
}
