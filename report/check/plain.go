package check

import (
	"cmp"
	"math/big"
	"math/bits"

	"jianbao/report/dataset"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// plainSums is what the plain numbers in a column come to over some rows. They
// are added by machine: a rational for each of millions of cells would take
// most of a run. Others are the rows whose cell is none, or unlike its class.
type plainSums struct {
	classes []plainClass
	others  []int
}

// plainClass is plain numbers of one sign with as many decimals. The range of
// each reaches equally far to either side of its number.
type plainClass struct {
	decimals, sign    int
	count             int64
	high              int64 // the sum of all digits, in 128 bits
	low               uint64
	least, most       int64
	leastRow, mostRow int
}

func (p *plainClass) add(row int, digits int64) {
	var carry uint64
	p.low, carry = bits.Add64(p.low, uint64(digits), 0)
	p.high += digits>>63 + int64(carry)
	if p.count == 0 || digits < p.least {
		p.least, p.leastRow = digits, row
	}
	if p.count == 0 || digits > p.most {
		p.most, p.mostRow = digits, row
	}
	p.count++
}

func (p *plainClass) sum() *big.Rat {
	digits := new(big.Int).Lsh(big.NewInt(p.high), 64)
	digits.Add(digits, new(big.Int).SetUint64(p.low))
	return exact.Mul(new(big.Rat).SetInt(digits), exact.Power10(-p.decimals))
}

// plain adds the plain numbers in the column of an aggregate, once for its
// figures' ranges and for their numbers.
func (c *checker) plain(a relation.Aggregate, index int) *plainSums {
	a.Func = ""
	key := a.Key()
	if known, ok := c.sums[key]; ok {
		return known
	}
	s := addUp(a.Table.Values(index), c.selected(a))
	c.sums[key] = s
	return s
}

// addUp adds the plain numbers of a column in some rows.
func addUp(v *dataset.Values, rows selection) *plainSums {
	s := &plainSums{}
	unit, _ := figure.ParseUnit(v.Options.Unit) // of a bad one no figure is plain
	counts := unit.Counting() && unit.Factor == nil && !v.Options.Precision.Given
	for row := range rows.rows() {
		digits, decimals, ok := v.Figures[row].Plain()
		// A count that is whole is exact: 3.0 beside 2.5.
		if !ok || counts && decimals > 0 && v.Figures[row].IsWhole() {
			s.others = append(s.others, row)
			continue
		}
		s.class(decimals, cmp.Compare(digits, 0)).add(row, digits)
	}
	return s
}

// class is the class of so many decimals and that sign. A column has few.
func (s *plainSums) class(decimals, sign int) *plainClass {
	for i := range s.classes {
		if p := &s.classes[i]; p.decimals == decimals && p.sign == sign {
			return p
		}
	}
	s.classes = append(s.classes, plainClass{decimals: decimals, sign: sign})
	return &s.classes[len(s.classes)-1]
}

// addPlain adds a class of plain numbers to a tally.
func (e evaluator) addPlain(t *tally, a relation.Aggregate, index int, p *plainClass) {
	row := p.leastRow
	if t.f == relation.Max {
		row = p.mostRow
	}
	one := e.c.cell(a.Table, a.Table.Row(row), index, e.printed)
	if t.f != relation.Sum && t.f != relation.Mean {
		t.add(one)
		t.rows += p.count - 1
		return
	}
	f := a.Table.Row(row).Figure(index)
	sum := f.Unit.ToBase(p.sum())
	t.rows += p.count
	t.lo.addMany(sum, one.values.Lo, f.Value(), p.count)
	t.hi.addMany(sum, one.values.Hi, f.Value(), p.count)
}

// addMany adds the bounds of so many figures: the sum of their numbers, and as
// often how far the bound of one lies from its number.
func (e *end) addMany(sum *big.Rat, one figure.Bound, number *big.Rat, count int64) {
	reach := exact.Times(count, 1, exact.Sub(one.Value, number))
	e.add(figure.Bound{Value: exact.Add(reach, sum), Open: one.Open})
}
