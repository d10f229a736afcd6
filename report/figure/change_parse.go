package figure

import (
	"strings"
	"unicode/utf8"

	"jianbao/report/diag"
)

// changeVerb is a verb that says how a figure changed.
type changeVerb struct {
	verb      string
	direction Direction
}

// changeVerbs are the verbs, longer ones before those they begin with.
var changeVerbs = []changeVerb{
	{"增长", Up}, {"提高", Up}, {"上升", Up}, {"增加", Up}, {"上涨", Up}, {"提升", Up}, {"扩大", Up}, {"回升", Up},
	{"下降", Down}, {"减少", Down}, {"降低", Down}, {"回落", Down}, {"下滑", Down}, {"下跌", Down}, {"收窄", Down},
	{"缩小", Down}, {"缩减", Down},
	{"改善", Improved}, {"好转", Improved}, {"恶化", Worsened}, {"变差", Worsened},
	{"增", Up}, {"升", Up}, {"涨", Up}, {"降", Down}, {"减", Down}, {"跌", Down},
}

// growthVerbs speak of rates: a number without unit behind them lacks its %.
var growthVerbs = map[string]bool{"增长": true, "增": true, "上涨": true, "涨": true, "下跌": true, "跌": true}

// bases are what a change is against. They add nothing to it: the check that a
// change belongs to knows its base.
var bases = []string{
	"上年同期", "去年同期", "上年同月", "上年同季", "上年末", "上年", "去年", "上季度", "上季", "上月末", "上月", "上期", "同期", "年初", "前一年", "上一年", "原来",
}

// ParseChange reads a change as printed: a rate (增长8.2%, -13.9%, 增长近三成),
// percentage points (提高20个百分点, +16pp), a multiple (增长2倍, 是上年的2倍),
// doublings (翻一番), an amount (增加277万元, 减少12家) or none (持平). 同比, 环比
// and the base (比上年) may stand before it. r says how its digits were rounded.
func ParseChange(text string, r Rounding) (Change, *Problem) {
	if n := utf8.RuneCountInString(text); n > longestText {
		return Change{}, &Problem{Kind: TooLong,
			Say:  diag.Say("增减有%d个字，最多%d个", "the change has %d characters, more than %d", n, longestText),
			Hint: changeForms}
	}
	before, core, basis := cutBasis(normalized(text))
	c := changeReader{text: core, rounding: r}
	change, problem := c.read()
	if problem != nil {
		problem.At += before
		return Change{}, problem
	}
	change.Text, change.Basis = strings.TrimSpace(text), basis
	change.Bare = cutBase(strings.Trim(core, " "))
	return change, nil
}

var changeForms = diag.Say(
	"写作 增长8.2%、-13.9%、提高20个百分点、+16pp、增长1.5倍、是上年的2倍、翻一番、增加277万元、持平 等",
	"write a change such as 增长8.2%, -13.9%, 提高20个百分点, +16pp, 增长1.5倍, 是上年的2倍, 翻一番, 增加277万元, 持平",
)

// changeReader reads one change; text is normalized.
type changeReader struct {
	text     string
	rounding Rounding
}

func (c changeReader) read() (Change, *Problem) {
	rest := cutBase(strings.Trim(c.text, " "))
	if rest == "持平" {
		return Change{Kind: Flat, Verb: rest}, nil
	}
	if turned, ok := turns[rest]; ok {
		return Change{Kind: Turned, Direction: turned, Verb: rest}, nil
	}
	if multiple, verb, ok := cutTimesOf(rest); ok {
		return c.timesOf(verb, multiple)
	}
	if doublings, ok := strings.CutPrefix(rest, "翻"); ok {
		return c.doubling(strings.TrimPrefix(doublings, "了"))
	}
	for _, v := range lossVerbs {
		if amount, ok := strings.CutPrefix(rest, v.verb); ok {
			return c.ofLoss(v, amount)
		}
	}
	for _, v := range changeVerbs {
		if amount, ok := strings.CutPrefix(rest, v.verb); ok {
			return c.said(v, strings.TrimPrefix(amount, "了"))
		}
	}
	return c.signed(rest)
}

// cutBase cuts 同比, 环比, 比上年, 与上年同期 and the like off the front.
func cutBase(text string) string {
	rest := text
	for _, word := range []string{"同比", "环比"} {
		rest = strings.TrimPrefix(rest, word)
	}
	for _, word := range []string{"比", "较", "与", "同", "和"} {
		against, ok := strings.CutPrefix(rest, word)
		if !ok {
			continue
		}
		for _, base := range bases {
			if after, ok := strings.CutPrefix(against, base); ok {
				return after
			}
		}
	}
	return rest
}

// cutTimesOf reads 是上年的, 为上年同期的, 增长到, 增至 and the like before N倍.
func cutTimesOf(text string) (multiple, verb string, ok bool) {
	if !strings.Contains(text, "倍") {
		return "", "", false
	}
	for _, word := range []string{"相当于", "达到", "达", "是", "为"} {
		if of, found := strings.CutPrefix(text, word); found {
			return cutOf(of), word, true
		}
	}
	for _, v := range changeVerbs {
		after, found := strings.CutPrefix(text, v.verb)
		if !found {
			continue
		}
		for _, to := range []string{"到", "至", "为"} {
			if of, found := strings.CutPrefix(after, to); found {
				return cutOf(of), v.verb + to, true
			}
		}
	}
	return "", "", false
}

