package prose

import (
	"math/big"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/pattern"
)

// Ranks and shares often follow the figure that they belong to and do not name it
// again: 地区生产总值120.5亿元，居全市第三位；第三产业增加值62.2亿元，占51.6%.

// judgeRank holds a place in an order against the ranks: that of the figure told
// last, or of what its own words name.
func (r *reading) judgeRank(i int, words *surroundings) judgement {
	q := r.all[i]
	agree := func(f *Fact) agreement {
		if q.Number.Cmp(big.NewRat(int64(f.Rank), 1)) == 0 {
			return agrees
		}
		return differs
	}
	say := func(f *Fact) (string, string) { return ".rank", rankText(f.Rank) }
	if f := r.told(); f != nil && f.Rank > 0 {
		phrase, _ := r.gap(i)
		switch scope := rankScope().FindStringSubmatch(phrase); {
		case scope == nil:
		case agree(f) == agrees:
			return judgement{verdict: diag.Matched, fact: f, aspect: ".rank", expected: rankText(f.Rank)}
		case r.judged[i-1].fact == f && r.judged[i-1].aspect == "" && (scope[1] == "" || r.v.isAround(scope[1])):
			return judgement{verdict: diag.Contradicted, fact: f, aspect: ".rank", expected: rankText(f.Rank)}
		}
	}
	plain := func(c candidate) bool { return r.isTimely(c.fact) && words.plainly(c, true) }
	return decide(r.candidates(words, func(f *Fact) bool { return f.Rank > 0 }, agree), plain, say)
}

// rankScope is the words between a figure and its place in an order, with the
// region in which that is counted.
var rankScope = pattern.Of(`^[，,（(、 ]?(?:总量|规模)?(?:继续|稳)?(?:位居|位列|排名?|居于?|列)?(?:(全[国省市县区])(?:各区县|各县区)?)?$`)

// isAround reports whether words such as 全市 name the region that the data's own
// is part of.
func (v *verifier) isAround(words string) bool {
	kind := []rune(words)
	for _, name := range v.facts.Around {
		if strings.HasSuffix(name, string(kind[len(kind)-1])) {
			return true
		}
	}
	return false
}

// told is the fact whose level was told last, if it is of the period spoken of.
func (r *reading) told() *Fact {
	if r.last == nil || !r.isTimely(r.last) {
		return nil
	}
	return r.last
}

// shareScope is the words between a figure and its share of a whole, with the
// whole.
var shareScope = pattern.Of(`^[，,（(、 ]?(?:占比|比重|占)(?:达到|达|为)?(?:([^，。；的]{2,12})的(?:比重|比例)?为?)?$`)

// judgeShare holds a percentage against the share that the data give of the figure
// told last; ok is false if the words do not lead to one, or to one of another
// whole.
func (r *reading) judgeShare(i int, claim figure.Figure) (j judgement, ok bool) {
	f := r.told()
	if f == nil || r.all[i].Unit != "%" {
		return j, false
	}
	if j, ok = r.judgeProgress(i, claim, f); ok || f.of.shares == nil {
		return j, ok
	}
	phrase, _ := r.gap(i)
	for _, own := range r.v.facts.Regions {
		phrase = strings.Replace(phrase, own, "", 1)
	}
	scope := shareScope().FindStringSubmatch(phrase)
	share := f.of.shares.at(f.Period)
	if scope == nil || share == nil || !strings.Contains(share.Whole, scope[1]) {
		return j, false
	}
	j = judgement{verdict: diag.Contradicted, fact: share, expected: share.Figure.Text}
	if a := agreeOn(claim, share.Figure); a == agrees || a == allows {
		j.verdict = diag.Matched
	}
	return j, true
}

// progressScope is the words between a figure and the part that it is of the
// year's target.
var progressScope = pattern.Of(`^[，,（(、 ]?(?:已?完成|占|为|达到)?(?:年度|全年|年)(?:预期)?(?:目标|计划|任务|目标任务|计划任务)的$`)

// judgeProgress holds a percentage against what the figure told last makes of the
// target that the data give for its year; ok is false if the words do not lead to
// that, or there is none.
func (r *reading) judgeProgress(i int, claim figure.Figure, f *Fact) (j judgement, ok bool) {
	phrase, _ := r.gap(i)
	if !progressScope().MatchString(phrase) {
		return j, false
	}
	for _, target := range f.of.facts {
		if target.Period.Months() != 12 || target.Period == f.Period || !target.Period.Contains(f.Period) || target.Figure.Number == nil || !alike(target.Figure, f.Figure) {
			continue
		}
		made, ok := f.Figure.Range.Quo(target.Figure.Range)
		if !ok {
			return j, false
		}
		j = judgement{verdict: diag.Contradicted, fact: f, aspect: ".progress", expected: made.Shown(claim.Unit)}
		if overlap(claim.Range, made) {
			j.verdict = diag.Matched
		}
		return j, true
	}
	return j, false
}
