package xlsx

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/document"
)

// What way a figure goes, and whether that is good, is said by a sign and a word;
// the colour only repeats it.
const (
	rose    = "▲"
	fell    = "▼"
	better  = "向好"
	worse   = "转差"
	noTrend = "— 持平"
)

// trend puts in what way the change in the same row goes: a formula that follows
// it. With lowerIsBetter a fall is good.
func (b *book) trend(row *document.Row, change *document.Cell, at int, cells []cell) {
	i := b.indicators.column(trendColumn)
	up, down := rose+" "+better, fell+" "+worse
	if row.LowerIsBetter {
		up, down = rose+" "+worse, fell+" "+better
	}
	made := cell{style: style{across: "left", indent: 1}}
	switch {
	case change.Text == "":
		return
	case !numeric(change):
		made.text = noTrend // the only change without a number
	default:
		made.text = [...]string{down, noTrend, up}[change.Number.Sign()+1]
		of := address(i, at) // the column before
		made.formula = fmt.Sprintf(`IF(%s>0,"%s",IF(%s<0,"%s","%s"))`, of, up, of, down, noTrend)
	}
	cells[i] = made
}

// without is a remark less one of its parts, which the cells beside it say live.
func without(remark, part string) string {
	parts := strings.Split(remark, document.RemarkSeparator)
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == part }), document.RemarkSeparator)
}

// barLength is how many blocks a full bar has.
const barLength = 10

// goal puts in the target of a row's figure, how much of it is done and how much
// of its period has gone by. The bar is a text made by a formula: data bars that
// begin at nothing and end at 100 % are an extension that not every program reads,
// and none of them is printed the same.
func (b *book) goal(l indicatorLine, row int, cells []cell, r ruler) {
	g := l.row.Goal
	if g == nil {
		return
	}
	at := b.indicators.column(targetColumn)
	look := style{across: "right"}
	for i, c := range []*document.Cell{&g.Target, &g.Rate} {
		cells[at+i] = b.figure(c, indicatorsName, l.table.ID, look)
		r.see(at+i, c.Text, margin)
	}
	cells[at+3] = b.figure(&g.Elapsed, indicatorsName, l.table.ID, look)
	for _, i := range []int{at + 1, at + 3} { // the header says %
		cells[i].style.format = digitPattern(&g.Rate)
	}
	r[at+2] = max(r[at+2], barColumns)
	if !numeric(&g.Rate) {
		return
	}
	done := fmt.Sprintf("MAX(0,MIN(%d,ROUND(%s/%d,0)))", barLength, address(at+2, row), barLength)
	cells[at+2] = cell{
		text:    bar(g.Rate.Number),
		formula: fmt.Sprintf(`REPT("█",%s)&REPT("░",%d-%s)`, done, barLength, done),
		style:   style{color: barInk, size: 9, across: "left", indent: 1},
	}
}

// barColumns is a full bar's width in its size: in Chinese typefaces a block is as
// wide as a character.
const barColumns = 2*barLength*9/bodySize + margin

// bar is what the formula makes of a rate in %.
func bar(rate *big.Rat) string {
	blocks := rounded(new(big.Rat).Quo(rate, big.NewRat(100/barLength, 1)), 0)
	n := 0
	if blocks.Num().IsInt64() {
		n = int(max(0, min(barLength, blocks.Num().Int64())))
	} else if blocks.Sign() > 0 {
		n = barLength
	}
	return strings.Repeat("█", n) + strings.Repeat("░", barLength-n)
}

// rules colour what is good or bad, and checks that fail, as far as the last row.
func (s *indicatorSheet) rules(last int) []rule {
	first := indicatorHead + 1
	if last < first {
		return nil
	}
	var rules []rule
	if i := s.column(trendColumn); i >= 0 {
		cells := address(i, first) + ":" + address(i+1, last) // with the change before it
		for _, way := range []struct {
			word string
			look tint
		}{{better, goodWay}, {worse, badWay}} {
			rules = append(rules, rule{cells, fmt.Sprintf(`RIGHT($%s,2)="%s"`, address(i+1, first), way.word), way.look})
		}
	}
	if i := s.column(verdictColumn); i >= 0 {
		cells := address(i+1, first) + ":" + address(i+1, last)
		rules = append(rules, rule{cells, fmt.Sprintf(`$%s="%s"`, address(i+1, first), verdictWords[diag.Inconsistent]), alarmed})
	}
	return rules
}
