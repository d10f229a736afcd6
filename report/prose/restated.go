package prose

import (
	"strings"

	"jianbao/report/diag"
	"jianbao/report/figure"
)

// restatements are the statements that a figure is another in another unit:
// 1500亩（100公顷）, 1500亩，折合100公顷. What only stands in parentheses may be another
// figure of the same thing, so a difference is then a warning.
func (p *passage) restatements() []statement {
	var all []statement
	for i := 1; i < len(p.all); i++ {
		words, isNear := p.gap(i)
		if !isNear {
			continue
		}
		said, inParentheses := saysAgain(words)
		sure := said != ""
		closed := strings.ContainsRune("）)", at(p.sentence, p.end(i)))
		if inParentheses && !closed || !inParentheses && !sure {
			continue
		}
		first, isFirst := p.level(i - 1)
		again, isAgain := p.level(i)
		if said == "约合" && p.all[i].Hedge == figure.Plain {
			q := p.all[i]
			q.Hedge, q.Word = figure.About, "约" // of 约合
			again, isAgain = q.figureOf(p.rounding)
		}
		if !isFirst || !isAgain || !convert(first.Unit, again.Unit) {
			continue
		}
		s := statement{kind: unitStatement, subject: i, others: []int{i - 1}, doubtful: !sure}.hold(again.Range, first.Range, again.Unit)
		if s.verdict == diag.Inconsistent {
			should := again.Unit.Shown(first.Value())
			s.message = diag.Say("%s合%s，写的是%s", "%s is %s, and the text says %s", first, should, again)
			s.hint = diag.Hint{Kind: "unit", Suggestion: should,
				Message: diag.Say("按前一个数，应为%s；或者前一个数、计量单位写错", "by the first figure it is %s; or that or a unit is wrong", should)}
		}
		all = append(all, s)
	}
	return all
}

// convert reports whether two units measure the same in different ones. 户 and 家 count,
// and what is counted in one is seldom the same in the other.
func convert(a, b figure.Unit) bool {
	return a.Like(b) && !a.Counting() && a.Symbol != "" && b.Symbol != "" && a.Symbol != b.Symbol
}

// saysAgain reads words that lead from a figure to the same in another unit: those that
// say so, of which there are none in （ alone.
func saysAgain(words string) (said string, inParentheses bool) {
	words, _ = unhedged(words)
	rest := strings.TrimLeft(words, "（(")
	inParentheses = rest != words
	rest = strings.TrimLeft(rest, "，,")
	for _, said := range []string{"折合", "约合", "合", "即", "也就是"} {
		if rest == said {
			return said, inParentheses
		}
	}
	return "", inParentheses && rest == ""
}
