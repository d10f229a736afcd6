package xlsx

import (
	"slices"

	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/relation"
)

// Names of the sheets that every workbook has, if it has what they show.
const (
	contentsName   = "目录"
	indicatorsName = "指标"
	chartsName     = "图表"
	checksName     = "核对"
	findingsName   = "问题"
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
	subjects   []spot          // of the first checks: the cells they are about; without a sheet: none
	checked    checksSurvey    // what all of them say together
	heading    string          // what the printed pages say at their head
	lists      map[string]bool // names of Excel tables, in lower case
	findings   []diag.Finding
	noted      map[string]bool // messages among the findings
}

// newBook gives every table and figure of the document its place.
func newBook(doc *document.Document) *book {
	b := &book{doc: doc, names: sheetNames{}, index: newIndex(doc.Checks.Len()), lists: map[string]bool{}, noted: map[string]bool{}}
	b.heading = b.headingOf(doc.Title)
	for _, name := range []string{contentsName, indicatorsName, chartsName, checksName, findingsName, sourcesName} {
		b.names.take(name)
	}
	b.indicators = newIndicatorSheet(doc)
	aggregates := wanted(doc)
	for _, section := range doc.Sections {
		for _, block := range section.Blocks {
			switch block := block.(type) {
			case document.Table:
				if block.Kind == document.DataTable {
					b.addTable(&block, section, aggregates[block.ID])
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
	b.placeChecks()
	b.placeFindings()
	return b
}

// heldRows is how many rows of a table may be held: formulas and checks ask for
// theirs again and again.
const heldRows = 2000

func (b *book) addTable(t *document.Table, section document.Section, aggregates []relation.Aggregate) {
	name := b.names.next(t.Title)
	if name != t.Title {
		b.findings = append(b.findings, renamed(t.ID, t.Title, name))
	}
	if t.Len() <= heldRows {
		t.Rows = t.First(heldRows)
	}
	b.tables = append(b.tables, &tableSheet{
		Table: t, name: name, heads: b.headers(t), section: sectionTitle(section),
		survey: b.index.survey(t, aggregates),
	})
}

// figures goes through the cells of the document's tables, but for columns of
// given figures.
func (b *book) figures(yield func(*document.Cell) bool) {
	each := func(row document.Row) bool {
		for i := range row.Cells {
			if !yield(&row.Cells[i]) {
				return false
			}
		}
		return true
	}
	if b.indicators != nil {
		for _, row := range b.indicators.rows() {
			if !each(*row) {
				return
			}
		}
	}
	for _, t := range b.tables {
		var cells []document.Cell // of one row after the other
		for n := range t.Len() {
			if !slices.Contains(t.computed, true) {
				break
			}
			row := t.Rows.Row(n, cells)
			cells = row.Cells
			if !each(row) {
				return
			}
		}
		for _, row := range t.Totals {
			if !each(row) {
				return
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
	judged := b.doc.Checks.Len() > 0
	if b.indicators != nil {
		add(entry{shows: "各部分指标", rows: len(b.indicators.rows()), judged: judged}, b.indicatorsSheet())
	}
	for _, t := range b.tables {
		add(entry{shows: t.section, unit: t.Unit, rows: t.Len(), sample: t.Sample, judged: judged}, b.tableSheet(t))
	}
	if len(b.charts) > 0 {
		add(entry{shows: "各部分图表及其数据", rows: len(b.charts)}, b.chartsSheet())
	}
	if n := b.doc.Checks.Len() + len(b.doc.Checks.Derived); n > 0 {
		add(entry{shows: "数据之间关系的核对，由公式重新计算", rows: n}, b.checksSheet())
	}
	if n := len(b.doc.Findings); n > 0 {
		add(entry{shows: "没有改正的错误和警告，逐条说明", rows: n}, b.findingsSheet())
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