// cutOf cuts 上年的 off the front.
func cutOf(text string) string {
	for _, base := range bases {
		if rest, ok := strings.CutPrefix(text, base); ok {
			return strings.TrimPrefix(rest, "的")
		}
	}
	return text
}

func (c changeReader) timesOf(verb, amount string) (Change, *Problem) {
	f, problem := c.amount(amount)
	if problem != nil {
		return Change{}, problem
	}
	if f.Unit.Symbol != "倍" {
		return Change{}, c.problem(amount)
	}
	change := Change{Kind: TimesOf, Verb: verb, Figure: f}
	if f.Number.Cmp(one) < 0 {
		change.Direction = Down
	}
	return change, nil
}

// doubling reads what follows 翻: 番, 一番, 两番, 近两番.
func (c changeReader) doubling(amount string) (Change, *Problem) {
	if amount == "番" {
		amount = "一番"
	}
	f, problem := c.amount(amount)
	if problem != nil {
		return Change{}, problem
	}
	if f.Unit.Dimension != Fan {
		return Change{}, c.problem(amount)
	}
	return Change{Kind: Doubling, Verb: "翻", Figure: f}, nil
}

// said reads the amount that follows a verb.
func (c changeReader) said(v changeVerb, amount string) (Change, *Problem) {
	f, problem := c.amount(amount)
	if problem != nil {
		return Change{}, problem
	}
	if growthVerbs[v.verb] && f.Unit.Symbol == "" && !isFraction(f) {
		return Change{}, c.unitless(amount, v.verb+f.Text)
	}
	return Change{Kind: kindOf(f), Direction: v.direction, Verb: v.verb, Figure: f}, nil
}

// isFraction reports whether f is a fraction without unit, which is a rate by
// itself: 增长三分之一.
func isFraction(f Figure) bool { return f.Unit.Symbol == "" && strings.Contains(f.Text, "分之") }

// signed reads +16pp and -13.9%, and 8.2% as a rise.
func (c changeReader) signed(amount string) (Change, *Problem) {
	change := Change{}
	unsigned := amount
	for _, sign := range []string{"+", "-"} {
		if after, ok := strings.CutPrefix(amount, sign); ok {
			unsigned = after
			if sign == "-" {
				change.Direction = Down
			}
			break
		}
	}
	f, problem := c.amount(unsigned)
	if problem != nil {
		return Change{}, problem
	}
	if f.Unit.Symbol == "" && !isFraction(f) {
		return Change{}, c.unitless(unsigned, amount)
	}
	change.Kind, change.Figure = kindOf(f), f
	if change.Kind == Times && unsigned == amount {
		return Change{}, unreadable(c.at(amount),
			diag.Say("“%s”可以是增长%[1]s，也可以是上年的%[1]s", "%s may be how much it grew or how many times as much it is", f.Text),
			diag.Say("写作 增长%s 或 是上年的%[1]s", "write 增长%s or 是上年的%[1]s", f.Text))
	}
	return change, nil
}

// kindOf is the measure of an amount, by its unit.
func kindOf(f Figure) ChangeKind {
	switch {
	case f.Unit.Dimension == Points:
		return InPoints
	case f.Unit.Dimension == Fan:
		return Doubling
	case f.Unit.Symbol == "倍":
		return Times
	case f.Unit.Dimension == Ratio && !f.Unit.isPlain(), isFraction(f):
		return Rate
	}
	return Amount
}

// amount reads the unsigned figure at the end of the text.
func (c changeReader) amount(text string) (Figure, *Problem) {
	f, problem := parseWritten(text, Unit{}, Options{Rounding: c.rounding})
	switch {
	case problem != nil:
		problem.At += c.at(text)
		if problem.Hint.IsZero() {
			problem.Hint = changeForms
		}
		return Figure{}, problem
	case f.Number.Sign() < 0 || strings.HasPrefix(text, "+"):
		return Figure{}, &Problem{At: c.at(text),
			Say:  diag.Say("增减词后面的数又带了正负号", "a sign follows the verb"),
			Hint: diag.Say("只用词或只用正负号：下降3.2% 或 -3.2%", "use the verb or the sign alone: 下降3.2% or -3.2%")}
	}
	return f, nil
}

// at is where a text that ends the whole begins, in characters.
func (c changeReader) at(text string) int {
	whole := strings.TrimRight(c.text, " ")
	return max(0, utf8.RuneCountInString(whole)-utf8.RuneCountInString(text))
}

func (c changeReader) problem(rest string) *Problem {
	return unreadable(c.at(rest), diag.Say("“%s”没有说增减了多少", "%q does not say how much it changed", firstWord(c.text)), changeForms)
}

func (c changeReader) unitless(amount, whole string) *Problem {
	return unreadable(c.at(amount), diag.Say("增减“%s”没有单位", "the change %s has no unit", whole),
		diag.Say("写作 %[1]s%% 或 %[1]s个百分点；是数量的写上计量单位", "write %[1]s%% or %[1]s个百分点, or the unit of an amount", whole))
}
