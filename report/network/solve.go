package network

import "jianbao/report/figure"

// Solution is what a system's constraints make of it together.
type Solution struct {
	// Domains are what each variable can be at most while all constraints of its
	// component hold. Those of an infeasible component are as they were given, and
	// so are those of one whose Likely values solve it.
	Domains    []figure.Interval
	Components []Component
}

// Component is constraints that hang together by the variables they share, and
// with no others.
type Component struct {
	Constraints []int // in ascending order
	Variables   []Var // in ascending order
	Verdict     Verdict
	// near are variables where a contradiction showed, to look for it there first.
	near []Var
}

// Feasible says whether all constraints can hold at once.
func (s *System) Feasible() Verdict {
	verdict := Feasible
	for _, c := range s.Solve().Components {
		switch {
		case c.Verdict == Infeasible:
			return Infeasible
		case c.Verdict == Unknown:
			verdict = Unknown
		}
	}
	return verdict
}

// Solve judges every component of a system by itself, in the order of their first
// constraints.
func (s *System) Solve() Solution {
	p := s.compiled()
	n := newNarrowing(p, s.box())
	solution := Solution{}
	likely := trying{program: p, s: s, within: make([]int32, len(s.Domains))}
	for _, rows := range p.unconnected() {
		c := p.component(rows)
		if likely.fits(c) {
			c.Verdict = Feasible
			solution.Components = append(solution.Components, c)
			continue
		}
		n.settled, n.touched = true, n.touched[:0]
		for _, i := range c.Constraints {
			n.push(int32(i))
		}
		if emptied := n.drain(); emptied >= 0 {
			c.Verdict, c.near = Infeasible, p.rows[emptied].members
		} else {
			c.Verdict, c.near = n.decide(rows)
		}
		if c.Verdict == Infeasible {
			for _, v := range c.Variables {
				n.domains[v] = s.domain(v)
			}
		}
		solution.Components = append(solution.Components, c)
	}
	solution.Domains = n.domains
	return solution
}

// Components are the components of a system in the order of their first
// constraints, not judged.
func (s *System) Components() []Component {
	p := s.compiled()
	var all []Component
	for _, rows := range p.unconnected() {
		all = append(all, p.component(rows))
	}
	return all
}

// unconnected are all rows, grouped by the variables they share.
func (p *program) unconnected() [][]int32 {
	all := make([]int32, len(p.rows))
	for i := range all {
		all[i] = int32(i)
	}
	return p.parts(all, func(Var) bool { return true })
}
