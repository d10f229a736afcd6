package network

import (
	"slices"

	"jianbao/report/figure"
)

// Limits of the search for a conflict, in terms looked at: for one from which
// nothing can be left out, and for the smallest of all.
const (
	minimalWork  = 20_000_000
	smallestWork = 1_500_000
)

// Conflict is variables that cannot all be in their domains while the constraints
// hold.
type Conflict struct {
	Variables []Var // in ascending order
	// Constraints are ones that contradict the variables' domains, none of which
	// can be left out; in ascending order.
	Constraints []int
	// Smallest says that no conflict in the component has fewer variables. Where
	// it is false the search was cut short.
	Smallest bool
}

// Conflict finds a smallest conflict in an infeasible component of the system's
// Solution. The constraints are taken as certain, and only variables with a bound
// of their own take part. It has no variables if the constraints contradict each
// other whatever the variables are.
func (s *System) Conflict(c Component) Conflict {
	t := newTrial(s, c)
	var conflict Conflict
	if t.contradictory {
		conflict.Smallest = true
	} else {
		near := t.nearFirst(c)
		conflict.Variables = needed(near, func(kept []Var) bool { return t.fails(kept) })
		t.limit = t.work + smallestWork
		conflict.Variables, conflict.Smallest = t.smallest(conflict.Variables, near)
		conflict.Smallest = conflict.Smallest && !t.doubtful
	}
	slices.Sort(conflict.Variables)
	conflict.Constraints = s.contradicting(c, conflict.Variables)
	return conflict
}

// contradicting is constraints of a component that cannot hold while the given
// variables are in their domains, none of which can be left out.
func (s *System) contradicting(c Component, given []Var) []int {
	domains := make([]figure.Interval, len(s.Domains))
	for _, v := range given {
		domains[v] = s.Domains[v]
	}
	near := s.around(c, given)
	chosen := needed(near, func(kept []int) bool {
		part := System{Domains: domains, Whole: s.Whole}
		for _, i := range kept {
			part.Constraints = append(part.Constraints, s.Constraints[i])
		}
		return part.Feasible() == Infeasible
	})
	slices.Sort(chosen)
	return chosen
}

// trial asks again and again whether some of a component's variables can be in
// their domains, when nothing is known of the others.
type trial struct {
	*narrowing
	s         *System
	component []int32
	free      []figure.Interval // what the constraints alone leave each variable
	limit     int               // of work
	doubtful  bool              // an answer was Unknown, or the work too much
	// contradictory says that the constraints cannot hold at all.
	contradictory bool
}

func newTrial(s *System, c Component) *trial {
	p := s.compiled()
	domains := make([]figure.Interval, len(s.Domains))
	t := &trial{narrowing: newNarrowing(p, domains), s: s, limit: minimalWork}
	for _, i := range c.Constraints {
		t.component = append(t.component, int32(i))
		t.push(int32(i))
	}
	t.contradictory = t.drain() >= 0
	if !t.contradictory {
		verdict, _ := t.decide(t.component)
		t.contradictory = verdict == Infeasible
	}
	t.free = slices.Clone(domains)
	t.forget()
	return t
}

// forget brings every variable back to what the constraints alone leave it.
func (t *trial) forget() {
	for _, v := range t.touched {
		t.domains[v] = t.free[v]
		t.steps[v] = 0
	}
	t.touched = t.touched[:0]
	t.settled = true
}

// fails reports whether variables cannot all be in their domains. Where that
// could not be told it says no, and notes the doubt.
func (t *trial) fails(groups ...[]Var) bool {
	if t.work > t.limit {
		t.doubtful = true
		return false
	}
	defer t.forget()
	for _, group := range groups {
		for _, v := range group {
			if !t.narrow(v, t.s.domain(v)) {
				t.drop()
				return true
			}
		}
	}
	if t.drain() >= 0 {
		return true
	}
	t.work += len(t.component)
	verdict, _ := t.decide(t.component)
	t.doubtful = t.doubtful || verdict == Unknown
	return verdict == Infeasible
}

