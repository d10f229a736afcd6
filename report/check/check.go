// Package check judges the relations of a dataset over intervals: which hold,
// which cannot, which cannot be told; and it computes the figures that formulas
// define.
//
// A figure is the set of values it can stand for, as it was written. A relation
// is consistent if some values in those sets satisfy it, inconsistent if none
// do, unchecked if a figure it needs is missing or it cannot apply (SPEC §3).
// All arithmetic is exact. Each relation is judged alone; then those that hold and
// share figures are judged together, as a network (joint.go).
//
// The package knows no files, no YAML and no outputs.
package check

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// Check judges a dataset.
func Check(d *dataset.Dataset) Result { return newChecker(d).check(mostHeld) }

// check judges all there is, and holds so many checks of columns' formulas at most.
func (c *checker) check(room int) Result {
	c.define()
	c.result.Judged = newJudgements(c, room)
	for _, r := range c.result.Relations {
		c.judge(r)
	}
	c.joint()
	c.diagnose()
	c.doubtFlows()
	c.progress()
	c.except()
	c.broken, c.reaching = nil, nil
	return c.result
}

// newChecker binds the relations of a dataset; nothing is judged yet.
func newChecker(d *dataset.Dataset) *checker {
	relations, findings := relation.Bind(d)
	figures := &rowFigures{}
	return &checker{
		d:          d,
		facts:      factsOf(d, relations),
		defined:    map[dataset.Ref]*relation.Relation{},
		columns:    map[*dataset.Column]*relation.Relation{},
		computed:   map[dataset.Ref]*computation{},
		aggregates: map[aggregateKey]reading{},
		selections: map[string]selection{},
		sums:       map[string]*plainSums{},
		readied:    map[*relation.Relation]*ready{},
		derived:    map[dataset.Ref]bool{},
		widths:     map[*dataset.Column]*big.Rat{},
		figures:    figures,
		result: Result{
			figures:   figures,
			Relations: relations,
			Findings:  findings,
			Values:    map[dataset.Ref]figure.Figure{},
			Rounded:   Rounded{Tables: map[*dataset.Table]bool{}, Sections: map[*dataset.Section]bool{}},
		},
	}
}

// checker holds what judging draws on, and the result as it grows.
type checker struct {
	d          *dataset.Dataset
	facts      facts
	defined    map[dataset.Ref]*relation.Relation // what computes a figure that was not given
	columns    map[*dataset.Column]*relation.Relation
	computed   map[dataset.Ref]*computation
	passing    []dataset.Ref // of those the ones that need not be kept
	path       []dataset.Ref // figures being computed, to name a cycle
	aggregates map[aggregateKey]reading
	selections map[string]selection  // the rows of aggregates
	sums       map[string]*plainSums // of plain numbers, by aggregate
	readied    map[*relation.Relation]*ready
	derived    map[dataset.Ref]bool         // figures among the result's Derived
	widths     map[*dataset.Column]*big.Rat // of the least precise cell of each
	broken     []broken                     // the findings about relations that do not hold
	reaching   *reaching                    // while the wrong figures are looked for
	standIns   int                          // how many stand-ins the facts hold
	figures    *rowFigures
	result     Result
}

// define notes which relation computes which figure. Of several the first does.
func (c *checker) define() {
	for _, r := range c.result.Relations {
		if r.Formula == nil {
			continue
		}
		switch subject := r.Subject.(type) {
		case relation.Cell:
			c.columns[subject.Column] = r
		case relation.Figure:
			if _, twice := c.defined[subject.Ref]; !twice && !c.given(subject.Ref) {
				c.defined[subject.Ref] = r
			}
		}
	}
}

func (c *checker) given(ref dataset.Ref) bool {
	_, ok := c.facts[ref]
	return ok
}

// judge judges one relation, for every row if it is about rows.
func (c *checker) judge(r *relation.Relation) {
	switch {
	case !r.Unbound.IsZero():
		c.add(Judged{ID: r.ID, Relation: r, Verdict: diag.Unchecked, Reason: r.Unbound})
	case r.Kind == relation.DuplicateKind:
		c.judgeDuplicate(r)
	case r.Kind == relation.DigitsKind:
		c.judgeDigits(r)
	case r.Kind == relation.PreviousKind:
		c.judgePrevious(r)
	case r.Change != nil:
		c.judgeChange(r)
	case r.Rows != nil:
		for row := range r.Rows.Rows() {
			c.judgeRow(r, row)
		}
	default:
		c.judgeClaim(r)
	}
}

