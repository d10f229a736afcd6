package compose

import (
	"jianbao/report/check"
	"jianbao/report/dataset"
)

// index finds what is asked of every indicator, of which a file may have many
// thousands.
type index struct {
	byID    map[string]*dataset.Indicator
	below   map[*dataset.Indicator][]*dataset.Indicator     // parts by their whole, in the order of the data
	reached map[*dataset.Observation]check.Progress         // by the result
	towards map[*dataset.Observation][]*dataset.Observation // by the target that they work towards
}

func indexOf(d *dataset.Dataset, r check.Result) index {
	x := index{
		byID:    map[string]*dataset.Indicator{},
		below:   map[*dataset.Indicator][]*dataset.Indicator{},
		reached: map[*dataset.Observation]check.Progress{},
		towards: map[*dataset.Observation][]*dataset.Observation{},
	}
	all := d.Indicators()
	for _, i := range all {
		if x.byID[i.ID.Value] == nil {
			x.byID[i.ID.Value] = i
		}
	}
	for _, i := range all {
		if whole := x.wholeOf(i); whole != nil {
			x.below[whole] = append(x.below[whole], i)
		}
	}
	for _, p := range r.Progress {
		if _, twice := x.reached[p.Result]; !twice {
			x.reached[p.Result] = p
		}
		x.towards[p.Target] = append(x.towards[p.Target], p.Result)
	}
	return x
}

// wholeOf is the indicator of the same section that i is a part of, or nil.
func (x *index) wholeOf(i *dataset.Indicator) *dataset.Indicator {
	if i.Of == nil {
		return nil
	}
	whole := x.byID[i.Of.Value]
	if whole == nil || whole.Section != i.Section || whole == i {
		return nil
	}
	return whole
}
