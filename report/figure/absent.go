package figure

import "jianbao/report/exact"

// absences are the texts that stand where there is no number.
var absences = map[string]Absence{
	"": Unknown, "null": Unknown, "Null": Unknown, "NULL": Unknown, "~": Unknown,
	"…": BelowUnit, "……": BelowUnit, "...": BelowUnit,
	"-": None, "－": None, "−": None, "–": None, "—": None, "——": None,
}

// absent is the figure of such a text. What is below the smallest unit rounds
// to zero: it lies nearer to it than half a unit, or a whole one where figures
// are truncated.
func absent(text string, absence Absence, unit Unit, o Options) Figure {
	f := Figure{Text: text, Absent: absence, Unit: unit, Precision: o.Precision}
	if absence != BelowUnit || !o.Precision.Given || o.Precision.Exact {
		return f
	}
	bound := exact.Power10(-o.Precision.Decimals)
	if o.Rounding == Nearest {
		bound = exact.Mul(bound, half)
	}
	bound = unit.ToBase(bound)
	f.Range = Between(Bound{Value: bound, Open: true}.negated(), Bound{Value: bound, Open: true})
	return f
}
