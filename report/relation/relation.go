// Package relation is what must hold between the figures of a dataset: the
// format's own relations and the file's expressions, bound to the figures they
// speak of, as terms. Among the format's own is that the periods of a flow add up
// (1-5月 and 6月 are 1-6月); which indicators are flows, where the file does not
// say, is told at mayFlow.
//
// It says what is compared with what and where that was asked for. Whether it
// holds is for package check, how a workbook computes it for package xlsx.
package relation

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// Relation is one thing that must hold. A column's formula is one relation over
// all rows of its table: its terms hold Cells, and Rows is set.
type Relation struct {
	ID   string    // the check's id (SPEC §3); of a column's formula without the row's key
	Kind Kind      // what it was made of
	Code diag.Code // of the finding if it does not hold

	// Subject is the reported figure that is held against the others: a Figure,
	// or a Cell in a column's formula. It is nil for a rule that holds no single
	// figure against the rest.
	Subject Term
	// Claim is what must hold. It is nil for a relation of one figure to itself
	// (duplicate, digits) and for one that could not be bound.
	Claim Claim
	// Formula is what the figure is computed by if it was not given; nil if the
	// relation defines no figure.
	Formula Term
	// Decimals is how many digits after the point the data say a computed
	// Subject shows; nil if they do not say.
	Decimals *int
	// Rows is the table whose every row the relation is about; else nil.
	Rows *dataset.Table

	Place   diag.Place // where it was asked for: the formula, the change, the total's figure
	Written string     // the expression as written; empty for the format's own relations
	Say     string     // what a rule says of itself
	Unbound diag.Text  // why it cannot be bound; zero if it is

	// Given are the observations that a duplicate is about; a sum over periods and
	// its parts; this and the previous one's; and the one that a part,
	// change, share or name list stands beside.
	Given []*dataset.Observation
	// Stated is the figure that a digits relation is about.
	Stated figure.Figure
	// Change is what a change on an earlier period claims; nil for other kinds.
	Change *Change
}

// Change is the parts of a claim about a change.
type Change struct {
	Said        figure.Change
	BetterLower bool
	Now, Then   Figure
}

// Kind is the kind of a relation, as in the reports' `kind`.
type Kind string

// The kinds of relation.
const (
	FormulaKind   Kind = "formula"
	TotalKind     Kind = "total"
	CountKind     Kind = "count"
	OfKind        Kind = "of"
	ShareKind     Kind = "share"
	NamesKind     Kind = "names"
	YoYKind       Kind = "yoy"
	PoPKind       Kind = "pop"
	RuleKind      Kind = "rule"
	DuplicateKind Kind = "duplicate"
	DigitsKind    Kind = "digits"
	PreviousKind  Kind = "previous"

	CumulativeKind Kind = "cumulative"

	JointKind Kind = "joint" // of all relations that share figures, together
)

// Relations are the relations of a dataset in the order of the data.
type Relations []*Relation

// Formulas is what computes each figure that has a formula or is a total,
// whether it was given or not; but for the cells of columns, of which there may be
// millions and whose terms AtRow gives.
func (rs Relations) Formulas() map[dataset.Ref]Term {
	formulas := map[dataset.Ref]Term{}
	for _, r := range rs {
		if r.Formula == nil {
			continue
		}
		if subject, ok := r.Subject.(Figure); ok {
			formulas[subject.Ref] = r.Formula
		}
	}
	return formulas
}