// nearFirst is the variables of a component with bounds of their own, those first
// that are fewest constraints away from where its contradiction showed. Sums and
// the others take turns: most contradictions are between sums, whatever their many
// parts are.
func (t *trial) nearFirst(c Component) []Var {
	var sums, others []Var
	t.walk(c.near, func(v Var) {
		switch d := t.s.domain(v); {
		case d.Lo.Value == nil && d.Hi.Value == nil:
		case t.isSum(v):
			sums = append(sums, v)
		default:
			others = append(others, v)
		}
	}, func(int) {})
	var ordered []Var
	for len(sums) > 0 && len(others) > 0 {
		ordered = append(ordered, sums[0], others[0])
		sums, others = sums[1:], others[1:]
	}
	return append(append(ordered, sums...), others...)
}

// isSum reports whether an equation makes v the sum of several variables: it alone
// has a weight of its sign there.
func (p *program) isSum(v Var) bool {
	for _, i := range p.in[v] {
		r := &p.rows[i]
		if !r.linear || !r.target.IsPoint() || len(r.terms) < 3 {
			continue
		}
		balance, own := 0, 0
		for _, t := range r.terms {
			balance += t.weight.Sign()
			if t.v == v {
				own = t.weight.Sign()
			}
		}
		if balance*own == 2-len(r.terms) {
			return true
		}
	}
	return false
}

// around is the constraints of a component, those first that are nearest to some
// variables.
func (s *System) around(c Component, given []Var) []int {
	if len(given) == 0 {
		return c.Constraints
	}
	var ordered []int
	s.compiled().walk(given, func(Var) {}, func(i int) { ordered = append(ordered, i) })
	return ordered
}

// walk goes through variables and constraints from some variables outward.
func (p *program) walk(from []Var, variable func(Var), constraint func(int)) {
	queue := slices.Clone(from)
	seen, met := map[Var]bool{}, map[int32]bool{}
	for at := 0; at < len(queue); at++ {
		v := queue[at]
		if seen[v] {
			continue
		}
		seen[v] = true
		variable(v)
		for _, i := range p.in[v] {
			if !met[i] {
				met[i] = true
				constraint(int(i))
				queue = append(queue, p.rows[i].members...)
			}
		}
	}
}

// smallest is the smallest of all conflicts among candidates, given one that is
// minimal. Every conflict holds one of each set of variables that, released, mend
// everything. So the smallest set that holds one of each of some of those sets is
// no larger than the smallest conflict, and is one if it contradicts itself; if it
// does not, there is a further set that it holds none of (Ignatiev, Previti,
// Liffiton and Marques-Silva, 2015). It is false if it was cut short.
func (t *trial) smallest(known []Var, candidates []Var) ([]Var, bool) {
	h := hitting{}
	for {
		hit, ok := h.smaller(len(known))
		switch {
		case h.cut || t.doubtful:
			return known, false
		case !ok:
			return known, true
		case t.fails(hit):
			return hit, true
		}
		h.sets = append(h.sets, t.mending(hit, known, candidates))
	}
}

// mending is candidates that, released, leave no contradiction, while kept are
// not among them: what is left when as many as possible are added to those kept.
// Those of a known conflict are added last, since one of them must be left.
func (t *trial) mending(kept, known, candidates []Var) []Var {
	var released []Var
	kept = slices.Clone(kept)
	var add func(more []Var)
	add = func(more []Var) {
		switch {
		case len(more) == 0:
		case !t.fails(kept, more):
			kept = append(kept, more...)
		case len(more) == 1:
			released = append(released, more[0])
		default:
			add(more[:len(more)/2])
			add(more[len(more)/2:])
		}
	}
	var first, last []Var
	for _, v := range candidates {
		switch {
		case slices.Contains(kept, v):
		case slices.Contains(known, v):
			last = append(last, v)
		default:
			first = append(first, v)
		}
	}
	add(first)
	add(last)
	return released
}
