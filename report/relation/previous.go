package relation

import (
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

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
