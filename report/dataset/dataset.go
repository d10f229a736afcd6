// Package dataset is the statistical model of one data file: a district, its
// indicators and observations, tables and their totals, every value with the
// place it came from.
//
// It is plain values: no YAML, no input or output, no judgement. Once loaded, a
// Dataset is not changed; what follows from it lives in other packages.
package dataset

import (
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// Text is a text as written, with its place.
type Text struct {
	Value string
	Place diag.Place
}

// Ref names one figure: project_invest@2021-H1 for an observation,
// key_projects.investment[甲] for a cell, key_projects.total[合计].investment
// for a total. It is unique in a Dataset.
type Ref string

// Dataset is one data file.
type Dataset struct {
	File      string // as the user named it
	Name      string // the file's name without its ending: names the outputs
	District  District
	Title     Text
	Issuer    Text
	Period    period.Period // the default reference period
	Published Date
	Rounding  figure.Rounding
	TiesEven  bool // GB/T 8170 where the tool rounds; else away from zero

	Sources    []Source
	Sections   []*Section
	Rules      []*Rule
	Exceptions []*Exception

	// Previous, Members and Workbook are paths inside the data file's folder,
	// as written: the issue before, the districts of a city (a pattern), an
	// office's own form.
	Previous, Members, Workbook Text

	// Form is the file that Workbook names; nil if there is none or it cannot be
	// read.
	Form *Form

	// PreviousIssue is the data file that Previous names, without the files that
	// it names in turn; nil if there is none or it cannot be read.
	PreviousIssue *Dataset

	// MemberTables are the figures of the districts that Members names, a table a
	// period, that of the file's period first. Their rows are the members.
	MemberTables []*Table

	// Inputs are all files read, the data file first, for findings' source
	// lines and for the manifest.
	Inputs []Input
}

// District is whom the figures are about.
type District struct {
	Name   Text
	Code   Text // GB/T 2260, six digits
	Parent Text
}

// Date is a calendar day of the data (never of the clock).
type Date struct {
	Year, Month, Day int
	Place            diag.Place
}

// Source is where figures were taken from.
type Source struct {
	ID, Title, Date, URL Text
}

// Section is a chapter of the briefing.
type Section struct {
	ID         Text
	Title      Text
	Indicators []*Indicator
	Tables     []*Table
	Charts     []*Chart
	Text       *Prose // nil if none is given
}

// Prose is a section's text template. Lines maps each line of it to its place
// in the file, so that a finding inside it has one.
type Prose struct {
	Value string
	Lines []diag.Place
}

// Better says which direction of an indicator is good.
type Better int

// Directions; Higher unless the file says `better: lower`.
const (
	Higher Better = iota
	Lower
)

// Flow says whether an indicator's figures add up over time: what came in or was
// made in a period (时期指标) does, what there is at its end (时点指标) and what
// is an average does not.
type Flow int

// What the file says of it: nothing, `flow: true` or `flow: false`.
const (
	FlowNotSaid Flow = iota
	IsFlow
	IsNoFlow
)

// Indicator is one 指标 with its observations.
type Indicator struct {
	ID           Text
	Name         Text
	Better       Better
	Decimals     *int   // for computed values; nil: as the formula's figures
	Unit         string // `unit` of the indicator, for computed values
	Flow         Flow   // whether its figures of several periods add up
	Formula      *Formula
	Of           *Text // id of the whole this is a part of
	Share        *Rate // of the whole in Of
	Names        []Text
	NamesPlace   diag.Place
	Observations []*Observation
	Place        diag.Place // of the id
	Section      *Section
}

// Formula is an expression with the place of its text. Its first character
// stands at Place.Column (one further inside quotes, which load accounts for).
type Formula struct {
	Text  string
	Place diag.Place
}

// Rate is a figure that qualifies another: a share.
type Rate struct {
	Figure figure.Figure
	Place  diag.Place
}

// Status is how firm an observation is.
type Status string

// The statuses.
const (
	Actual      Status = "actual"
	Preliminary Status = "preliminary"
	Estimate    Status = "estimate"
	Target      Status = "target"
)

// Observation is one 观测值: an indicator's figure in a reference period.
type Observation struct {
	Indicator *Indicator
	Period    period.Period
	Figure    figure.Figure // Absent where a formula computes it, or it is missing
	Place     diag.Place    // of the value; of the indicator's id if none is given
	Status    Status
	YoY       *Change // 同比
	PoP       *Change // 环比
	Rank      *Rank
	Source    Text
	Note      Text
}

// TargetMark ends the name of a target whose period has a result too.
const TargetMark = "#target"

// Ref names the observation. Two observations of one period share it: they are
// the same figure given twice. A target and a result are two figures; where a
// period has both, the target's name ends in TargetMark.
func (o *Observation) Ref() Ref {
	ref := Ref(o.Indicator.ID.Value + "@" + o.Period.String())
	if o.Status == Target {
		if result := o.Indicator.In(o.Period); result != nil && result.Status != Target {
			ref += TargetMark
		}
	}
	return ref
}

// Change is a change as printed, with its place.
type Change struct {
	Change figure.Change
	Place  diag.Place
}

// Rank is a place in an order, first being 1.
type Rank struct {
	Value int
	Place diag.Place
}

// Chart is a drawing of indicators over their periods, or of a table's rows.
type Chart struct {
	Type   string // bar, line, share, progress, ranking
	Title  Text
	Of     []Text // indicator ids
	Table  Text   // table id
	Label  Text   // column id
	Values []Text // column ids
	Where  []Condition
	Alt    Text // what it shows, in words; empty: made from its figures
	Place  diag.Place
}

// Rule is an assertion of the file's own.
type Rule struct {
	ID     Text
	Assert Formula
	Say    Text
}

// Exception silences one finding until a date, for a reason.
type Exception struct {
	Check  Text
	Reason Text
	Until  Date
	Place  diag.Place
}

// Form is an office's own workbook to fill, as it stands on disk.
type Form struct {
	Name  string // as findings name it
	Bytes []byte
}

// Input is a file that was read.
type Input struct {
	Name   string   // as findings name it
	Text   string   // in UTF-8, without a byte order mark; the cells of a long table are parts of it
	SHA256 [32]byte // of the file as it stands on disk

	// Lines are those that findings may show of a file whose Text is not kept,
	// by number from 1: a member's, of which there may be thousands.
	Lines map[int]string
}
