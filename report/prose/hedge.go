package prose

import (
	"strings"

	"jianbao/report/exact"
	"jianbao/report/figure"
)

// wordBefore are the characters before a hedge that make another word of it:
// 最近, 合约, 发达, 赶超.
var wordBefore = map[string]string{
	"近": "最附靠邻亲相临就远", "约": "合节签预违公契制条履", "达": "发通雷转表传直", "超": "赶高反",
}

// hedge takes in the words around q that hedge it.
func (s *scanner) hedge(q *Quantity) {
	if q.Number == nil {
		return
	}
	word, hedge := s.hedgeBefore(q.Start)
	if word != "" && hedge != figure.Reached {
		if first, other := s.hedgeBefore(q.Start - len([]rune(word))); other != figure.Plain && other != figure.Reached {
			q.further = first // 约近100亿元
		}
	}
	odd := q.number.odd
	switch odd {
	case "":
	case "来":
		hedge, word = figure.About, joined(word, "来")
	default:
		if hedge == figure.Plain || hedge == figure.Reached {
			hedge, word = figure.Odd, joined(word, odd)
		} else {
			q.further = odd
		}
	}
	if after, h := s.hedgeAfter(q); after != "" {
		switch {
		case hedge == figure.Plain || hedge == figure.Reached:
			hedge, word = h, joined(word, after)
		case hedge == h:
			q.further, word = after, joined(word, after)
		default:
			q.further = after
		}
	}
	q.Hedge, q.Word = hedge, word
}

func joined(before, after string) string {
	if before == "" {
		return after
	}
	return before + "…" + after
}

func (s *scanner) hedgeBefore(start int) (string, figure.Hedge) {
	end := start
	for at(s.text, end-1) == ' ' && end > s.last {
		end--
	}
	word, hedge := figure.HedgeEnding(s.before(end))
	if rest := end - 1; word == "" && at(s.text, rest) == '有' && rest > s.last {
		if word, hedge = figure.HedgeEnding(s.before(rest)); word != "" { // 至少有10个
			end = rest
		}
	}
	before := at(s.text, end-len([]rune(word))-1)
	switch {
	case word == "" && at(s.text, end-1) == '过' && !anyOf(at(s.text, end-2), "通经超不"):
		if anyOf(at(s.text, start), "百千万亿") {
			return "过", figure.MoreThan
		}
		return "", figure.Plain
	case anyOf(before, wordBefore[word]):
		return "", figure.Plain
	}
	return word, hedge
}

// hedgeAfter is the hedge behind q and its unit. 多 and 余 behind a unit (三年多)
// are part of q.
func (s *scanner) hedgeAfter(q *Quantity) (string, figure.Hedge) {
	word, hedge := figure.HedgeBeginning(string(s.text[q.End:min(q.End+2, len(s.text))]))
	switch {
	case hedge == figure.Odd && (q.Unit == "" || q.number.odd != "" || isHan(at(s.text, q.End+1)) && !anyOf(at(s.text, q.End+1), "的时来，")):
		return "", figure.Plain
	case hedge == figure.Odd:
		q.End++
	}
	return word, hedge
}

// before and behind a number, a word for each hedge that package figure reads.
var (
	hedgePrefix = map[figure.Hedge]string{figure.Reached: "达", figure.MoreThan: "超", figure.LessThan: "不足", figure.Nearly: "近", figure.About: "约"}
	hedgeSuffix = map[figure.Hedge]string{figure.AtLeast: "以上", figure.AtMost: "以下"}
)

// print is q as package figure reads it: 突破1200亿元, 300多亿元. It is empty for
// a range, a place in an order and what decimals cannot write.
func (q *Quantity) print() string {
	if q.Number == nil || q.Kind == Rank {
		return ""
	}
	n := q.number
	value := exact.Quo(q.Number, exact.Power10(n.power))
	digits, ok := figure.DecimalDigits(value)
	if !ok {
		return ""
	}
	var b strings.Builder
	b.WriteString(hedgePrefix[q.Hedge])
	b.WriteString(exact.Text(value, max(digits, n.decimals)))
	if q.Hedge == figure.Odd {
		b.WriteString("多")
	}
	b.WriteString(magnitudeText(n.power))
	b.WriteString(q.Unit)
	b.WriteString(hedgeSuffix[q.Hedge])
	return b.String()
}
