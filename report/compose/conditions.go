package compose

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// has reports whether a figure is given: has "id", has "id" "2020"; or whether
// another function has an answer: has "progress" "id".
func (w words) has(args []value) (value, *problem) {
	texts, ok := textsOf(args)
	if !ok || len(texts) == 0 {
		return nil, wanted("has")
	}
	asked := functions["fig"]
	if f, other := functions[texts[0]]; other && len(texts) > 1 {
		asked, args = f, args[1:]
	}
	_, p := asked.call(w, args)
	if p != nil && p.kind == mistaken {
		return nil, p
	}
	return p == nil, nil
}

// indicators are the section's indicators that have a result and are no part of
// another of the section: those are told with the whole.
func (w words) indicators(args []value) (value, *problem) {
	if len(args) > 0 {
		return nil, wanted("indicators")
	}
	ids := []string{}
	for _, i := range w.section.Indicators {
		if w.result(i) != nil && w.toldAlone(i) {
			ids = append(ids, i.ID.Value)
		}
	}
	return ids, nil
}

// parts are the indicators of the same section that are part of one.
func (w words) parts(whole *dataset.Indicator) (value, *problem) {
	ids := []string{}
	for _, i := range w.below[whole] {
		if w.result(i) != nil {
			ids = append(ids, i.ID.Value)
		}
	}
	return ids, nil
}

// result is an indicator's current figure, if it has one and it is no target.
func (c *composer) result(i *dataset.Indicator) *dataset.Observation {
	o := i.Current(c.d.Period)
	if o == nil || o.Status == dataset.Target || !c.says(o) {
		return nil
	}
	return o
}

// says reports whether an observation has something to tell: a figure, a share, a
// change or a rank.
func (c *composer) says(o *dataset.Observation) bool {
	return c.figure(o.Ref(), o.Figure).Absent == figure.Present || o.Indicator.Share != nil || o.YoY != nil || o.PoP != nil || o.Rank != nil
}

// compared is a comparison of two texts, or of two figures by their numbers.
func compared(holds func(order int) bool) func(words, []value) (value, *problem) {
	return func(w words, args []value) (value, *problem) {
		if len(args) != 2 {
			return nil, &problem{say: diag.Say("比较要有两个参数", "a comparison takes two arguments")}
		}
		a, okA := args[0].(figure.Figure)
		b, okB := args[1].(figure.Figure)
		if okA && okB && a.Unit.Like(b.Unit) {
			return holds(a.Value().Cmp(b.Value())), nil
		}
		same, differ := holds(0), holds(1)
		if same == differ || holds(-1) != differ {
			return nil, &problem{say: diag.Say("只有单位可比的两个数才分大小", "only two figures whose units compare are ordered")}
		}
		if printed(args[0]) == printed(args[1]) {
			return same, nil
		}
		return differ, nil
	}
}

// printed is a value as a text would have it; lists and conditions are none.
func printed(v value) string {
	switch v := v.(type) {
	case textValue:
		return v.s
	case figure.Figure:
		return v.String()
	}
	return ""
}

func (w words) not(args []value) (value, *problem) {
	if len(args) != 1 {
		return nil, wanted("not")
	}
	return !truth(args[0]), nil
}

// truth is what a condition makes of a value: an empty text or list is false.
func truth(v value) bool {
	switch v := v.(type) {
	case bool:
		return v
	case textValue:
		return v.s != ""
	case int:
		return v != 0
	case []string:
		return len(v) > 0
	}
	return v != nil
}
