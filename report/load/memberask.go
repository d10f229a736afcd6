package load

import (
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/expr"
	"jianbao/report/pattern"
	"jianbao/report/period"
)

// asked is which figures of the members a data file draws on. Thousands of
// members with all they have would fill the memory.
type asked struct {
	ids     map[string]bool
	periods []period.Period // the file's first
}

// askedOfMembers is the indicators that the file has too, or names in an
// expression, a chart or a text, in the file's period and in those of the figures
// that are computed of members.
func (r *reader) askedOfMembers() asked {
	a := asked{ids: map[string]bool{}, periods: []period.Period{r.ds.Period}}
	for _, i := range r.ds.Indicators() {
		a.ids[i.ID.Value] = true
		if i.Formula == nil || !a.name(i.Formula.Text) {
			continue
		}
		for _, o := range i.Observations {
			if !slices.Contains(a.periods, o.Period) {
				a.periods = append(a.periods, o.Period)
			}
		}
	}
	for _, t := range r.ds.Tables() {
		for _, c := range t.Columns {
			if c.Formula != nil {
				a.name(c.Formula.Text)
			}
		}
	}
	for _, rule := range r.ds.Rules {
		a.name(rule.Assert.Text)
	}
	for _, c := range r.charts {
		for _, id := range slices.Concat(c.made.Of, c.made.Values) {
			a.ids[id.Value] = true
			a.name(id.Value) // members.gdp
		}
	}
	for _, s := range r.ds.Sections {
		if s.Text != nil {
			for _, word := range quotedWord().FindAllStringSubmatch(s.Text.Value, -1) {
				a.ids[word[1]] = true
			}
		}
	}
	return a
}

// quotedWord is an argument of a text's function: {{sum "members" "gdp"}}.
var quotedWord = pattern.Of(`"([\p{L}_][\p{L}\p{Nd}_]*)"`)

// name notes the ids in an expression that speaks of members. More than it asks
// for of them does no harm.
func (a asked) name(text string) bool {
	n, problem := expr.Parse(text)
	if problem != nil {
		return false
	}
	var ids []string
	speaks := false
	expr.Walk(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Name:
			ids = append(ids, n.ID)
			speaks = speaks || n.ID == dataset.MembersID
		case *expr.Member:
			ids = append(ids, n.Column)
			speaks = speaks || n.Table == dataset.MembersID
		}
		return true
	})
	for _, id := range ids {
		a.ids[id] = a.ids[id] || speaks
	}
	return speaks
}
