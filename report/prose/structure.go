package prose

import (
	"math/big"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/pattern"
)

// structureWords stand before the parts of one whole, told in hundredths of it.
var structureWords = pattern.Of(`(?:结构|构成)[^，。；、]{0,8}$`)

// industries is words that lead to the shares of all industries, of which there are
// three: 三次产业占比分别为, 第一、二、三产业增加值占地区生产总值的比重分别为.
var industries = pattern.Of(`(?:三次产业|第?一(?:产业)?、第?二(?:产业)?[、和]第?三次?产业)[^，。；、]{0,16}(?:比重|占比|结构|构成)[^，。；、]{0,4}为$`)

// isInStructure reports whether the clause before i speaks of a structure, so that
// 5:38:57 is no time of day.
func (s *scanner) isInStructure(i int) bool {
	from := i
	for from > max(0, i-longestGap) && !anyOf(s.text[from-1], "，。；;、\n") {
		from--
	}
	clause := string(s.text[from:i])
	return strings.Contains(clause, "结构") || strings.Contains(clause, "构成")
}

// fewestParts is how many parts a structure has: two may be a ratio, as that of men to
// women is.
const fewestParts = 3

// structures are the statements that the parts of a structure are all of it:
// 三次产业结构为5.1:38.2:56.7, also where it became another, and 三次产业占比分别为5.1%、38.2%、56.7%.
func (p *passage) structures() []statement {
	var all []statement
	told := false // whether the structure is one that the words before have named
	for i := 0; i < len(p.all); {
		next := i + 1
		for next < len(p.all) && p.isRatioMark(next) {
			next++
		}
		words, ok := p.gap(i)
		switch {
		case next-i >= fewestParts:
			told = ok && (structureWords().MatchString(words) || told && strings.ContainsAny(words, "为到至"))
			if s, ok := p.structure(indices(i, next)); told && ok {
				all = append(all, s)
			}
		case industries().MatchString(p.before(i)):
			members := p.listFrom(i)
			if s, ok := p.structure(members); len(members) == fewestParts && ok {
				all = append(all, s)
			}
		}
		i = next
	}
	return all
}

// isRatioMark reports whether the i-th quantity stands right behind the one before
// it and a colon.
func (p *passage) isRatioMark(i int) bool {
	words, ok := p.gap(i)
	mark := strings.TrimSpace(words)
	return ok && (mark == ":" || mark == "：" || mark == "∶")
}

// structure judges that parts make up the whole; ok is false for numbers that are no
// hundredths: 1:2.5:3.
func (p *passage) structure(members []int) (s statement, ok bool) {
	unit := p.all[members[0]].Unit
	printed := new(big.Rat)
	for _, m := range members {
		f, isLevel := p.level(m)
		if !isLevel || p.all[m].Unit != unit || unit != "" && unit != "%" || f.Number.Sign() < 0 {
			return statement{}, false
		}
		printed = exact.Add(printed, f.Number)
	}
	if printed.Cmp(big.NewRat(50, 1)) < 0 {
		return statement{}, false
	}
	sum, text := p.sumOf(members, members[0])
	f, _ := p.figureAt(members[0])
	s = statement{kind: sumStatement, subject: members[0], others: members[1:]}
	s = s.hold(sum, figure.Point(f.Unit.ToBase(big.NewRat(100, 1))), f.Unit)
	s.message = diag.Say("结构的各部分相加是%s，不是100%s", "the parts of the structure are together %s, not 100%s", text, unit)
	return s, true
}
