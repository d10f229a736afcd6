// Package document is what a briefing says: blocks of words and tables of typed
// cells, each with its role. Workbook and PDF are two ways of showing one
// Document.
//
// It knows no fonts, colours, millimetres or cell addresses.
package document

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// Document is one briefing with everything its outputs show.
type Document struct {
	Title     string
	District  string // 济南市钢城区
	Issuer    string // empty if the data do not say
	Period    string // 2021年上半年
	Published dataset.Date
	Sample    bool // some table is 示例数据
	Draft     bool // 草稿: said on every page and sheet

	KeyFigures []KeyFigure // six at most

	Sections []Section
	Checks   Checks
	Sources  []Source
	Notes    []string // explanations of signs used: … and -

	// Findings are what was found in the data and not mended, with their figures:
	// the errors of a draft, and warnings. The briefing says nothing of them.
	Findings []diag.Finding
}

// DateText is the date of publication as an official document prints it, in
// Arabic digits without leading zeros (GB/T 9704-2012, 7.3.5.1): 2021年8月27日.
func (d *Document) DateText() string { return d.Published.Chinese() }

// KeyFigure is a figure to be seen at a glance.
type KeyFigure struct {
	Name   string
	Period string // 2021年上半年
	Text   string // as printed: 突破1200亿元
	Change string // 同比改善13.9%; empty if none was published
}

// Section is a chapter: 一、产业转型.
type Section struct {
	ID     string
	Number string // 一
	Title  string
	Blocks []Block
}

// Block is a piece of a section.
type Block interface{ block() }

// Paragraph is one paragraph of finished sentences.
type Paragraph struct{ Text string }

// Table is a table of typed cells: the indicators of a section, or a table of
// the data.
type Table struct {
	ID      string // of the data's table; the section's id for indicators
	Kind    TableKind
	Title   string // with its mark 示例数据 if it is sample data
	Sample  bool
	Unit    string // the unit line without 单位：; empty if columns say it
	Columns []Column
	Rows    Rows  // of the body; nil if there are none
	Totals  []Row // below it
	Note    string
	Source  string
}

// TableKind tells the two origins of a table apart.
type TableKind int

// The kinds of table.
const (
	DataTable TableKind = iota
	IndicatorTable
)

// Column is a column of a table.
type Column struct {
	ID       string
	Title    string // with its unit where the unit line cannot say it
	Unit     figure.Unit
	Decimals int // digits after the point that its figures have at most
	Numeric  bool
	Key      bool
	Shared   string // what every cell of it says; may be said once instead

	// Beside is what it may be called for short next to the column before it, which
	// it speaks of: 位次 for 地区生产总值位次. Empty for most.
	Beside string
}

// Head is the title of a column that stands next to the one before it.
func (c Column) Head() string {
	if c.Beside != "" {
		return c.Beside
	}
	return c.Title
}

// RowKind is the part a row plays.
type RowKind int

// The kinds of row.
const (
	BodyRow    RowKind = iota
	TotalRow           // 合计: over all rows
	PartialRow         // a total over the rows of one group
)

// Row is a row of a table.
type Row struct {
	Kind  RowKind
	Depth int // 1 for 其中, a part of the row above
	Cells []Cell

	// Of a row of indicators:
	Figure        dataset.Ref // what it is about, also where no cell holds it
	LowerIsBetter bool        // a fall is good
	Goal          *Goal       // the target that the figure is held against; nil if there is none
}

// RemarkSeparator stands between the parts of a remark.
const RemarkSeparator = "；"

// Goal is a target and how far a result has come towards it.
type Goal struct {
	Target  Cell // as published
	Rate    Cell // what part of the target the result is, in %
	Elapsed Cell // what part of the target's period has gone by, in %

	Said string // the same in words, as it is part of the row's remark
}

// Cell is one typed cell.
type Cell struct {
	Text     string      // as the briefing prints it
	Number   *big.Rat    // in Unit; nil for words and for figures that are absent
	Unit     figure.Unit // of Number
	Decimals int         // digits after the point in Text
	Hedge    figure.Hedge
	Ref      dataset.Ref   // the figure this is; empty for words
	Formula  relation.Term // what computes it from other cells, in base units; nil for a given figure
}

// Open reports a cell of which nothing was published though other cells tell
// what it is: the total of a column of ratios. A workbook may fill it in.
func (c *Cell) Open() bool { return c.Formula != nil && c.Number == nil && c.Text == "" }

func (Paragraph) block() {}
func (Table) block()     {}

// Checks is the state of the checks.
type Checks struct {
	Lines        CheckLines // nil if there are none
	Consistent   int
	Inconsistent int
	Unchecked    int
	Derived      []DerivedLine
	Exceptions   []ExceptionLine
	Revisions    []RevisionLine
}

// CheckLine is one check in words, and as the workbook recomputes it.
type CheckLine struct {
	ID       string
	Figure   dataset.Ref // the figure it is about; empty if it is about none in particular
	Kind     string      // 合计, 同比, ...
	Subject  string      // 总投资（2021年上半年）
	Verdict  diag.Verdict
	Reported string // as printed: 352亿元
	Derived  string // as printed: [351.98, 352.02]亿元
	Reason   string // why it is unchecked, or why it was let pass

	// Left op Right is what Excel recomputes; nil Left if it cannot. Both are
	// terms in base units, shown in Unit. The check holds while Left − Right
	// lies in Allowed (in Unit).
	Left, Right relation.Term
	Unit        figure.Unit
	Allowed     figure.Interval
}

// DerivedLine is a value that follows from the others.
type DerivedLine struct {
	Name     string // 空气质量综合指数（2019年）
	Interval string
	From     string // how it follows
}

// ExceptionLine is an exception that took effect.
type ExceptionLine struct {
	Check  string // tax.previous@2020
	What   string // what it silenced, in words
	Reason string
	Until  string // 2021年12月31日
}

// RevisionLine is a figure that is not what the issue before gave.
type RevisionLine struct {
	Name     string // 税收收入（2020年）
	Old, New string // as printed
	Note     string // 初步数修订
}

// Source is where figures were taken from.
type Source struct{ Title, Date, URL string }
