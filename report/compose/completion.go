package compose

import (
	"math/big"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// completion is how far a result has come towards its target, beside how much of
// the target's period has gone by (时序进度): 完成年度目标的45.3%，慢于时序进度4.7个百分点.
func (w words) completion(i *dataset.Indicator) (value, *problem) {
	o := i.Current(w.d.Period)
	if o == nil {
		return nil, absent(named(i.Name.Value))
	}
	p, ok := w.reached[o]
	if !ok {
		return nil, absent(diag.Say("%s的目标或结果", "a target of %s, or a result to hold against it,", i.Name.Value))
	}
	return filled(w.completed(p)), nil
}

// completed puts progress into words. Both parts are rounded to the tenth before
// they are set apart, as a reader would who sees them printed.
func (c *composer) completed(p check.Progress) string {
	said := "完成" + targetName(p) + "的" + c.percent(p.Printed)
	if p.Elapsed.Cmp(big.NewRat(1, 1)) >= 0 {
		return said
	}
	ahead := new(big.Rat).Sub(c.inPercent(p.Printed), c.inPercent(p.Elapsed))
	switch amount := figure.Decimal(new(big.Rat).Abs(ahead)) + "个百分点"; ahead.Sign() {
	case 1:
		return said + "，快于时序进度" + amount
	case -1:
		return said + "，慢于时序进度" + amount
	}
	return said + "，与时序进度持平"
}
