package network

import "slices"

// core is the rows that narrowing leaves open: linear ones that meet in circles.
type core struct {
	*narrowing
	uses map[Var]int // by how many rows of the core each variable that is not settled is used
	rows []int32
}

// decide says whether the linear ones of some rows can all hold in the domains
// that narrowing left. Of a contradiction it gives the variables.
func (n *narrowing) decide(rows []int32) (Verdict, []Var) {
	verdict := Feasible
	for _, part := range n.circles(rows) {
		k := n.knotOf(part)
		if k.dive() {
			continue
		}
		v, contradicting := k.simplex()
		n.work += k.work
		switch v {
		case Infeasible:
			return Infeasible, contradicting
		case Unknown:
			verdict = Unknown
		}
	}
	return verdict, nil
}

// circles is what is left of some rows, in connected parts, when again and again
// those are taken away that hold whatever the rest demands: those with a variable
// of their own that can be anything; and after narrowing has settled, those that
// share one variable with the rest, since each value it has left is one that they
// allow.
func (n *narrowing) circles(rows []int32) [][]int32 {
	c := core{narrowing: n, uses: map[Var]int{}}
	left := map[int32]bool{}
	for _, i := range rows {
		if r := &n.program.rows[i]; r.linear && !r.differ {
			left[i] = true
			c.count(r, 1)
		}
	}
	var loose []int32
	for _, i := range rows {
		if left[i] && c.isLoose(&n.program.rows[i]) {
			loose = append(loose, i)
		}
	}
	for len(loose) > 0 {
		i := loose[len(loose)-1]
		loose = loose[:len(loose)-1]
		if !left[i] {
			continue
		}
		delete(left, i)
		r := &n.program.rows[i]
		c.count(r, -1)
		n.work += len(r.terms)
		for _, t := range r.terms {
			if c.uses[t.v] != 1 {
				continue // it had several rows, and has several still, or has none
			}
			for _, k := range n.in[t.v] {
				if left[k] && c.isLoose(&n.program.rows[k]) {
					loose = append(loose, k)
				}
			}
		}
	}
	for _, i := range rows {
		if left[i] {
			c.rows = append(c.rows, i)
		}
	}
	return n.parts(c.rows, func(v Var) bool { return !n.domains[v].IsPoint() })
}

func (c *core) count(r *row, by int) {
	for _, t := range r.terms {
		if !c.domains[t.v].IsPoint() {
			c.uses[t.v] += by
		}
	}
}

// isLoose reports whether a row holds whatever the other rows demand.
func (c *core) isLoose(r *row) bool {
	shared := 0
	for _, t := range r.terms {
		switch d := c.domains[t.v]; {
		case c.uses[t.v] > 1:
			shared++
		case c.uses[t.v] == 1 && d.Lo.Value == nil && d.Hi.Value == nil:
			return true
		}
	}
	return shared <= 1 && c.settled
}

// component is rows that hang together, in order, with their variables.
func (p *program) component(rows []int32) Component {
	var c Component
	for _, i := range rows {
		c.Constraints = append(c.Constraints, int(i))
		c.Variables = append(c.Variables, p.rows[i].members...)
	}
	slices.Sort(c.Constraints)
	slices.Sort(c.Variables)
	c.Variables = slices.Compact(c.Variables)
	return c
}

// parts are rows grouped by the variables they share, of those that connect. The
// groups are in the order of their first rows.
func (p *program) parts(rows []int32, connects func(Var) bool) [][]int32 {
	member := map[int32]bool{}
	for _, i := range rows {
		member[i] = true
	}
	var parts [][]int32
	for _, first := range rows {
		if !member[first] {
			continue
		}
		delete(member, first)
		part := []int32{first}
		seen := map[Var]bool{}
		for at := 0; at < len(part); at++ {
			for _, v := range p.rows[part[at]].members {
				if seen[v] || !connects(v) {
					continue
				}
				seen[v] = true
				for _, i := range p.in[v] {
					if member[i] {
						delete(member, i)
						part = append(part, i)
					}
				}
			}
		}
		parts = append(parts, part)
	}
	return parts
}
