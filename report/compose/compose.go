// Package compose makes a document of a dataset and the verdicts on it: it
// fills the section texts, lays the indicators and tables out as typed cells,
// and puts the state of the checks into words.
//
// It judges nothing and knows nothing of fonts, pages or workbooks.
package compose

import (
	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/period"
	"jianbao/report/relation"
)

// Compose makes the document, with the texts of its sections that Texts gave.
func Compose(d *dataset.Dataset, r check.Result, texts []Text) *document.Document {
	c := newComposer(d, r)
	c.formulas, c.changes = formulas(r)
	c.rowFormulas, c.changeRefs = rowFormulas(r), changeRefs(r)
	doc := &document.Document{
		Title:     d.Title.Value,
		District:  d.District.Parent.Value + d.District.Name.Value,
		Issuer:    d.Issuer.Value,
		Period:    d.Period.Chinese(),
		Published: d.Published,
	}
	doc.Checks = c.checks() // before the tables, whose cells share its terms
	doc.KeyFigures = c.keyFigures()
	for i, s := range d.Sections {
		doc.Sections = append(doc.Sections, c.section(i, s, texts[i].Paragraphs))
	}
	if s, ok := c.membersSection(len(doc.Sections) + 1); ok {
		doc.Sections = append(doc.Sections, s)
	}
	for _, t := range d.Tables() {
		doc.Sample = doc.Sample || t.Sample
	}
	for _, s := range d.Sources {
		doc.Sources = append(doc.Sources, document.Source{Title: s.Title.Value, Date: dateSaid(s.Date.Value), URL: s.URL.Value})
	}
	doc.Notes = c.notes()
	return doc
}

// dateSaid is a source's date as a page says it, or as it was given in words.
func dateSaid(given string) string {
	if p, err := period.Parse(given); err == nil {
		return p.Chinese()
	}
	return given
}

// composer holds what every part of the document draws on.
type composer struct {
	d        *dataset.Dataset
	r        check.Result
	formulas map[dataset.Ref]relation.Term // what computes a figure from others
	changes  map[dataset.Ref]relation.Term // what computes its change on a year earlier

	index
	reckonings map[string]reckoning // see once

	rowFormulas map[*dataset.Column]relation.Term    // what computes a column's cells, row by row
	rowTerms    map[*dataset.Column][]relation.Term  // that of each row, if the row's check has it too; else nil
	changeRefs  map[*dataset.Observation]dataset.Ref // what the changes on a year earlier are called
}

func newComposer(d *dataset.Dataset, r check.Result) *composer {
	return &composer{d: d, r: r, index: indexOf(d, r), reckonings: map[string]reckoning{}, rowTerms: map[*dataset.Column][]relation.Term{}}
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

func (c *composer) section(i int, s *dataset.Section, paragraphs []string) document.Section {
	out := document.Section{ID: s.ID.Value, Number: ordinal(i + 1), Title: s.Title.Value}
	for _, p := range paragraphs {
		out.Blocks = append(out.Blocks, document.Paragraph{Text: p})
	}
	if len(s.Indicators) > 0 {
		out.Blocks = append(out.Blocks, c.indicatorTable(s))
	}
	for _, ch := range s.Charts {
		for _, chart := range c.charts(ch) {
			out.Blocks = append(out.Blocks, chart)
		}
	}
	for _, t := range s.Tables {
		out.Blocks = append(out.Blocks, c.dataTable(t))
	}
	return out
}
