package transcribe

import (
	"strings"

	"jianbao/report/figure"
	"jianbao/report/xlsx/foreign"
)

// observation is one figure of an indicator; texts are as the data file has them.
type observation struct {
	period             reference // none: the file's
	value, unit        string
	target             bool
	yoy, pop           string
	rank, note         string
	missing, hasFigure bool
	shared             bool // its figure is the indicator's share
}

// takeCell takes what a column says of an indicator.
func (t *transcript) takeCell(i *indicator, c column, r role, from *cell, unit string, period reference) {
	if c.unit != "" && r != yoyRole && r != popRole && r != shareRole {
		unit = c.unit
	}
	current := func() *observation { return i.in(period, false) }
	switch r {
	case nameRole, unitRole, periodRole:
		from.taken = from.taken || !from.number()
	case valueRole:
		p := period
		if head, is := headPeriod(c.title, t.period.year()); is {
			p = head
		}
		o := i.in(p, false)
		t.value(i, o, from, unit)
		if (p == "" || p == t.period) && from.Formula != "" {
			i.formulaOf = from
		}
		t.bind(i, o, from)
	case lastRole:
		now := period
		if now == "" {
			now = t.period
		}
		o := i.in(now.before(), false)
		t.value(i, o, from, unit)
		t.bind(i, o, from)
	case targetRole:
		o := i.in(period, true)
		t.value(i, o, from, unit)
	case yoyRole, popRole:
		text, ok := changeText(from, c, unit)
		if !ok {
			return
		}
		from.taken = true
		if r == yoyRole {
			current().yoy = text
		} else {
			current().pop = text
		}
	case shareRole:
		if from.number() {
			// Of which whole is not said by the column.
			t.remark("%s 的占比 %s 没有写明占谁的比重，记在备注里", "of the share in %s, %s, the whole is not said; it stands in a note", i.sheet.address(from), percentText(from))
			current().note = joined(current().note, c.title+percentText(from))
			from.taken = true
		}
	case rankRole:
		if from.number() && !strings.ContainsAny(from.Shown.Figure, ".-") {
			current().rank, from.taken = from.Shown.Figure, true
		}
	case noteRole:
		if from.Kind == foreign.Text {
			current().note, from.taken = joined(current().note, from.text()), true
		}
	case workedRole:
		from.taken = from.Kind == foreign.Text
	}
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "；" + b
}

// in is the observation of a period, which is made if there is none.
func (i *indicator) in(p reference, target bool) *observation {
	for _, o := range i.observations {
		if o.period == p && o.target == target {
			return o
		}
	}
	o := &observation{period: p, target: target}
	i.observations = append(i.observations, o)
	return o
}

// value takes a cell as a figure.
func (t *transcript) value(i *indicator, o *observation, from *cell, unit string) {
	text, u, ok := figureText(from, unit)
	o.hasFigure = true
	if !ok {
		o.missing = true
		if from.Kind == foreign.Text {
			o.note, from.taken = joined(o.note, from.text()), true
			t.remark("%s 的“%s”不是数，记在备注里", "%s holds %q, which is no figure; it stands in a note", i.sheet.address(from), from.text())
		}
		return
	}
	o.value, o.unit, from.taken = text, u, true
}

// figureText is a cell as a figure of the data file, with its unit if that does not
// stand in it.
func figureText(from *cell, unit string) (text, apart string, ok bool) {
	written := from.text()
	switch {
	case from.number() && from.Shown.Percent:
		return from.Shown.Figure + "%", "", true
	case from.number() && (from.Shown.Literal == "" || !figureReads(written, unit)):
		written = from.Shown.Figure
	case from.number():
	case from.Kind != foreign.Text || !figureReads(written, unit):
		return "", "", false
	}
	if f, problem := figure.Parse(written+unit, figure.Options{}); problem == nil && f.Unit.Symbol == unitOf(unit) && f.Absent == figure.Present {
		return written + unit, "", true
	}
	if figureReads(written, unit) {
		return written, unit, true
	}
	return written, "", true
}

func unitOf(symbol string) string {
	u, err := figure.ParseUnit(symbol)
	if err != nil {
		return ""
	}
	return u.Symbol
}

func figureReads(text, unit string) bool {
	_, problem := figure.Parse(text, figure.Options{Unit: unit})
	return problem == nil
}

// changeText is a cell as a change: in 百分点 for rates, else in %.
func changeText(from *cell, c column, unit string) (string, bool) {
	text := from.text()
	if from.number() {
		literal := from.Shown.Text
		if _, problem := figure.ParseChange(literal, figure.Nearest); problem == nil && from.Shown.Literal != "" {
			return literal, true
		}
		text = from.Shown.Figure
		switch {
		case c.unit == "百分点" || c.unit == "个百分点" || unit == "%" && c.unit != "%" && !from.Shown.Percent:
			text += "个百分点"
			if !strings.HasPrefix(text, "-") {
				text = "+" + text
			}
		default:
			text += "%"
		}
	}
	_, problem := figure.ParseChange(text, figure.Nearest)
	return text, problem == nil
}

func percentText(from *cell) string {
	return from.Shown.Figure + "%"
}
