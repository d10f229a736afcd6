package prose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/figure"
)

// candidate is a fact that a claim may be about.
type candidate struct {
	fact *Fact
	likeness
	agreement agreement
	listed    bool // the words list what the figure counts
}

// candidates are the facts that the words around a claim bear out, likeliest
// first. They last until the next are asked for.
func (r *reading) candidates(words *surroundings, fits func(*Fact) bool, agree func(*Fact) agreement) []candidate {
	all := r.v.found[:0]
	for _, s := range r.subjects {
		f := r.meant(s, fits)
		if f == nil || words.elsewhere {
			continue
		}
		c := candidate{fact: f, likeness: words.likeness(s.name)}
		if s.stripped != nil {
			if l := words.likeness(s.stripped); l.score > c.score {
				c.likeness = l
			}
		}
		if name := words.short; name != nil && strings.HasSuffix(string(s.name), string(name)) {
			c.score, c.close = max(c.score, certain), max(c.close, nearby)
		}
		if abbreviates(words.called, s.name) {
			c.score, c.close, c.own = max(c.score, certain), max(c.close, nearby), max(c.own, len(words.called))
		}
		if after := words.after; after != nil && strings.HasSuffix(string(s.name), string(after)) {
			c.score, c.close = max(c.score, certain), max(c.close, nearby)
		}
		if len(s.lists) > 1 && 2*words.lists(s.lists) > len(s.lists) {
			c.score, c.close, c.listed = max(c.score, certain+margin), max(c.close, nearby), true
		}
		if words.nameless {
			c.score, c.close, c.own = max(c.score, certain), max(c.close, nearby), max(c.own, telling)
		}
		if c.score < likely-margin && c.own < telling {
			continue
		}
		c.agreement = agree(f)
		if now := r.current(s, f, fits); now != nil && c.agreement != agrees && agree(now) == agrees {
			c.fact, c.agreement = now, agrees
		}
		if then := r.earlier(s, fits, agree); then != nil && c.agreement != agrees {
			c.fact, c.agreement = then, agrees
		}
		if (f.inName || words.share) && c.agreement == unlike || c.agreement == other {
			continue
		}
		all = append(all, c)
	}
	r.v.found = all
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.length, a.length))
	})
	return all
}

// decide gives the verdict on a claim. plain reports whether the words around the claim
// leave the name of a fact as it is; say is what of a fact the claim is about, and
// that in words.
func decide(all []candidate, plain func(candidate) bool, say func(*Fact) (aspect, expected string)) judgement {
	if len(all) == 0 || all[0].score < likely && all[0].own < telling {
		return judgement{verdict: diag.Unknown}
	}
	best := all[0]
	of := func(c candidate, verdict diag.ClaimVerdict) judgement {
		aspect, expected := say(c.fact)
		return judgement{verdict: verdict, fact: c.fact, aspect: aspect, expected: expected}
	}
	for _, c := range all {
		asWhole := c.whole || !best.whole || best.agreement == unlike
		isMeant := c.score >= likely && (c.score >= best.score-margin || c.own > best.own && asWhole)
		switch {
		case c.agreement == agrees && (isMeant || c.own >= telling && c.own >= best.own && asWhole),
			c.agreement == allows && c.score == best.score:
			return of(c, diag.Matched)
		}
	}
	like := slices.DeleteFunc(slices.Clone(all), func(c candidate) bool { return c.agreement == unlike })
	switch {
	case best.agreement == unlike && len(like) > 0 && like[0].score >= best.score-margin/2:
		best, all = like[0], like
	case best.agreement == unlike && best.score < 2*likely:
		return judgement{verdict: diag.Unknown}
	}
	rival := slices.IndexFunc(all, func(c candidate) bool {
		return c.fact != best.fact && c.score > best.score-margin && c.length >= best.length && c.own >= best.own && (c.whole || !best.whole) && c.agreement != unlike && !sameFigure(c.fact, best.fact)
	})
	switch {
	case best.score < certain || best.close < nearby || !plain(best), best.agreement == unlike && 2*best.own < best.length, best.fact.inName && best.close < verbatim:
		return judgement{verdict: diag.Unknown}
	case rival >= 0:
		return of(best, diag.Ambiguous)
	}
	j := of(best, diag.Contradicted)
	j.mild = best.agreement == strains
	return j
}

// sameFigure reports whether two facts say the same, so that it does not matter
// which of them is meant.
func sameFigure(a, b *Fact) bool {
	return a.Figure.Number != nil && b.Figure.Number != nil && a.Figure.Unit.Like(b.Figure.Unit) &&
		a.Figure.Range.Equal(b.Figure.Range)
}

func rankText(n int) string { return fmt.Sprintf("第%d位", n) }

// unitOf is the unit of a quantity without its magnitude.
func (q Quantity) unitOf() (figure.Unit, bool) {
	u, err := figure.ParseUnit(q.Unit)
	return u, err == nil
}
