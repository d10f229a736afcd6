package check

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
	"jianbao/report/relation"
)

// BorneOut are the figures, but for cells of tables, that some check agrees with: with
// them changed beyond rounding it would not hold. Only equations bear a figure out;
// what is merely less than another may be anything.
func (r Result) BorneOut() map[dataset.Ref]bool {
	borne := map[dataset.Ref]bool{}
	bear := func(by *relation.Relation) {
		compared, ok := by.Claim.(relation.Compare)
		if !ok || compared.Op != expr.Equal {
			return
		}
		for _, side := range []relation.Term{compared.X, compared.Y} {
			relation.Walk(side, func(t relation.Term) {
				if f, is := t.(relation.Figure); is {
					borne[f.Ref] = true
				}
			})
		}
	}
	for j := range r.Judged.Held() {
		if j.Verdict == diag.Consistent {
			bear(j.Relation)
		}
	}
	for _, f := range r.Judged.long {
		if f.standing.consistent > 0 {
			bear(f.relation)
		}
	}
	return borne
}

// borneOut is what it weighs against a member's figure being the wrong one that a
// check in its own file agrees with it: for both to be, another figure there must
// be wrong as well. It does not rule it out, since a file may have a wrong unit
// throughout.
const borneOut = 60

func (s *suspect) borneOut() int {
	if s.table != nil && s.row.BorneOut(s.column) {
		return borneOut
	}
	return 0
}
