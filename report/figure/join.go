package figure

import (
	"strings"

	"jianbao/report/diag"
)

// joinUnit settles the unit of a figure whose text was read: its own, the one
// that is given beside it, or both together (352亿 beside 元). joined is what is
// missing behind the number for the text to have its unit.
func (r *reader) joinUnit(given Unit) (unit Unit, joined string, problem *Problem) {
	symbol := r.numeral.unit + r.symbol
	own, problem := parseUnit(symbol)
	if problem != nil {
		return Unit{}, "", r.tailProblem(problem)
	}
	if given.Symbol == "" {
		return own, "", nil
	}
	if r.parts != 0 && given.Dimension == Ratio {
		return Unit{}, "", r.conflict(own, given)
	}
	power, base := splitSymbol(symbol)
	givenPower, givenBase := splitSymbol(given.Symbol)
	switch {
	case symbol == "":
		return given, given.Symbol, nil
	case base == "" && givenPower == 0:
		unit, problem = parseUnit(symbol + given.Symbol)
		return unit, given.Symbol, problem
	case base == "" && power == givenPower:
		// 352亿 beside 亿元 says 亿 twice.
		return given, givenBase, nil
	case own.Same(given):
		return own, "", nil
	case givenPower == 0 && own.Same(given.times(power)):
		// 352亿元 beside 元, as 352亿 would be.
		return own, "", nil
	}
	return Unit{}, "", r.conflict(own, given)
}

// times is u with a factor larger by a power of ten.
func (u Unit) times(power int) Unit {
	u.Factor = product(u.Factor, magnitudes[power])
	return u
}

// tailProblem places a problem with what follows the number. Where that holds
// another number, it says so.
func (r *reader) tailProblem(problem *Problem) *Problem {
	problem.At += r.characters(r.symbolAt)
	if strings.ContainsAny(r.symbol, "0123456789") {
		problem.Hint = diag.Say("一个数值只写一个数", "write one number in one figure")
	}
	return problem
}

func (r *reader) conflict(own, given Unit) *Problem {
	name := own.Symbol
	if name == "" {
		name = firstWord(r.text)
	}
	p := &Problem{
		At:   r.characters(r.symbolAt),
		Kind: UnitConflict,
		Say: diag.Say("数值写的是“%s”，unit 却是“%s”", "the figure says %s, but its unit is %s",
			name, given.Symbol),
		Hint: diag.Say("两处只写一处，或写成一致", "write it in one of the two places, or the same in both"),
	}
	if own.Dimension == Points && given.Symbol == "%" || own.Symbol == "%" && given.Dimension == Points {
		p.Hint = diag.Say("“%”是比率，“百分点”是两个比率之差，二者只能取一",
			"% is a rate, 百分点 the difference of two rates: choose the one that is meant")
	}
	return p
}
