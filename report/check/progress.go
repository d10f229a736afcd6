package check

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/exact"
	"jianbao/report/figure"
)

// Progress is how far a result has come towards the target of its period. It is
// no verdict: being behind the calendar is not a fault of the figures.
type Progress struct {
	Target, Result *dataset.Observation
	// Rate is what part of the target the result is, as a plain number: result
	// over target. Of a target that is to be passed (600家以上) it is the number
	// named.
	Rate figure.Interval
	// Printed is that part by the numbers as printed.
	Printed *big.Rat
	// Elapsed is the part of the target's period gone by when the result's ends,
	// by months: 1/2 for a half-year.
	Elapsed *big.Rat
}

// progress holds each target against the latest result from the beginning of its
// period. Rates have no completion, nor has what should become less.
func (c *checker) progress() {
	for _, i := range c.d.Indicators() {
		if i.Better == dataset.Lower {
			continue
		}
		for _, target := range i.Observations {
			if target.Status != dataset.Target || !isAmount(target.Figure) || target.Figure.Number.Sign() <= 0 {
				continue
			}
			if p, ok := c.progressOf(i, target); ok {
				c.result.Progress = append(c.result.Progress, p)
			}
		}
	}
}

func isAmount(f figure.Figure) bool {
	return f.Absent == figure.Present && f.Unit.Dimension != figure.Points &&
		(f.Unit.Dimension != figure.Ratio || f.Unit.Factor == nil && f.Unit.Symbol == "")
}

func (c *checker) progressOf(i *dataset.Indicator, target *dataset.Observation) (latest Progress, ok bool) {
	for _, o := range i.Observations {
		elapsed, total, within := target.Period.StartsWith(o.Period)
		if !within || o.Status == dataset.Target || ok && o.Period.Compare(latest.Result.Period) <= 0 {
			continue
		}
		f := o.Figure
		if computed, known := c.result.Values[o.Ref()]; known && f.Absent != figure.Present {
			f = computed
		}
		if !isAmount(f) || !isPlain(f) || f.Unit.Dimension != target.Figure.Unit.Dimension {
			continue
		}
		goal := target.Figure.Range
		if !isPlain(target.Figure) {
			goal = figure.Point(target.Figure.Value())
		}
		rate, divisible := f.Range.Quo(goal)
		if !divisible {
			continue
		}
		latest, ok = Progress{Target: target, Result: o, Rate: rate,
			Printed: exact.Quo(f.Value(), target.Figure.Value()),
			Elapsed: big.NewRat(int64(elapsed), int64(total))}, true
	}
	return latest, ok
}
