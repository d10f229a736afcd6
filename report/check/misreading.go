package check

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// misreadingPenalty is that of a slip that takes one measure for another: the
// figures are as they should be, and only few such slips are looked for.
const misreadingPenalty = 30

// The slips that take 百分点 and % for each other.
const (
	percentForPoints = "percent-for-points"
	pointsForPercent = "points-for-percent"
)

// misreading is the slip by which the amount of a change came out as it is, where
// it is right if taken for something else than it says. ok is false if there is
// none.
func (c *checker) misreading(s *suspect) (slip, bool) {
	e := evaluator{c: c}
	now, then := e.figure(s.change.Now), e.figure(s.change.Then)
	if !now.why.IsZero() || !then.why.IsZero() {
		return slip{}, false
	}
	points := now.values.Sub(then.values)
	ratio, isRatio := now.values.Quo(then.values)
	growth := ratio.Shift(minusOne)
	said := s.now.values
	isRate := s.change.Now.Unit.Dimension == figure.Ratio
	switch kind := s.change.Said.Kind; {
	case kind == figure.Rate && isRate && points.Meets(said):
		return misread(percentForPoints, diag.Say("%s是两个比率之差", "%s is the difference of two rates", s.written)), true
	case kind == figure.InPoints && isRatio && growth.Meets(said):
		return misread(pointsForPercent, diag.Say("%s是增长率", "%s is a rate of growth", s.written)), true
	case kind == figure.Doubling && isRatio:
		return misread("fan", diag.Say("翻一番是两倍，翻两番是四倍", "翻一番 is twice as much, 翻两番 four times")), true
	case kind == figure.Times && isRatio && ratio.Meets(said):
		return misread("times", diag.Say("增长到原来的几倍，增长的倍数要少一", "to grow to n times is to grow by one 倍 less")), true
	case kind == figure.TimesOf && isRatio && growth.Meets(said):
		return misread("times", diag.Say("这是增长的倍数，是原来的几倍要多一", "this is by how many 倍 it grew: to be n times takes one more")), true
	}
	if o := c.otherBase(s, now.values); o != nil {
		return misread("wrong-base", diag.Say("用%s的%s作基期才得这个数", "it comes of %[2]s in %[1]s as base", o.Period.Chinese(), o.Figure)), true
	}
	return slip{}, false
}

func misread(kind string, say diag.Text) slip { return slip{kind, misreadingPenalty, say} }

// otherBase is the observation of another period from which the change was
// reckoned; nil if it fits none.
func (c *checker) otherBase(s *suspect, now figure.Interval) *dataset.Observation {
	var given *dataset.Observation
	for _, r := range c.reaching.figures[s.Ref] {
		if r.Change == s.change && len(r.Given) > 0 {
			given = r.Given[0]
		}
	}
	if given == nil {
		return nil
	}
	for _, o := range given.Indicator.Observations {
		if o.Figure.Absent != figure.Present || o.Ref() == s.change.Now.Ref || o.Ref() == s.change.Then.Ref {
			continue
		}
		if made, ok := s.change.Said.Made(now, o.Figure.Range); ok && made.Meets(s.now.values) {
			return o
		}
	}
	return nil
}
