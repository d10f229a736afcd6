package prose

import (
	"math/big"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/figure"
)

// Marks that join the members of a list, and those that part its clauses.
const (
	listMarks   = "、和及与"
	clauseMarks = "，；,;"
)

// mostMembers bounds how many figures are looked at for one sum.
const mostMembers = 48

// notSummed are words beside a figure whose parts do not add up to it.
var notSummed = []string{"均", "每", "率", "最高", "最低", "指数", "增速", "单价"}

// summed is the i-th quantity, if it is an amount that has parts.
func (p *passage) summed(i int) (figure.Figure, bool) {
	f, ok := p.level(i)
	if !ok || !additive(f) {
		return f, false
	}
	words, _ := p.gap(i)
	for _, word := range notSummed {
		if strings.Contains(words, word) {
			return f, false
		}
	}
	return f, true
}

// joined reports whether only a name stands between the i-th quantity and the one
// before it, and which kind of mark: one of a list, or one that ends a clause.
func (p *passage) joined(i int) (inList, ok bool) {
	words, ok := p.gap(i)
	if !ok || words == "" {
		return false, false
	}
	for _, word := range []string{"其中", "比", "较", "全市", "全省", "全国", "另", "共", "合计", "总"} {
		if strings.Contains(words, word) {
			return false, false
		}
	}
	switch first := []rune(words)[0]; {
	case anyOf(first, listMarks):
		return !strings.ContainsAny(words, clauseMarks), true
	case anyOf(first, clauseMarks):
		return false, true
	}
	return false, false
}

// wholeBefore is the nearest figure before the i-th quantity that it can be a part of.
func (p *passage) wholeBefore(i int, part figure.Figure) (figure.Figure, int, bool) {
	for t := i - 1; t >= max(0, i-mostMembers); t-- {
		if strings.ContainsAny(string(p.sentence[p.end(t):p.start(t+1)]), "；;") {
			break
		}
		if whole, ok := p.summed(t); ok && alike(whole, part) {
			return whole, t, true
		}
	}
	return figure.Figure{}, 0, false
}

// parts are the statements that what 其中 begins is part of the figure before it:
// 总投资50亿元，其中甲30亿元、乙15亿元. What a list joins has no part in common.
func (p *passage) parts() []statement {
	var all []statement
	for i := 1; i < len(p.all); i++ {
		words, ok := p.gap(i)
		if !ok || !strings.Contains(words, "其中") || strings.ContainsAny(words, "比较超") || p.qualifies(i) {
			continue
		}
		part, ok := p.summed(i)
		if !ok {
			continue
		}
		whole, t, ok := p.wholeBefore(i, part)
		if !ok {
			continue
		}
		members, sure := p.membersFrom(i, whole)
		all = append(all, p.within(i, []int{i}, whole, t, false))
		if members = p.disjoint(members, whole, t, sure); len(members) > 1 {
			all = append(all, p.within(t, members, whole, t, !sure))
		}
	}
	return all
}

// qualifies reports whether the i-th quantity says of what kind something is, and
// not how much: 其中10万元以上的村占70%.
func (p *passage) qualifies(i int) bool {
	rest := string(p.sentence[p.end(i):min(p.end(i)+longestGap, len(p.sentence))])
	word, _ := figure.HedgeBeginning(rest)
	return strings.HasPrefix(rest[len(word):], "的")
}

// membersFrom are the parts from the i-th quantity on. sure is false if clauses
// part them, so that they may overlap: 其中工业投资30亿元，民间投资25亿元.
func (p *passage) membersFrom(i int, whole figure.Figure) (members []int, sure bool) {
	members, sure = []int{i}, true
	for k := i + 1; k < min(len(p.all), i+mostMembers); k++ {
		inList, ok := p.joined(k)
		if !ok {
			break
		}
		sure = sure && inList
		if f, ok := p.summed(k); ok && alike(f, whole) {
			members = append(members, k)
		}
	}
	return members, sure
}

// disjoint are as many of the first members as have no part in common: of those
// that clauses part, no more once they make up the whole (其中男性16万人、女性
// 16万人，城镇人口20万人), and of persons, who are told in many ways, one.
func (p *passage) disjoint(members []int, whole figure.Figure, t int, sure bool) []int {
	if sure {
		return members
	}
	if whole.Unit.Dimension == figure.People {
		return members[:1]
	}
	for n := 2; n < len(members); n++ {
		if sum, _ := p.sumOf(members[:n], t); overlap(sum, whole.Range) {
			return members[:n]
		}
	}
	return members
}

