package xlsx

import (
	"jianbao/report/diag"
	"jianbao/report/document"
)

// Names of the sheets that every workbook has, if it has what they show.
const (
	contentsName   = "目录"
	indicatorsName = "指标"
	chartsName     = "图表"
	checksName     = "核对"
	sourcesName    = "来源"
)

// Colours of the tabs; excelize wants them with their alpha.
const (
	contentsTab   = "FF1F4E79"
	indicatorsTab = "FF2E75B6"
	tableTab      = "FF9DC3E6"
	sampleTab     = "FFFFC000"
	chartsTab     = "FF70AD47"
	soundTab      = "FF548235"
	alarmTab      = "FFC00000"
	sourcesTab    = "FF7F7F7F"
)

// book is a workbook in the making.
type book struct {
	doc        *document.Document
	names      sheetNames
	index      *index
	indicators *indicatorSheet // nil if the document has none
	tables     []*tableSheet
	charts     []document.Chart
	findings   []diag.Finding
	noted      map[string]bool // messages among the findings
}

// newBook gives every table and figure of the document its place.
func newBook(doc *document.Document) *book {
	b := &book{doc: doc, names: sheetNames{}, index: newIndex(), noted: map[string]bool{}}
	for _, name := range []string{contentsName, indicatorsName, chartsName, checksName, sourcesName} {
		b.names.take(name)
	}
	b.indicators = newIndicatorSheet(doc)
	for _, section := range doc.Sections {
		for _, block := range section.Blocks {
			switch block := block.(type) {
			case document.Table:
				if block.Kind == document.DataTable {
					b.addTable(&block, section)
				}
			case document.Chart:
				if len(block.Categories)*len(block.Series) > 0 {
					b.charts = append(b.charts, block)
				}
			}
		}
	}
	if b.indicators != nil {
		b.indicators.place(b.index)
	}
	for _, t := range b.tables {
		t.place(b.index)
	}
	b.index.breakCircles(b.figures)
	return b
}

func (b *book) addTable(t *document.Table, section document.Section) {
	name := b.names.next(t.Title)
	if name != t.Title {
		b.findings = append(b.findings, renamed(t.ID, t.Title, name))
	}
	b.tables = append(b.tables, newTableSheet(t, name, section))
}

// figures goes through all cells of the document's tables.
func (b *book) figures(yield func(*document.Cell) bool) {
	for _, section := range b.doc.Sections {
		for _, block := range section.Blocks {
			t, ok := block.(document.Table)
			if !ok {
				continue
			}
			for i := range t.Rows {
				for j := range t.Rows[i].Cells {
					if !yield(&t.Rows[i].Cells[j]) {
						return
					}
				}
			}
		}
	}
}

// sheets are all sheets in the order of the workbook. The first lists the others.
func (b *book) sheets() []*sheet {
	var all []entry
	add := func(e entry, s *sheet) {
		e.sheet = s
		all = append(all, e)
	}
	if b.indicators != nil {
		add(entry{shows: "各部分指标", rows: len(b.indicators.rows())}, b.indicatorsSheet())
	}
	for _, t := range b.tables {
		add(entry{shows: t.section, unit: t.Unit, rows: len(t.body), sample: t.Sample}, b.tableSheet(t))
	}
	if len(b.charts) > 0 {
		add(entry{shows: "各部分图表及其数据", rows: len(b.charts)}, b.chartsSheet())
	}
	if c := b.doc.Checks; len(c.Lines)+len(c.Derived) > 0 {
		add(entry{shows: "数据之间关系的核对，由公式重新计算", rows: len(c.Lines) + len(c.Derived)}, b.checksSheet())
	}
	if len(b.doc.Sources)+len(b.doc.Notes) > 0 {
		add(entry{shows: "数据来源和说明", rows: len(b.doc.Sources) + len(b.doc.Notes)}, b.sourcesSheet())
	}
	sheets := []*sheet{b.contentsSheet(all)}
	for _, e := range all {
		sheets = append(sheets, e.sheet)
	}
	return sheets
}
