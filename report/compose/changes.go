package compose

import (
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// change is a figure's published change on a year earlier, without the word 同比,
// which the text says: 增长5.9%, 改善25.5%, 提高16个百分点.
func (w words) change(o *dataset.Observation) (value, *problem) {
	if p := w.unchanged(o, o.YoY, "同比"); p != nil {
		return nil, p
	}
	return filled(changeInWords(o.YoY.Change, isLower(o))), nil
}

// yoy is that change with the word: 同比增长5.9%; 按可比价格计算，同比增长8.3%.
func (w words) yoy(o *dataset.Observation) (value, *problem) {
	if p := w.unchanged(o, o.YoY, "同比"); p != nil {
		return nil, p
	}
	return filled(changeOn("同比", o.YoY.Change, isLower(o))), nil
}

// pop is the change on the period before: 环比下降1.2%.
func (w words) pop(o *dataset.Observation) (value, *problem) {
	if p := w.unchanged(o, o.PoP, "环比"); p != nil {
		return nil, p
	}
	return filled(changeOn("环比", o.PoP.Change, isLower(o))), nil
}

// unchanged is why a text cannot say a change: none was published, or it is a
// rate on a base that is none.
func (w words) unchanged(o *dataset.Observation, said *dataset.Change, word string) *problem {
	name := func() string { return w.figureName(string(o.Ref())) + word }
	if said == nil {
		return absent(named(name()))
	}
	if k := said.Change.Kind; k != figure.Rate && k != figure.Times && k != figure.TimesOf && k != figure.Doubling {
		return nil
	}
	base := o.Period.YearEarlier()
	if word == "环比" {
		base = o.Period.Previous()
	}
	if then := o.Indicator.In(base); then != nil {
		if f, p := w.present(then); p == nil && f.Value().Sign() <= 0 {
			return &problem{kind: missing,
				say:  diag.Say("%s的基期数是%s，没有增减的比率", "the base of %s is %s, of which there is no rate", name(), f),
				hint: diag.Say("改写为扭亏为盈、增亏、减亏或增减的数额", "say 扭亏为盈, 增亏, 减亏 or the amount")}
		}
	}
	return nil
}

func isLower(o *dataset.Observation) bool { return o.Indicator.Better == dataset.Lower }

// changeInWords prints a change with its verb and without what it is against. The
// basis that it was reckoned on follows in brackets, where no word of the text can
// come between: 增长8.3%（按可比价格计算）.
func changeInWords(c figure.Change, betterLower bool) string {
	if c.Basis == "" || c.InRealTerms() {
		return c.Words(betterLower)
	}
	return c.Words(betterLower) + "（" + c.Basis + "）"
}

// changeOn prints a change with the word for what it is against, said once, and
// its basis before it: 按可比价格计算，同比增长8.3%.
func changeOn(word string, c figure.Change, betterLower bool) string {
	said := c.Words(betterLower)
	if c.Kind != figure.TimesOf || !strings.ContainsAny(said, "上去同前") {
		said = word + said // 是上年的2倍 says itself what it is against
	}
	if c.Basis != "" && !c.InRealTerms() {
		said = c.Basis + "，" + said
	}
	return said
}