// within judges that members together are no more than the whole, which is the
// t-th quantity.
func (p *passage) within(subject int, members []int, whole figure.Figure, t int, doubtful bool) statement {
	sum, text := p.sumOf(members, t)
	s := statement{kind: partStatement, subject: subject, others: without(append([]int{t}, members...), subject), doubtful: doubtful}
	s = s.hold(whole.Range, sum, whole.Unit)
	s.verdict = diag.Consistent
	if !sum.CanBeAtMost(whole.Range) {
		s.verdict = diag.Inconsistent
		s.message = diag.Say("其中%s，大于总数%s", "of which %s is more than the whole, %s", text, whole)
		if len(members) > 1 {
			s.message = diag.Say("其中各项之和%s大于总数%s", "together the parts are %s, more than the whole, %s", text, whole)
		}
	}
	return s
}

// sumOf adds members up, as intervals and as numbers printed; those without unit
// have that of the t-th quantity.
func (p *passage) sumOf(members []int, t int) (sum figure.Interval, text string) {
	unit, _ := p.figureAt(t)
	sum = figure.Point(new(big.Rat))
	printed, isPlain := new(big.Rat), true
	for _, m := range members {
		f, ok := p.levelLike(m, members[len(members)-1])
		if !ok {
			continue
		}
		sum = sum.Add(f.Range)
		printed = exact.Add(printed, f.Value())
		isPlain = isPlain && !isHedged(f)
	}
	if isPlain {
		return sum, unit.Unit.Shown(printed)
	}
	return sum, sum.Shown(unit.Unit)
}

func without(indices []int, one int) []int {
	var rest []int
	for _, i := range indices {
		if i != one {
			rest = append(rest, i)
		}
	}
	return rest
}

// totalWords stand before a figure that sums up those before it.
var totalWords = map[string]bool{"合计": true, "共计": true, "总计": true, "总共": true, "共": true, "总和": true, "总数": true, "加起来": true,
	"两项合计": true, "三项合计": true, "四项合计": true, "各项合计": true, "以上合计": true, "三者合计": true, "两者合计": true, "三者之和": true, "两者之和": true, "之和": true, "共有": true}

// sums are the statements that a figure is the total of those before it:
// 甲5家、乙6家，共11家.
func (p *passage) sums() []statement {
	var all []statement
	for k := 2; k < len(p.all); k++ {
		total, ok := p.level(k)
		if !ok || !p.isTotal(k) {
			continue
		}
		first, clean := p.summandsBefore(k, total)
		if k-first < 2 {
			continue
		}
		var s statement
		for from := first; from <= k-2; from++ {
			members := indices(from, k)
			sum, text := p.sumOf(members, k)
			made := statement{kind: sumStatement, subject: k, others: members}.hold(total.Range, sum, total.Unit)
			made.message = diag.Say("各项相加是%s，不是%s", "together they are %s, not %s", text, total)
			if from == first || made.verdict == diag.Consistent {
				s = made
			}
			if clean || s.verdict == diag.Consistent {
				break
			}
		}
		all = append(all, s)
	}
	return all
}

func (p *passage) isTotal(k int) bool {
	words, ok := p.gap(k)
	if !ok {
		return false
	}
	words, _ = unhedged(strings.TrimLeft(words, "，,、；;。 "))
	return totalWords[strings.TrimSuffix(strings.TrimSuffix(words, "为"), "是")]
}

// summandsBefore is the first of the figures before the k-th that can be its
// parts. inList is whether a list joins them all, so that none of them is the
// figure of something else.
func (p *passage) summandsBefore(k int, total figure.Figure) (first int, inList bool) {
	first, inList = k, true
	for m := k - 1; m >= max(0, k-mostMembers); m-- {
		f, ok := p.levelLike(m, k-1)
		if !ok || !alike(f, total) {
			return first, inList
		}
		first = m
		listed, ok := p.joined(m)
		if !ok {
			return first, inList
		}
		if m > 0 {
			if before, ok := p.levelLike(m-1, k-1); ok && alike(before, total) {
				inList = inList && listed
			}
		}
	}
	return first, inList
}

func indices(from, to int) []int {
	var all []int
	for i := from; i < to; i++ {
		all = append(all, i)
	}
	return all
}
