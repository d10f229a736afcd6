package typeset

import (
	"math"
	"strconv"
)

// scale is a value axis: what it begins and ends with, and its ticks.
type scale struct {
	lo, hi float64
	step   float64
	cut    bool // it does not hold zero
}

// mostSteps is the number of intervals that an axis has at the most.
const mostSteps = 5

// niceScale is an axis for values from lo to hi with ticks at 1, 2 or 5 times a power of ten, a few of them.
func niceScale(lo, hi float64) scale {
	step := math.Pow(10, math.Floor(math.Log10((hi-lo)/mostSteps)))
	for _, by := range []float64{1, 2, 5, 10, 20} {
		s := scale{step: step * by}
		s.lo, s.hi = math.Floor(lo/s.step+1e-9)*s.step, math.Ceil(hi/s.step-1e-9)*s.step
		if (s.hi-s.lo)/s.step <= mostSteps+0.5 || by == 20 {
			s.cut = s.lo > 0 || s.hi < 0
			return s
		}
	}
	return scale{lo: lo, hi: hi, step: hi - lo} // not reached
}

// scaleOfCurves is the axis of a line chart. It holds zero unless all values lie so close together that nothing could be
// seen of how they move: within a sixth of the largest (the bound that Excel takes).
func (p *plot) scaleOfCurves() scale {
	lo, hi := p.extent()
	if lo == 0 && hi == 0 {
		return scale{hi: 1, step: 1} // no ticks at parts of what may be cases or people
	}
	if greatest := max(math.Abs(lo), math.Abs(hi)); hi-lo >= greatest/6 || hi-lo < greatest*1e-9 {
		lo, hi = p.extentFromZero()
	}
	return niceScale(lo, hi)
}

// tick is the text at step i of a scale, counted from its beginning.
func (s scale) tick(i int) string {
	decimals := 0
	for step := s.step; decimals < 12 && math.Abs(step-math.Round(step)) > 1e-6*step; decimals++ {
		step *= 10
	}
	v := s.lo + float64(i)*s.step
	if math.Abs(v) < s.step*1e-6 {
		v = 0 // no negative zero
	}
	return strconv.FormatFloat(v, 'f', decimals, 64)
}

// steps is the number of intervals.
func (s scale) steps() int { return int(math.Round((s.hi - s.lo) / s.step)) }
