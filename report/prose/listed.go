package prose

import (
	"strings"

	"jianbao/report/diag"
	"jianbao/report/exact"
)

// lists are the statements that a list has as many names as is said behind it:
// 需求、问题、帮扶三张清单. What follows the number is what is counted; without it
// the number may be the sum of what is listed (新建公园、广场三处).
func (p *passage) lists() []statement {
	var all []statement
	for i, q := range p.all {
		if q.Number == nil || !q.number.bare || q.Word != "" || !q.Number.IsInt() || q.Number.Cmp(exact.Power10(0)) <= 0 || !isHan(at(p.sentence, p.end(i))) {
			continue
		}
		f, ok := p.figureAt(i)
		words, isNear := p.gap(i)
		if !ok || !isNear || !f.Unit.Counting() || strings.HasSuffix(words, "各") || hasAt(p.sentence, p.end(i), "分别") {
			continue
		}
		list := lastClause(words)
		before := strings.TrimSuffix(words, list)
		if strings.Contains(before, "、") || strings.HasPrefix(list, "、") {
			continue // the list may begin there
		}
		open := strings.HasSuffix(list, "等")
		listed := namesIn(strings.TrimSuffix(list, "等"))
		count := int(q.Number.Num().Int64())
		if listed == 0 || strings.HasSuffix(list, "、") {
			continue
		}
		s := statement{kind: listStatement, subject: i, verdict: diag.Consistent, doubtful: true}
		if listed > count || listed < count && !open {
			s.verdict = diag.Inconsistent
			s.message = diag.Say("写的是%s，前面列出的有%d个", "it says %s, but %d are listed", q.Text, listed)
		}
		all = append(all, s)
	}
	return all
}
