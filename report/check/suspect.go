package check

import (
	"math/big"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// suspect is a given figure that takes part in a broken relation, so that it may
// be the one that is wrong.
type suspect struct {
	relation.Figure
	now    fact             // as given
	change *relation.Change // if it is the amount of a change; else nil

	table  *dataset.Table // if it is a cell; else nil
	row    dataset.Row
	column int

	written       written // its number, and what stands around it in its text
	before, after string
	readable      bool // it has such a number
	usual         int  // digits after the point that figures beside it have

	ties   []*tie
	opaque bool // a relation depends on it in a way that cannot be told
}

// suspectFigure is a figure of the data that is no cell; nil if it was given
// more than once, since then it does not stand alone.
func (c *checker) suspectFigure(f relation.Figure) *suspect {
	known := c.facts[f.Ref]
	if len(known.given) > 1 || !known.clash.IsZero() {
		return nil
	}
	s := &suspect{Figure: f, now: known}
	for _, r := range c.reaching.figures[f.Ref] {
		if subject, ok := r.Subject.(relation.Figure); ok && r.Change != nil && subject.Ref == f.Ref {
			s.change = r.Change
		}
	}
	if width, ok := c.reaching.widths[f.Ref]; ok {
		s.usual = width
		s.read()
		return s
	}
	s.read()
	s.usual = s.written.decimals
	return s
}

// suspectCell is a cell; nil if no number stands in it.
func (c *checker) suspectCell(table *dataset.Table, row dataset.Row, cell relation.Cell) *suspect {
	f := row.Figure(cell.Index)
	if f.Absent != figure.Present {
		return nil
	}
	s := &suspect{
		Figure: cell.Figure(table, row),
		now:    fact{figure: f, number: f.Value(), values: f.Range},
		table:  table, row: row, column: cell.Index,
		usual: table.Values(cell.Index).Decimals,
	}
	s.read()
	return s
}

// text is the figure as written: a change with its words.
func (s *suspect) text() string {
	if s.change != nil {
		return s.change.Said.Text
	}
	return s.now.figure.Text
}

func (s *suspect) read() {
	s.written, s.before, s.after, s.readable = readWritten(s.text())
	switch {
	case s.now.figure.Number == nil:
		s.readable = false
	case s.change != nil && !s.readable:
		s.before, s.after = s.change.Said.Verb, measures[s.change.Said.Kind] // 翻两番
	}
	if !s.readable || s.change != nil {
		return // a change has its sign in its words
	}
	if s.written.negative = s.now.figure.Number.Sign() < 0; s.written.negative {
		s.before = strings.TrimSuffix(strings.TrimSuffix(s.before, "-"), "负")
	}
	// A number that is read otherwise than digit by digit (1万2000) is none to
	// look for slips in.
	s.readable = s.written.number().Cmp(s.now.figure.Number) == 0
}

// as is the figure with another number in place of its own, read as the data
// file would be; ok is false if that would be no figure.
func (s *suspect) as(n written, rounding figure.Rounding) (f fact, ok bool) {
	if s.change != nil {
		size := n
		size.negative = false
		said, problem := figure.ParseChange(s.before+size.String()+s.after, rounding)
		if problem != nil || said.Kind != s.change.Said.Kind {
			return fact{}, false
		}
		if n.negative {
			said.Direction = opposite[said.Direction]
		}
		return changeFact(&relation.Change{Said: said, BetterLower: s.change.BetterLower}), true
	}
	unit := s.now.figure.Unit
	read, problem := figure.Parse(s.before+n.String()+strings.TrimSuffix(s.after, unit.Symbol),
		figure.Options{Unit: unit.Symbol, Precision: s.now.figure.Precision, Rounding: rounding})
	if problem != nil || read.Absent != figure.Present {
		return fact{}, false
	}
	return fact{figure: read, number: read.Value(), values: read.Range}, true
}

// measures are the words for the amount of a change.
var measures = map[figure.ChangeKind]string{figure.Rate: "%", figure.InPoints: "个百分点", figure.Times: "倍", figure.TimesOf: "倍", figure.Doubling: "番"}

// opposite are the directions that changes take with the other sign.
var opposite = map[figure.Direction]figure.Direction{
	figure.Up: figure.Down, figure.Down: figure.Up,
	figure.Improved: figure.Worsened, figure.Worsened: figure.Improved,
}

// numbers is a range of what the figure stands for in terms as numbers to be
// written in its place.
func (s *suspect) numbers(i figure.Interval) figure.Interval {
	if s.change == nil {
		return i.Per(s.Unit)
	}
	switch s.change.Said.Kind {
	case figure.Doubling:
		return exponents(i)
	case figure.TimesOf:
		return i
	}
	if s.now.number.Sign() < 0 {
		i = i.Neg()
	}
	return i.Per(s.now.figure.Unit)
}

// exponents are the whole numbers n with 2ⁿ in a range, an empty range if there
// are none up to 翻六番.
func exponents(i figure.Interval) figure.Interval {
	exponents := figure.Between(figure.Bound{Value: zero, Open: true}, figure.Bound{Value: zero, Open: true})
	for n := int64(1); n <= 6; n++ {
		if i.Contains(new(big.Rat).SetInt64(1 << n)) {
			exponents = exponents.Hull(figure.Point(new(big.Rat).SetInt64(n)))
		}
	}
	return exponents
}

// about is how far what the figure can be lies around its number.
func (s *suspect) about() figure.Interval {
	return s.now.values.Shift(new(big.Rat).Neg(s.now.number))
}
