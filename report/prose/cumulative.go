package prose

import (
	"strings"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// plainOfPeriod are the words beside the period of a figure that leave it the
// figure of that period.
var plainOfPeriod = strings.NewReplacer("累计", "", "完成", "", "实现", "", "当月", "", "其中", "", "为", "", "是", "", "，", "", "；", "", "、", "", ",", "", " ", "", "份", "")

// ofPeriod is a figure with the period that the sentence gives it.
type ofPeriod struct {
	index int
	when  period.Period
	value figure.Figure
}

// periods are the statements that a figure of a longer period is the sum of
// those of its parts: 1—5月累计10.2亿元，6月2.1亿元，1—6月累计12.3亿元. own is the
// period whose year is meant where the text names none.
func (p *passage) periods(own period.Period) []statement {
	const fewest = 3
	if len(p.all) < fewest {
		return nil
	}
	var found []ofPeriod
	subject := ""
	for i := range p.all {
		f, ok := p.summed(i)
		words, isNear := p.gap(i)
		if !ok || !isNear {
			continue
		}
		said := mentions(words, own)
		if len(said) != 1 || !said[0].when.IsZero() && said[0].when.IsPoint() {
			continue
		}
		rest := plainOfPeriod.Replace(withoutPeriods(words))
		switch {
		case len(found) == 0:
			subject = rest
		case rest != "" && rest != subject || !alike(f, found[0].value):
			continue
		}
		if found = append(found, ofPeriod{i, said[0].when, f}); len(found) == mostMembers {
			break
		}
	}
	if len(found) < fewest {
		return nil
	}
	return p.tiled(found)
}

func (p *passage) tiled(found []ofPeriod) []statement {
	at := map[period.Period]ofPeriod{}
	var known []period.Period
	for _, x := range found {
		if _, twice := at[x.when]; !twice {
			at[x.when], known = x, append(known, x.when)
		}
	}
	var all []statement
	for _, whole := range known {
		total := at[whole]
		for _, tiling := range period.Tilings(whole, known) {
			var members []int
			for _, part := range tiling {
				members = append(members, at[part].index)
			}
			sum, text := p.sumOf(members, total.index)
			s := statement{kind: periodStatement, subject: total.index, others: members}.hold(total.value.Range, sum, total.value.Unit)
			if s.verdict == diag.Inconsistent {
				s.message = diag.Say("各期相加是%s，不是%s", "the periods add up to %s, not %s", text, total.value)
			}
			all = append(all, s)
		}
	}
	return all
}
