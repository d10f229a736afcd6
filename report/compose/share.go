package compose

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// share is the part of a whole that an indicator is: as published, or else by the
// two figures, to the tenth of 1% if they are precise enough, and with 约 if not.
func (w words) share(args []value) (value, *problem) {
	texts, ok := textsOf(args)
	if !ok || len(texts) != 1 && len(texts) != 2 {
		return nil, wanted("share")
	}
	part, p := w.observation(args[:1])
	if p != nil {
		return nil, p
	}
	i := part.Indicator
	if len(texts) == 1 && i.Of == nil {
		return nil, wanted("share")
	}
	whole := texts[len(texts)-1]
	if len(texts) == 1 {
		whole = i.Of.Value
	}
	if i.Share != nil && i.Of != nil && i.Of.Value == whole {
		return i.Share.Figure, nil
	}
	of, p := w.indicator(whole)
	if p != nil {
		return nil, p
	}
	all, p := w.givenIn(of, part.Period)
	if p != nil {
		return nil, p
	}
	return w.shareOf(part, all)
}

func (w words) shareOf(part, whole *dataset.Observation) (value, *problem) {
	a, p := w.plain(part)
	if p != nil {
		return nil, p
	}
	b, p := w.plain(whole)
	if p != nil {
		return nil, p
	}
	values, divisible := a.Range.Quo(b.Range)
	if !a.Unit.Like(b.Unit) || !divisible || b.Value().Sign() <= 0 {
		return nil, &problem{say: diag.Say("%s在%s中没有占比", "%s is no part of %s", a, b)}
	}
	ratio := new(big.Rat).Quo(a.Value(), b.Value())
	percent, sure := w.sure(ratio, values)
	if sure {
		return filled(figure.Decimal(percent) + "%"), nil
	}
	return filled("约" + figure.Format(percent, 0, w.d.TiesEven) + "%"), nil
}
