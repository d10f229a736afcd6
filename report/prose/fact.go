package prose

import (
	"slices"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// Fact is what the data say that a claim may repeat: the figure of an
// indicator in a period, its changes and its rank.
type Fact struct {
	Ref       string // names the figure in findings: project_invest@2021-H1
	Indicator string // facts of one indicator share it
	Name      string // as the data call it
	Period    period.Period
	Current   bool // what the bare name means
	Target    bool // it is what is aimed at
	Figure    figure.Figure
	Place     diag.Place

	YoY, PoP    *figure.Change
	BetterLower bool
	Rank        int      // 0 if there is none
	Names       []string // what the figure counts
	ShareOf     string   // the indicator whose share the figure is; empty if it is no share
	Whole       string   // the name of what it is a share of

	inName bool     // the figure stands in the name of another
	of     *subject // that it belongs to
}

// Facts are all that the data say.
type Facts struct {
	Period   period.Period // the data's own, from which 今年 and 上半年 are reckoned
	Rounding figure.Rounding
	Regions  []string // what the data are about: 钢城区, 全区, 我区
	Around   []string // regions that it is part of: 济南市
	All      []Fact
}

// subject is an indicator with its facts and its name in the form that is
// looked for in texts.
type subject struct {
	name []rune
	// stripped is the name without the figures in it, which a text may have wrong;
	// nil if there are none.
	stripped []rune
	lists    [][]rune // the names that it counts
	facts    []*Fact
	shares   *subject // the shares that its figures are of a whole; nil if the data have none
}

// verifier holds claims against facts, one after the other.
type verifier struct {
	facts    Facts
	subjects []*subject
	only     *subject // if the data are about one thing, what figures without a name mean; else nil

	// Subjects, by their places, that have a pair of characters in their names or
	// in those that they count; always are those to be looked at without. common
	// is room to count in, all zero between sentences.
	withPair map[[2]rune][]int
	always   []int
	common   []int

	found []candidate // room for the candidates of one claim

	regionEnds map[rune]bool // the characters that names of known regions end with
}

func newVerifier(facts Facts) *verifier {
	// Facts are linked to each other below, which is no business of the caller's.
	facts.All = slices.Clone(facts.All)
	v := &verifier{facts: facts}
	known := map[string]*subject{}
	for i := range facts.All {
		f := &facts.All[i]
		v.add(known, f)
		for _, inside := range named(f, facts.Rounding) {
			v.add(known, inside)
			known[f.Indicator].stripped = plainText([]rune(inside.Name))
		}
	}
	for _, s := range v.subjects {
		if whole := known[s.facts[0].ShareOf]; whole != nil {
			whole.shares = s
		}
	}
	if len(v.subjects) == 1 {
		v.only = v.subjects[0]
	}
	v.index()
	v.regionEnds = map[rune]bool{}
	for _, name := range append(slices.Clone(facts.Regions), facts.Around...) {
		if runes := []rune(name); len(runes) > 0 {
			v.regionEnds[runes[len(runes)-1]] = true
		}
	}
	return v
}

func (v *verifier) index() {
	v.withPair, v.common = map[[2]rune][]int{}, make([]int, len(v.subjects))
	for k, s := range v.subjects {
		if s == v.only || s.stripped != nil || len(s.name) < shortest {
			v.always = append(v.always, k)
		}
		for _, name := range append([][]rune{s.name}, s.lists...) {
			for i := 1; i < len(name); i++ {
				pair := [2]rune{name[i-1], name[i]}
				if at := v.withPair[pair]; len(at) == 0 || at[len(at)-1] != k {
					v.withPair[pair] = append(at, k)
				}
			}
		}
	}
}

func (v *verifier) add(known map[string]*subject, f *Fact) {
	s := known[f.Indicator]
	if s == nil {
		s = &subject{name: plainText([]rune(f.Name))}
		for _, name := range f.Names {
			s.lists = append(s.lists, plainText([]rune(name)))
		}
		known[f.Indicator] = s
		v.subjects = append(v.subjects, s)
	}
	f.of = s
	s.facts = append(s.facts, f)
}

// named are the figures in the name of an indicator, as facts of their own: the
// 10万元以上 of 集体收入10万元以上的村.
func named(f *Fact, rounding figure.Rounding) []*Fact {
	var all []*Fact
	for n, q := range Find(f.Name) {
		inside, ok := q.figureOf(rounding)
		if !ok || q.number.bare || q.Unit == "" {
			continue
		}
		before, after := string([]rune(f.Name)[:q.Start]), string([]rune(f.Name)[q.End:])
		for word := range strings.SplitSeq(q.Word, "…") {
			before, after = strings.TrimSuffix(before, word), strings.TrimPrefix(after, word)
		}
		all = append(all, &Fact{
			Ref: f.Ref, Indicator: f.Indicator + ".name" + string(rune('0'+n)), Name: before + after,
			Period: f.Period, Current: f.Current, Figure: inside, Place: f.Place, inName: true,
		})
	}
	return all
}

// in is the fact of a period. A text speaks of a year where the data have its
// first half, and the other way; if said says that it names the period in so
// many words, a fact of another period is none.
func (s *subject) in(when period.Period, said bool, fits func(*Fact) bool) *Fact {
	var near, current *Fact
	for _, f := range s.facts {
		switch {
		case !fits(f):
		case !when.IsZero() && f.Period == when:
			return f
		case !when.IsZero() && (f.Period.Contains(when) || when.Contains(f.Period) && when.Months() <= 12):
			if near == nil || f.Current {
				near = f
			}
		case f.Current || current == nil && len(s.facts) == 1:
			current = f
		}
	}
	if near == nil && (when.IsZero() || !said) {
		return current
	}
	return near
}

// before is the fact a year before f, else the last one before it.
func (s *subject) before(f *Fact) *Fact {
	if earlier := s.at(f.Period.YearEarlier()); earlier != nil {
		return earlier
	}
	var last *Fact
	for _, other := range s.facts {
		if other.Figure.Number != nil && other.Period.Compare(f.Period) < 0 && (last == nil || other.Period.Compare(last.Period) > 0) {
			last = other
		}
	}
	return last
}
