package check

import (
	"cmp"
	"iter"
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// mostHeld is how many checks of columns' formulas are held.
const mostHeld = 5000

// Judgements are the checks made, in the order of the data. What came of a column's
// formula in a row is soon had again, and much to hold of a million rows: of long
// tables the verdicts alone are held, and a row is judged anew whenever its check is
// asked for.
type Judgements struct {
	c    *checker                    // that judges rows anew
	held []Judged                    // all others
	long []*longFormula              // in the order of the data
	anew map[*relation.Relation]bool // whose rows are judged anew
}

// longFormula is what came of a column's formula whose rows are judged anew.
type longFormula struct {
	relation *relation.Relation
	first    int // its first check is the first-th of all
	before   int // how many that are held come before it
	verdicts rowVerdicts
	standing standing
	compared bool           // some row has a slack
	excepted map[int]string // by row
}

// newJudgements has room for what comes of the relations: of a column's formula one
// check for each cell that is given, of so many rows at most, and the joint one.
func newJudgements(c *checker, room int) Judgements {
	l, n := Judgements{c: c}, 1
	for _, r := range c.result.Relations {
		n++
		cell, ok := r.Subject.(relation.Cell)
		if !ok {
			continue
		}
		if r.Rows.Len() > room {
			if l.anew == nil {
				l.anew = map[*relation.Relation]bool{}
			}
			l.anew[r] = true
			continue
		}
		room -= r.Rows.Len()
		for _, given := range r.Rows.Values(cell.Index).Figures {
			if given != figure.Missing {
				n++
			}
		}
	}
	l.held = make([]Judged, 0, n)
	return l
}

// add lists the next check. All of a relation are listed one after the other.
func (l *Judgements) add(j *Judged) {
	if j.Row.IsZero() || !l.anew[j.Relation] {
		l.held = append(l.held, *j)
		return
	}
	if n := len(l.long); n == 0 || l.long[n-1].relation != j.Relation {
		l.long = append(l.long, &longFormula{
			relation: j.Relation, first: l.Len(), before: len(l.held), standing: standing{agreement: fully}, excepted: map[int]string{},
		})
	}
	f := l.long[len(l.long)-1]
	f.verdicts.add(j.Row.Number(), j.Verdict)
	f.standing.add(j)
	f.compared = f.compared || j.HasSlack
}

// Len is the number of checks.
func (l *Judgements) Len() int {
	n := len(l.held)
	for _, f := range l.long {
		n += f.verdicts.count
	}
	return n
}

// find is the nth check of all: one that is held, or a row of a formula.
func (l *Judgements) find(n int) (held *Judged, f *longFormula, row dataset.Row) {
	i, exact := slices.BinarySearchFunc(l.long, n, func(f *longFormula, n int) int { return cmp.Compare(f.first, n) })
	if !exact {
		i--
	}
	if i < 0 {
		return &l.held[n], nil, dataset.Row{}
	}
	f = l.long[i]
	if n -= f.first; n < f.verdicts.count {
		return nil, f, f.relation.Rows.Row(f.verdicts.row(n))
	}
	return &l.held[f.before+n-f.verdicts.count], nil, dataset.Row{}
}

// At is the nth check, counted from 0. It is not to be changed.
func (l *Judgements) At(n int) *Judged {
	held, f, row := l.find(n)
	if held != nil {
		return held
	}
	j, _, _ := l.c.ofRow(f.relation, row)
	j.Exception = f.excepted[row.Number()]
	return &j
}

// All goes through the checks.
func (l *Judgements) All() iter.Seq2[int, *Judged] {
	return func(yield func(int, *Judged) bool) {
		for n := range l.Len() {
			if !yield(n, l.At(n)) {
				return
			}
		}
	}
}

// Held goes through the checks but for those of long tables' rows.
func (l *Judgements) Held() iter.Seq[*Judged] {
	return func(yield func(*Judged) bool) {
		for i := range l.held {
			if !yield(&l.held[i]) {
				return
			}
		}
	}
}

// Verdicts goes through the checks' verdicts, for which no row is judged anew.
func (l *Judgements) Verdicts() iter.Seq2[int, diag.Verdict] {
	return func(yield func(int, diag.Verdict) bool) {
		n := 0
		for x := range l.each {
			if !yield(n, x.verdict) {
				return
			}
			n++
		}
	}
}

// Compared goes through the terms that checks with a slack compare, those of a long
// table's column once for all rows, with its cells.
func (l *Judgements) Compared() iter.Seq[relation.Term] {
	return func(yield func(relation.Term) bool) {
		each := func(r *relation.Relation) bool {
			compared := r.Claim.(relation.Compare)
			return yield(compared.X) && yield(compared.Y)
		}
		for i := range l.held {
			if l.held[i].HasSlack && !each(l.held[i].Relation) {
				return
			}
		}
		for _, f := range l.long {
			if f.compared && !each(f.relation) {
				return
			}
		}
	}
}

// except notes why the finding of the nth check was silenced.
func (l *Judgements) except(n int, why string) {
	held, f, row := l.find(n)
	if held != nil {
		held.Exception = why
		return
	}
	f.excepted[row.Number()] = why
}

// listed is a check as far as it is known without judging anew.
type listed struct {
	held     *Judged // nil if it is not
	relation *relation.Relation
	row      dataset.Row
	verdict  diag.Verdict
}

// each goes through the checks, and judges no row anew.
func (l *Judgements) each(yield func(listed) bool) {
	long := l.long
	for i := 0; i <= len(l.held); i++ {
		for ; len(long) > 0 && long[0].before == i; long = long[1:] {
			for row, verdict := range long[0].verdicts.all {
				if !yield(listed{nil, long[0].relation, long[0].relation.Rows.Row(row), verdict}) {
					return
				}
			}
		}
		if i == len(l.held) {
			return
		}
		if j := &l.held[i]; !yield(listed{j, j.Relation, j.Row, j.Verdict}) {
			return
		}
	}
}

// id is the check's.
func (x listed) id() string {
	if x.held != nil {
		return x.held.ID
	}
	return string(x.relation.Rows.CellRef(x.row, x.relation.Subject.(relation.Cell).Column))
}
