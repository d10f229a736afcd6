// Package compose makes a document of a dataset and the verdicts on it: it
// fills the section texts, lays the indicators and tables out as typed cells,
// and puts the state of the checks into words.
//
// It judges nothing and knows nothing of fonts, pages or workbooks.
package compose

import (
	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// Compose makes the document. Findings are about section texts that cannot be
// filled in.
func Compose(d *dataset.Dataset, r check.Result) (*document.Document, []diag.Finding) {
	c := &composer{d: d, r: r}
	c.formulas, c.changes = formulas(r)
	doc := &document.Document{
		Title:     d.Title.Value,
		District:  d.District.Parent.Value + d.District.Name.Value,
		Issuer:    d.Issuer.Value,
		Period:    d.Period.Chinese(),
		Published: d.Published,
	}
	doc.KeyFigures = c.keyFigures()
	for i, s := range d.Sections {
		doc.Sections = append(doc.Sections, c.section(i, s))
	}
	for _, t := range d.Tables() {
		doc.Sample = doc.Sample || t.Sample
	}
	for _, s := range d.Sources {
		doc.Sources = append(doc.Sources, document.Source{Title: s.Title.Value, Date: s.Date.Value, URL: s.URL.Value})
	}
	doc.Checks = c.checks()
	doc.Notes = c.notes()
	return doc, c.findings
}

// composer holds what every part of the document draws on.
type composer struct {
	d        *dataset.Dataset
	r        check.Result
	formulas map[dataset.Ref]relation.Term // what computes a figure from others
	changes  map[dataset.Ref]relation.Term // what computes its change on a year earlier
	findings []diag.Finding
}

// figure is the value of a figure: as given, or as computed.
func (c *composer) figure(ref dataset.Ref, given figure.Figure) figure.Figure {
	if given.Absent == figure.Present {
		return given
	}
	if computed, ok := c.r.Values[ref]; ok {
		return computed
	}
	return given
}

func (c *composer) section(i int, s *dataset.Section) document.Section {
	out := document.Section{ID: s.ID.Value, Number: ordinal(i + 1), Title: s.Title.Value}
	for _, p := range c.paragraphs(s) {
		out.Blocks = append(out.Blocks, document.Paragraph{Text: p})
	}
	if len(s.Indicators) > 0 {
		out.Blocks = append(out.Blocks, c.indicatorTable(s))
	}
	for _, ch := range s.Charts {
		if chart, ok := c.chart(ch); ok {
			out.Blocks = append(out.Blocks, chart)
		}
	}
	for _, t := range s.Tables {
		out.Blocks = append(out.Blocks, c.dataTable(t))
	}
	return out
}
