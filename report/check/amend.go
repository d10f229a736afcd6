package check

import (
	"math/big"
	"slices"

	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/figure"
)

// amendment is a change of one suspect that mends a broken relation and breaks
// none that holds.
type amendment struct {
	suspect *suspect
	number  *big.Rat // to be written in its place
	text    string   // as it would be typed
	slip    slip
	limit   limit
	score   int // less is likelier: the slip's penalty, and how badly all relations fit more than before
	mended  []*tie
}

// limit says how an amendment's number is meant where only a bound follows.
type limit int

const (
	exactly limit = iota
	atMost
	atLeast
)

// oddDigits is what it weighs that a figure has another number of digits after
// the point than those beside it, and that an amendment gives it theirs.
const oddDigits = 60

// mostStrain is the misfit up to which a relation that was strained counts as
// mended: two standard deviations.
const mostStrain = 40

// mostTried is how many corrections of one figure are tried out.
const mostTried = 12

// amend is the likeliest change of a suspect that mends a tie. Its number must
// be in the range that every relation which holds now demands, in that of the
// broken one, and as far as there is such a number also in that of the others
// that are broken.
func (c *checker) amend(s *suspect, broken *tie) (best amendment, ok bool) {
	about := s.about()
	within := c.requiredOf(broken).Sub(about)
	for _, t := range s.ties {
		if !t.broken {
			if within, ok = within.Meet(c.requiredOf(t).Sub(about)); !ok {
				return amendment{}, false
			}
		}
	}
	for _, t := range s.ties {
		if t.broken && t != broken {
			if narrower, ok := within.Meet(c.requiredOf(t).Sub(about)); ok {
				within = narrower
			}
		}
	}
	numbers := s.numbers(within)
	var tries []amendment
	if s.readable {
		for _, found := range s.written.likeliest(numbers) {
			a := amendment{suspect: s, number: found.to.number(), text: found.to.String(), slip: found.slip,
				score: found.slip.penalty + s.oddity(found.to)}
			if !c.isImplausible(a, numbers, broken) {
				tries = append(tries, a)
			}
		}
		slices.SortStableFunc(tries, func(a, b amendment) int { return a.score - b.score })
		tries = tries[:min(len(tries), mostTried)]
	}
	if plain, ok := c.fitting(s, numbers); ok {
		plain.slip = c.otherSlip(s, broken)
		plain.score = plain.slip.penalty
		if !c.isImplausible(plain, numbers, broken) {
			tries = append(tries, plain)
		}
	}
	for _, a := range tries {
		if c.try(&a, s.ties, broken) && (best.suspect == nil || a.score < best.score) {
			best = a
		}
	}
	return best, best.suspect != nil
}

// otherSlip is what else than a slip in its digits can explain a suspect's number.
func (c *checker) otherSlip(s *suspect, broken *tie) slip {
	if s.change != nil {
		if found, ok := c.misreading(s); ok {
			return found
		}
	} else if found, ok := c.partSlip(s, broken); ok {
		return found
	}
	return noSlip
}

// oddity is what a correction's digits after the point say for or against it.
func (s *suspect) oddity(to written) int {
	switch {
	case s.written.decimals != s.usual && to.decimals == s.usual:
		return -oddDigits
	case s.written.decimals == s.usual && to.decimals != s.usual:
		return oddDigits
	}
	return 0
}

// fitting is the number that fits best by itself: the middle of the range in the
// figure's own digits, or the end of one that has only one.
func (c *checker) fitting(s *suspect, numbers figure.Interval) (amendment, bool) {
	a := amendment{suspect: s}
	lo, hi := numbers.Lo.Value, numbers.Hi.Value
	decimals := s.decimals(numbers)
	step := exact.Power10(-decimals)
	var nearest *big.Rat
	switch {
	case lo != nil && hi != nil:
		nearest = figure.Round(exact.Times(1, 2, exact.Add(lo, hi)), decimals, c.d.TiesEven)
	case hi != nil:
		a.limit = atMost
		nearest = exact.Mul(floor(exact.Quo(hi, step)), step)
	case lo != nil:
		a.limit = atLeast
		nearest = exact.Mul(ceiling(exact.Quo(lo, step)), step)
	default:
		return a, false
	}
	for _, by := range []int64{0, -1, 1} {
		a.number = exact.Add(nearest, exact.Mul(step, new(big.Rat).SetInt64(by)))
		if numbers.Contains(a.number) {
			a.text = a.number.FloatString(max(decimals, 0))
			return a, true
		}
	}
	return a, false
}

// decimals is how many digits after the point a suspect's number shows; an exact
// one of which the very number follows has as many as that needs.
func (s *suspect) decimals(numbers figure.Interval) int {
	p := s.now.figure.Precision
	if p.Given && !p.Exact {
		return p.Decimals
	}
	if needed, finite := figure.DecimalDigits(orZero(numbers.Lo.Value)); p.Exact && numbers.IsPoint() && finite {
		return needed
	}
	return s.now.figure.Written
}

func orZero(r *big.Rat) *big.Rat {
	if r == nil {
		return zero
	}
	return r
}

// try puts an amendment to relations of the suspect and works out its score. It
// must mend the broken one.
func (c *checker) try(a *amendment, ties []*tie, broken *tie) bool {
	f, ok := c.with(a)
	if !ok {
		return false
	}
	for _, t := range ties {
		before := c.fitNow(t, a.suspect)
		if before.verdict == diag.Unchecked {
			continue
		}
		after := c.fit(t, f)
		mended := after.verdict == diag.Consistent && (before.verdict != diag.Consistent || after.misfit <= mostStrain)
		switch {
		case !t.keepsRows(f), after.verdict != diag.Consistent && !t.broken, t == broken && !mended:
			return false
		case t.broken && mended:
			a.mended = append(a.mended, t)
		}
		a.score += after.misfit - before.misfit
	}
	return true
}

// with is the suspect as it would be with an amendment's number.
func (c *checker) with(a *amendment) (fact, bool) {
	s := a.suspect
	if n, ok := writtenOf(a.number, a.text); ok && (s.readable || s.change != nil) {
		return s.as(n, c.d.Rounding)
	}
	if s.change != nil {
		return fact{}, false
	}
	number := s.Unit.ToBase(a.number)
	return fact{figure: s.now.figure, number: number, values: s.about().Shift(number)}, true
}

// writtenOf is a number by the digits of its text.
func writtenOf(number *big.Rat, text string) (written, bool) {
	n, _, after, ok := readWritten(text)
	n.negative = number.Sign() < 0
	return n, ok && after == ""
}
