package relation

import (
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// earlier is an indicator's figure of a period that only the issue before gives: a
// known one, whose place is there.
func (b *binder) earlier(i *dataset.Indicator, p period.Period) (f Figure, ok bool) {
	o := b.d.Earlier(i, p)
	if o == nil {
		return Figure{}, false
	}
	f = b.missing(i, p)
	f.Unit, f.Place = o.Figure.Unit, o.Place
	return f, true
}

// previous adds that the figures which the issue before gave of an indicator are
// those given now, period by period.
func (b *binder) previous(i *dataset.Indicator, figures [][]*dataset.Observation) {
	if b.d.PreviousIssue == nil {
		return
	}
	before := b.d.PreviousIssue.Indicator(i.ID.Value)
	if before == nil {
		return
	}
	for _, same := range figures {
		now := firstGiven(same)
		if strings.HasSuffix(string(now.Ref()), dataset.TargetMark) {
			continue // the result beside it is held against what was given before
		}
		old := before.In(now.Period)
		if old == nil || old.Figure.Absent != figure.Present {
			continue
		}
		r := Relation{ID: id(now, PreviousKind), Kind: PreviousKind, Code: diag.Revised,
			Subject: b.observed(now), Place: now.Place, Given: []*dataset.Observation{now, old}}
		if m := b.measureOf(now); !m.alike(measureOf(old.Figure.Unit)) {
			r.Unbound = b.report(unlike(now.Place, m, measureOf(old.Figure.Unit)))
		}
		b.add(r)
	}
}
