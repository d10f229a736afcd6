package relation

import (
	"fmt"
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
	"jianbao/report/figure"
)

// changes adds what the observations of one period say of earlier ones.
func (b *binder) changes(same []*dataset.Observation) {
	for n, o := range same {
		if o.YoY != nil {
			b.change(o, o.YoY, YoYKind, n)
		}
		if o.PoP != nil {
			b.change(o, o.PoP, PoPKind, n)
		}
	}
}

// change is that two figures of an indicator stand in the change given by the
// observation, the nth from 0 of its period.
func (b *binder) change(o *dataset.Observation, said *dataset.Change, kind Kind, nth int) {
	earlier, word, code := o.Period.YearEarlier(), "同比", diag.YoYMismatch
	if kind == PoPKind {
		earlier, word, code = o.Period.Previous(), "环比", diag.PoPMismatch
	}
	i := o.Indicator
	now := b.observed(o)
	c := &Change{Said: said.Change, BetterLower: i.Better == dataset.Lower, Now: now}
	then := i.In(earlier)
	if then != nil {
		c.Then = b.observed(then)
	} else if before, ok := b.earlier(i, earlier); ok {
		c.Then = before
	} else {
		c.Then = b.missing(i, earlier)
		c.Then.Unit, c.Then.Place = now.Unit, diag.Place{}
	}
	amount := Figure{
		Ref:  dataset.Ref(i.ID.Value+"."+string(kind)) + o.Ref()[len(i.ID.Value):],
		Name: now.Name + word, Unit: said.Change.Figure.Unit, Place: said.Place,
	}
	if nth > 0 {
		amount.Ref += dataset.Ref(fmt.Sprintf("#%d", nth+1))
	}
	r := Relation{ID: id(o, kind), Kind: kind, Code: code, Subject: amount, Place: said.Place,
		Given: []*dataset.Observation{o}, Change: c}
	basis := basisOf(o, said)
	switch m := b.measureOf(o); {
	case !fits(said.Change, m):
		r.Unbound = b.report(unlike(said.Place, m, measureOf(said.Change.Figure.Unit)))
	case !basis.IsZero():
		r.Unbound = basis
	case then != nil && then.Status == dataset.Target && o.Status != dataset.Target:
		r.Unbound = diag.Say("%s只有目标数", "of %s only the target is given", c.Then.Name)
	default:
		r.Claim = c.claim(amount)
	}
	b.add(r)
}

// fits reports whether a figure that measures m can change in that way:
// 百分点 are the difference of two rates, an amount has the figure's own unit.
func fits(c figure.Change, m measure) bool {
	switch c.Kind {
	case figure.InPoints:
		return len(m.powers) == 0
	case figure.Amount:
		return measureOf(c.Figure.Unit).alike(m)
	}
	return true
}

// claim is SPEC §3.3. A doubling (番) counts as the multiple it makes of the
// earlier figure, so that amount stands for 2ⁿ.
func (c *Change) claim(amount Figure) Claim {
	var made Term
	unit := amount.Unit
	switch c.Said.Kind {
	case figure.Flat:
		return Compare{Op: expr.Equal, X: c.Now, Y: c.Then, Unit: c.Now.Unit}
	case figure.InPoints, figure.Amount:
		made = Arith{Op: '-', X: c.Now, Y: c.Then}
	case figure.Turned:
		return c.turned()
	case figure.LossRate:
		made = Apply{Func: Growth, Args: []Term{Negative{X: c.Now}, Negative{X: c.Then}}}
	case figure.TimesOf, figure.Doubling:
		unit = figure.Unit{Symbol: "倍"}
		made = Arith{Op: '/', X: c.Now, Y: c.Then}
	default:
		made = Apply{Func: Growth, Args: []Term{c.Now, c.Then}}
	}
	return Compare{Op: expr.Equal, X: amount, Y: made, Unit: unit}
}

// turned is that a loss became none (扭亏), or the other way (转亏).
func (c *Change) turned() Claim {
	none := Constant{Value: new(big.Rat)}
	was, is := expr.Less, expr.AtLeast
	if c.Said.Direction == figure.Down {
		was, is = expr.AtLeast, expr.Less
	}
	return All{
		Compare{Op: was, X: c.Then, Y: none, Unit: c.Then.Unit},
		Compare{Op: is, X: c.Now, Y: none, Unit: c.Now.Unit},
	}
}
