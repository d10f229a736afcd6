package check

import (
	"math/big"
	"slices"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/network"
	"jianbao/report/relation"
)

// JointID is the id of the check of all relations together.
const JointID = "joint"

// joint judges together what holds alone (SPEC §3.6): the relations that share
// figures, as one network. It also works out what figures that were not given can
// be while all hold. Most data need no network: their printed numbers show that all
// can hold together.
func (c *checker) joint() {
	standings := c.standings()
	clusters := c.clusters(standings)
	if len(clusters) == 0 {
		return
	}
	var settled, rest []*cluster
	for _, k := range clusters {
		if c.settled(k, standings) {
			settled = append(settled, k)
		} else {
			rest = append(rest, k)
		}
	}
	l := c.lower(c.statementsOf(rest), c.relationsOf(clusters))
	solution := l.system.Solve()
	listed := false
	j := Judged{ID: JointID, Verdict: diag.Consistent,
		Relation: &relation.Relation{ID: JointID, Kind: relation.JointKind, Code: diag.Joint, Say: "各项关系同时成立"}}
	for _, part := range solution.Components {
		listed = listed || l.checks(part) > 1 || part.Verdict == network.Infeasible
		switch {
		case part.Verdict == network.Infeasible:
			j.Verdict = diag.Inconsistent
			c.find(l.finding(part))
		case part.Verdict == network.Unknown && j.Verdict == diag.Consistent:
			j = j.unchecked(diag.Say("关系太多太密，没能全部合在一起核对", "the relations are too many and too dense to be judged together"))
		}
	}
	if listed || slices.ContainsFunc(settled, c.interlinked) {
		c.add(j)
	}
	l.derive(solution)
}

// checks is how many relations of a part of the network were judged alone.
func (l *lowering) checks(part network.Component) int {
	n := 0
	for i, at := range part.Constraints {
		if l.sources[at].checked && (i == 0 || l.sources[at].id != l.sources[part.Constraints[i-1]].id) {
			n++
		}
	}
	return n
}

// derive notes what the network leaves of the figures that were not given, where
// that is a range with two ends. What was derived from one relation is narrowed.
func (l *lowering) derive(solution network.Solution) {
	for _, part := range solution.Components {
		if part.Verdict == network.Infeasible {
			continue
		}
		for _, v := range part.Variables {
			m, d := l.members[v], solution.Domains[v]
			if _, computed := l.c.result.Values[m.Ref]; m.Ref == "" || computed || !l.isOpen(v) || !d.Bounded() {
				continue
			}
			l.c.narrowDerived(m.Figure, d, l.decimals(part, m.Unit))
		}
	}
}

// narrowDerived notes that a figure lies in a range, given in base units; it is
// shown to the digits that it was derived to before, else to so many decimals.
func (c *checker) narrowDerived(f relation.Figure, within figure.Interval, decimals int) {
	for i := range c.result.Derived {
		if d := &c.result.Derived[i]; d.Ref == f.Ref {
			shown := within.Per(d.Unit).Outward(max(endDigits(d.Range.Lo.Value), endDigits(d.Range.Hi.Value)))
			d.Range, _ = d.Range.Meet(shown)
			return
		}
	}
	c.derive(f, within.Per(f.Unit).Outward(decimals), diag.Say("由有关各数推算", "from the figures it is related to"))
}

// endDigits is how many digits a number has after the point.
func endDigits(r *big.Rat) int {
	if r == nil {
		return 0
	}
	digits, finite := figure.DecimalDigits(r)
	if !finite {
		return quotientDecimals
	}
	return digits
}

// decimals is how many digits after the point the given figures of a part have
// that are printed in a unit; as quotients have if there are none.
func (l *lowering) decimals(part network.Component, unit figure.Unit) int {
	most := -1
	for _, v := range part.Variables {
		if known, ok := l.c.facts[l.members[v].Ref]; ok && unit.Same(known.figure.Unit) {
			most = max(most, known.figure.Written)
		}
	}
	if most < 0 {
		return quotientDecimals
	}
	return most
}
