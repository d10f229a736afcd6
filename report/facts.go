package report

import (
	"math/big"
	"strings"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/figure"
	"jianbao/report/period"
	"jianbao/report/prose"
)

// factsOf are the figures of a dataset that an article may repeat, the computed
// ones among them.
func factsOf(d *dataset.Dataset, result check.Result) prose.Facts {
	facts := prose.Facts{Period: d.Period, Rounding: d.Rounding, Around: []string{d.District.Parent.Value}}
	if name := []rune(d.District.Name.Value); len(name) > 0 {
		kind := string(name[len(name)-1:])
		facts.Regions = []string{string(name), "全" + kind, "我" + kind}
	}
	for _, i := range d.Indicators() {
		current := i.Current(d.Period)
		for _, o := range i.Observations {
			f := observed(o, result)
			f.Current = o == current
			facts.All = append(facts.All, f)
		}
		if i.Share != nil && current != nil {
			share := prose.Fact{
				Ref: i.ID.Value + ".share@" + current.Period.String(), Indicator: i.ID.Value + ".share", Name: i.Name.Value + "占比",
				Period: current.Period, Current: true, Figure: i.Share.Figure, Place: i.Share.Place, ShareOf: i.ID.Value,
			}
			if whole := d.Indicator(i.Of.Value); whole != nil {
				share.Whole = whole.Name.Value
			}
			facts.All = append(facts.All, share)
		}
	}
	for _, known := range result.Derived {
		if f, ok := derived(d, known); ok {
			facts.All = append(facts.All, f)
		}
	}
	for _, t := range d.Tables() {
		for _, total := range t.Totals {
			// A total of all rows says what an indicator of its own says better.
			if len(total.Where) > 0 {
				facts.All = append(facts.All, totalled(d, t, total)...)
			}
		}
	}
	return facts
}

// derived is a figure of an earlier period that was not published and is known
// within a range. What was published as a share of another is told as that.
func derived(d *dataset.Dataset, known check.Derived) (prose.Fact, bool) {
	id, at, _ := strings.Cut(string(known.Ref), "@")
	i := d.Indicator(id)
	when, err := period.Parse(at)
	if i == nil || err != nil || i.In(when) != nil || !known.Range.Bounded() {
		return prose.Fact{}, false
	}
	middle := new(big.Rat).Add(known.Range.Lo.Value, known.Range.Hi.Value)
	values := known.Range
	if known.Unit.Factor != nil {
		values = values.Scale(known.Unit.Factor)
	}
	return prose.Fact{
		Ref: string(known.Ref), Indicator: id, Name: i.Name.Value, Period: when, Place: i.Place,
		Figure:      figure.Figure{Text: known.Range.Span(known.Unit), Number: middle.Mul(middle, big.NewRat(1, 2)), Unit: known.Unit, Range: values},
		BetterLower: i.Better == dataset.Lower,
	}, true
}

func observed(o *dataset.Observation, result check.Result) prose.Fact {
	f := prose.Fact{
		Ref: string(o.Ref()), Indicator: o.Indicator.ID.Value, Name: o.Indicator.Name.Value,
		Period: o.Period, Target: o.Status == dataset.Target, Figure: o.Figure, Place: o.Place, BetterLower: o.Indicator.Better == dataset.Lower,
	}
	if computed, ok := result.Values[o.Ref()]; ok && f.Figure.Number == nil {
		f.Figure = computed
	}
	if o.YoY != nil {
		f.YoY = &o.YoY.Change
	}
	if o.PoP != nil {
		f.PoP = &o.PoP.Change
	}
	if o.Rank != nil {
		f.Rank = o.Rank.Value
	}
	for _, name := range o.Indicator.Names {
		f.Names = append(f.Names, name.Value)
	}
	return f
}

// totalled are the figures of a total that is restricted to some rows, named by
// its label: 省级总投资, and for its count by what the rows are: 省级项目.
func totalled(d *dataset.Dataset, t *dataset.Table, total *dataset.Total) []prose.Fact {
	when := t.Period
	if when.IsZero() {
		when = d.Period
	}
	fact := func(v dataset.TotalValue, what string) prose.Fact {
		ref := string(t.TotalRef(total, v.Column))
		return prose.Fact{Ref: ref, Indicator: ref, Name: total.Label.Value + what, Period: when, Current: true, Figure: v.Figure, Place: v.Place}
	}
	var all []prose.Fact
	if total.Count != nil {
		const kind = 2 // characters of a title's last word: 项目 of 重点项目
		title := []rune(t.Title.Value)
		all = append(all, fact(*total.Count, string(title[max(0, len(title)-kind):])))
	}
	for _, v := range total.Values {
		all = append(all, fact(v, v.Column.Title.Value))
	}
	return all
}
