package transcribe

import (
	"math/big"
	"strings"
)

// settle decides what one cell alone does not say. The change of a rate under a
// head in % may be one in %, or in 百分点, as most mean it: the rate of a year
// earlier tells. A figure whose note says 目标 is a target.
func (t *transcript) settle(i *indicator) {
	for _, o := range i.observations {
		if rest, is := strings.CutPrefix(o.note, "目标"); is && (rest == "" || strings.HasPrefix(rest, "；")) {
			o.target, o.note = true, strings.TrimPrefix(rest, "；")
		}
		number, inPercent := strings.CutSuffix(o.yoy, "%")
		rate, isRate := strings.CutSuffix(o.value, "%")
		if !inPercent || !isRate || strings.ContainsFunc(number, func(r rune) bool { return !strings.ContainsRune("0123456789.-+", r) }) {
			continue
		}
		now := o.period
		if now == "" {
			now = t.period
		}
		points := true
		for _, b := range i.observations {
			base, ok := strings.CutSuffix(b.value, "%")
			if ok && b != o && b.period == now.before() {
				points = differ(rate, base, number)
			}
		}
		if points {
			o.yoy = "+" + strings.TrimPrefix(number, "+") + "个百分点"
			if strings.HasPrefix(number, "-") {
				o.yoy = number + "个百分点"
			}
			t.remark("%s（%s）的同比按百分点写入", "the change of %s in %s is taken to be in 百分点", i.name, now)
		}
	}
}

// differ reports whether two rates are as far apart as a number says, but for
// rounding.
func differ(now, then, by string) bool {
	a, okA := new(big.Rat).SetString(now)
	b, okB := new(big.Rat).SetString(then)
	c, okC := new(big.Rat).SetString(by)
	if !okA || !okB || !okC {
		return false
	}
	a.Sub(a, b).Sub(a, c)
	return a.Abs(a).Cmp(big.NewRat(2, 10)) <= 0
}

// asShare takes the rate of a part as its share of the whole.
func (i *indicator) asShare(whole *indicator) {
	if len(i.observations) != 1 || len(whole.observations) == 0 {
		return
	}
	o := i.observations[0]
	if strings.HasSuffix(o.value, "%") && !strings.HasSuffix(whole.observations[0].value, "%") {
		i.share, o.value, o.hasFigure = o.value, "", false
	}
}
