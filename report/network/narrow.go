package network

import (
	"math/big"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// Narrowed is what narrowing makes of a system.
type Narrowed struct {
	// Domains are what the variables can be at most. They are meaningless if a
	// constraint was emptied.
	Domains []figure.Interval
	// Emptied is a constraint that nothing satisfies any more, −1 if there is none.
	Emptied int
	// Settled is false if narrowing was cut short, as it must be where it would
	// only ever come closer to its end.
	Settled bool
}

// Narrow carries every constraint's consequences from variable to variable. No
// value of a variable that occurs in a solution is lost.
func (s *System) Narrow() Narrowed {
	n := newNarrowing(s.compiled(), s.box())
	for i := range n.rows {
		n.push(int32(i))
	}
	emptied := n.drain()
	return Narrowed{Domains: n.domains, Emptied: emptied, Settled: n.settled}
}

func (s *System) isWhole(v Var) bool { return int(v) < len(s.Whole) && s.Whole[v] }

// domain is what a variable was said to be.
func (s *System) domain(v Var) figure.Interval {
	if s.isWhole(v) {
		return wholeNumbers(s.Domains[v])
	}
	return s.Domains[v]
}

// box is every variable's domain.
func (s *System) box() []figure.Interval {
	domains := make([]figure.Interval, len(s.Domains))
	for v := range domains {
		domains[v] = s.domain(Var(v))
	}
	return domains
}

// program is the constraints of a system, ready to narrow.
type program struct {
	rows  []row
	in    [][]int32 // the rows of each variable
	whole []bool
}

func (s *System) compiled() *program {
	p := &program{rows: make([]row, len(s.Constraints)), in: make([][]int32, len(s.Domains)), whole: make([]bool, len(s.Domains))}
	copy(p.whole, s.Whole)
	for i, c := range s.Constraints {
		p.rows[i] = compile(c)
		for _, v := range p.rows[i].members {
			p.in[v] = append(p.in[v], int32(i))
		}
	}
	return p
}

// stepsEach is how often a variable may be narrowed beyond once for each of its
// constraints. What is not settled then is only being approached.
const stepsEach = 24

// nodeWork is what a constraint that is not linear costs more than one that is, in
// terms.
const nodeWork = 20

// narrowing is narrowing under way: domains and the rows that may narrow them.
type narrowing struct {
	*program
	domains []figure.Interval
	queue   []int32
	queued  []bool
	steps   []int32 // how often each variable was narrowed
	touched []Var   // variables narrowed at all
	row     int32   // at work
	settled bool
	work    int // terms looked at
}

func newNarrowing(p *program, domains []figure.Interval) *narrowing {
	return &narrowing{program: p, domains: domains, queued: make([]bool, len(p.rows)),
		steps: make([]int32, len(domains)), settled: true}
}

func (n *narrowing) push(row int32) {
	if !n.queued[row] {
		n.queued[row] = true
		n.queue = append(n.queue, row)
	}
}

// drain narrows until no row is left to look at. It gives the row that was
// emptied, or −1.
func (n *narrowing) drain() int {
	for at := 0; at < len(n.queue); at++ {
		row := n.queue[at]
		n.row, n.queued[row] = row, false
		r := &n.rows[row]
		n.work += len(r.members)
		if !r.linear {
			n.work += nodeWork
		}
		if !r.hold(n) {
			n.drop()
			return int(row)
		}
	}
	n.drop()
	return -1
}

// drop forgets the rows that were to be looked at.
func (n *narrowing) drop() {
	for _, i := range n.queue {
		n.queued[i] = false
	}
	n.queue = n.queue[:0]
	n.row = -1
}

// isProgress reports whether a narrowing takes off at least a share of what a
// variable can be. Constraints that are not linear come closer to their end by
// ever smaller steps, which are not worth the fractions they leave.
func isProgress(before, after figure.Interval) bool {
	old, bounded := before.Width()
	if !bounded {
		return true
	}
	now, _ := after.Width()
	return exact.Cmp(now, exact.Mul(leastProgress, old)) <= 0
}

var leastProgress = big.NewRat(1, 2)

func (n *narrowing) domain(v Var) figure.Interval { return n.domains[v] }

func (n *narrowing) narrow(v Var, to figure.Interval) bool {
	curved := n.row >= 0 && !n.rows[n.row].linear
	short := kept(to)
	if curved {
		short = coarse(to)
	}
	if short != to {
		n.settled = false
	}
	d, ok := n.domains[v].Meet(short)
	if n.whole[v] {
		d = wholeNumbers(d)
		ok = ok && !d.Empty()
	}
	if !ok {
		return false
	}
	if n.domains[v].Within(d) {
		return true
	}
	if n.steps[v] >= stepsEach+int32(len(n.in[v])) || curved && !isProgress(n.domains[v], d) {
		n.settled = false
		return true
	}
	n.touched = append(n.touched, v)
	n.steps[v]++
	n.domains[v] = d
	for _, row := range n.in[v] {
		// A linear row has drawn all it can in one pass; others may draw more.
		if row != n.row || !n.rows[row].linear || n.whole[v] {
			n.push(row)
		}
	}
	return true
}