// judgeRow judges a column's formula for one row.
func (c *checker) judgeRow(r *relation.Relation, row dataset.Row) {
	j, difference, v := c.ofRow(r, row)
	if v != nil {
		if isSmall(r.Rows) {
			c.result.Values[dataset.Ref(j.ID)] = v.figure
		}
		return
	}
	c.add(j)
	c.follow(j, difference)
}

// ofRow is what comes of a column's formula in a row, the same whenever it is asked
// for: a check, with the range of reported less derived, or a figure computed that was
// not given.
func (c *checker) ofRow(r *relation.Relation, row dataset.Row) (j Judged, difference figure.Interval, computed *computation) {
	subject := r.Subject.(relation.Cell)
	stated := c.figures.of(r.Rows, row, subject.Index)
	j = Judged{ID: string(c.figures.ref(r.Rows, row, subject.Index)), Relation: r, Row: row}
	switch stated.Absent {
	case figure.Unknown:
		v := c.value(dataset.Ref(j.ID), r, row)
		if v.why.IsZero() {
			return j, difference, v
		}
		j.Verdict, j.Reason = diag.Unchecked, v.why
	case figure.None:
		j.Verdict, j.Reason = diag.Unchecked, diag.Say("这一格是“-”，没有该项数据", "the cell is “-”: there is no such figure")
	default:
		difference = c.weigh(&j)
	}
	return j, difference, nil
}

// judgeClaim judges a relation of figures that are not cells.
func (c *checker) judgeClaim(r *relation.Relation) {
	j := Judged{ID: r.ID, Relation: r}
	subject, ok := r.Subject.(relation.Figure)
	switch {
	case ok && c.defined[subject.Ref] == r:
		c.compute(j, subject.Ref)
	case r.Claim == nil:
		// A second definition of a figure that was given or that another computes.
		c.add(j.unchecked(diag.Say("%s已经给出或由别的公式算出", "%s is given, or computed by another formula", subject.Name)))
	default:
		c.compare(j)
	}
}

// compute works out a figure that was not given. It is listed as a check only if
// it fails, or if no single value follows: a share says within what range the
// part lies.
func (c *checker) compute(j Judged, ref dataset.Ref) {
	v := c.value(ref, j.Relation, j.Row)
	switch {
	case v.impossible:
		j.Verdict = diag.Inconsistent
		c.add(j)
		c.find(c.noWholeNumber(j, c.subject(j.Relation, j.Row), v))
	case !v.why.IsZero():
		c.add(j.unchecked(v.why))
	case j.Relation.Kind == relation.ShareKind:
		subject := c.subject(j.Relation, j.Row)
		shown := v.values.Per(subject.Unit).Outward(v.figure.Written)
		c.derive(subject, shown, diag.Say("按占比%s推算", "from its share of %s", j.Relation.Given[0].Indicator.Share.Figure))
		c.add(j.unchecked(diag.Say("%s没有给出，推算为%s", "%s is not given; it follows to be %s", subject.Name, shown.Span(subject.Unit))))
	default:
		c.result.Values[ref] = v.figure
	}
}

// compare judges a claim.
func (c *checker) compare(j Judged) {
	difference := c.weigh(&j)
	c.add(j)
	c.follow(j, difference)
}

// weigh fills in what comes of a claim, and gives the range of reported less derived.
func (c *checker) weigh(j *Judged) (difference figure.Interval) {
	e := evaluator{c: c, table: j.Relation.Rows, row: j.Row}
	claim := c.ready(j.Relation).claim
	o := e.claim(claim)
	j.Verdict, j.Reason = o.verdict, o.why
	if o.hasSides {
		j.Reported, j.Derived, j.HasSides = o.left, o.right, true
		compared := claim.(relation.Compare)
		j.Unit = compared.Unit
		j.Slack, j.HasSlack, j.agreement = e.slack(compared, o)
	}
	return o.difference
}

// follow notes what is to be said of a check.
func (c *checker) follow(j Judged, difference figure.Interval) {
	switch j.Verdict {
	case diag.Inconsistent:
		c.findBroken(j)
	case diag.Consistent:
		c.rounding(j, difference)
	}
}

func (j Judged) unchecked(why diag.Text) Judged {
	j.Verdict, j.Reason = diag.Unchecked, why
	return j
}

// add lists a check.
func (c *checker) add(j Judged) { c.result.Judged.add(&j) }

// findBroken is a finding whose cause is looked for when all is judged.
func (c *checker) findBroken(j Judged) {
	c.broken = append(c.broken, broken{Judged: j, finding: len(c.result.Findings)})
	c.find(c.finding(j))
}

func (c *checker) find(f diag.Finding) { c.result.Findings = append(c.result.Findings, f) }
