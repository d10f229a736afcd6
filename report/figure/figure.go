// Package figure is a figure as printed: its hedge, exact number, magnitude,
// unit and precision, and the interval of values it stands for.
//
// It parses and formats figures and does interval arithmetic over exact
// rationals. It knows no files, periods or relations, and no binary floating
// point.
package figure

import (
	"math/big"

	"jianbao/report/diag"
	"jianbao/report/exact"
)

// Hedge is how a number was said: exactly so, or more, less or about that.
type Hedge int

// The hedges, with the words that print them (民法典 art. 1259 for those that
// include the number: 以上, 以下, 以内; and those that do not: 超过, 不满).
const (
	Plain    Hedge = iota
	Reached        // 达到 达: as written
	MoreThan       // 突破 超过 超 逾: strictly above
	LessThan       // 不足 不到 不满: strictly below
	AtLeast        // 以上 至少 不少于 不低于: the number or more
	AtMost         // 以下 以内 至多 不超过: the number or less
	Nearly         // 近 将近 接近: [x − s, x)
	Odd            // 多 余: (x, x + s)
	About          // 约 大约 左右 上下: [x − s/2, x + s/2]
)

// Rounding is how rounded figures came about (the file's `rounding`).
type Rounding int

// The ways of rounding.
const (
	Nearest Rounding = iota
	Truncate
)

// Absence says why there is no number. Each is kept apart from zero.
type Absence int

// The ways of being absent.
const (
	Present   Absence = iota
	Unknown           // null or an empty cell: 空格
	BelowUnit         // "…": less than half the smallest unit, so in (−u/2, u/2) of the column's last digit
	None              // "-": there is none
)

// Precision says what `decimals` says: how many digits after the point of the
// printed number are known.
type Precision struct {
	Given    bool // false: rounded to the digits written, or exact for counts
	Exact    bool // `decimals: exact`
	Decimals int  // `decimals: 2`, `decimals: -3`
}

// Figure is a figure as printed.
type Figure struct {
	Text      string   // as written, with its unit: 突破1200亿元
	Absent    Absence  // Present if there is a number
	Hedge     Hedge    // how it was said
	Word      string   // the word that said so: 突破, 以上; empty if Plain
	Number    *big.Rat // the number in Unit: 1200 of 1200亿元; nil if absent
	Unit      Unit     // 亿元
	Written   int      // digits written after the point: 1 for 4.4, 2 for 4.40
	Precision Precision
	Range     Interval // the values it stands for, in base units (元, not 亿元)
}

// Of makes the figure that a number known from others is: number is in unit and
// may have more digits than are shown; its text shows decimals of them, rounded
// half away from zero (round it first to round otherwise). values is what it
// can be, in base units.
func Of(number *big.Rat, unit Unit, decimals int, values Interval) Figure {
	return Figure{
		Text:    Format(number, decimals, false) + unit.Symbol,
		Number:  number,
		Unit:    unit,
		Written: max(decimals, 0),
		Range:   values,
	}
}

// String is the figure as printed: the hedge, the number and its unit.
func (f Figure) String() string { return f.Text }

// Value is the number in base units, 35200000000 for 352亿元; nil if f is
// absent. A hedge does not change it.
func (f Figure) Value() *big.Rat {
	if f.Number == nil {
		return nil
	}
	return f.Unit.ToBase(f.Number)
}

// ExcessDigits reports whether the number has more digits than `decimals`
// says are known (SPEC §3.5).
func (f Figure) ExcessDigits() bool {
	if f.Number == nil || !f.Precision.Given || f.Precision.Exact {
		return false
	}
	return !exact.Quo(f.Number, exact.Power10(-f.Precision.Decimals)).IsInt()
}

// Options are what a data file says about a figure beside its text.
type Options struct {
	Unit      string // `unit`; joined to a bare number, compared with a unit in the text
	Precision Precision
	Rounding  Rounding
}

// Problem is why a text is no figure. At is the offset of the offending
// character, in characters.
type Problem struct {
	At   int
	Kind ProblemKind
	Say  diag.Text
	Hint diag.Text // how to mend it; may be zero
}

// ProblemKind tells a text that is no figure from a unit that does not fit.
type ProblemKind int

// The kinds of problem.
const (
	NotAFigure ProblemKind = iota
	UnitConflict
	TooLong
)

func (p *Problem) Error() string { return p.Say.Error() }
