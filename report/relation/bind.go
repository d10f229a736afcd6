package relation

import (
	"fmt"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// Bind lowers everything a data file asserts into relations, in the order of the
// data: for each section its indicators, then its tables; then the file's own
// rules. The findings are about expressions that cannot be bound: they cannot be
// read, name what is not there, or mix unlike units. Their relations are among
// the result, with the reason in Unbound.
func Bind(d *dataset.Dataset) (Relations, []diag.Finding) {
	b := newBinder(d)
	for _, s := range d.Sections {
		for _, i := range s.Indicators {
			b.indicator(i)
		}
		for _, t := range s.Tables {
			b.table(t)
		}
	}
	for _, r := range d.Rules {
		b.rule(r)
	}
	return b.relations, b.findings
}

// binder collects relations and findings.
type binder struct {
	d          *dataset.Dataset
	indicators map[string]*dataset.Indicator
	tables     map[string]*dataset.Table
	measures   map[any]measure // of indicators and columns that give no unit
	ids        map[string]int  // how often each id was used
	fault      diag.Text       // the first finding since it was last cleared
	relations  Relations
	findings   []diag.Finding
}

func newBinder(d *dataset.Dataset) *binder {
	b := &binder{d: d, indicators: map[string]*dataset.Indicator{}, tables: map[string]*dataset.Table{},
		measures: map[any]measure{}, ids: map[string]int{}}
	for _, i := range d.Indicators() {
		b.indicators[i.ID.Value] = i
	}
	for _, t := range d.Tables() {
		b.tables[t.ID.Value] = t
	}
	if t := d.MemberTable(d.Period); t != nil {
		b.tables[dataset.MembersID] = t
	}
	return b
}

// add appends a relation; an id used before gets a number.
func (b *binder) add(r Relation) {
	b.ids[r.ID]++
	if n := b.ids[r.ID]; n > 1 {
		r.ID = fmt.Sprintf("%s#%d", r.ID, n)
	}
	b.relations = append(b.relations, &r)
}

// report adds a finding about input and gives its message as the reason why the
// relation is not bound.
func (b *binder) report(f diag.Finding) diag.Text {
	f.Severity = diag.Error
	if b.fault.IsZero() {
		b.fault = f.Message
	}
	b.once(f)
	return f.Message
}

// warn adds a finding about input that can be bound.
func (b *binder) warn(f diag.Finding) {
	f.Severity = diag.Warning
	b.once(f)
}

// once adds a finding. An expression bound for several periods has its own once.
func (b *binder) once(f diag.Finding) {
	for _, known := range b.findings {
		if known.Code == f.Code && known.Place == f.Place {
			return
		}
	}
	b.findings = append(b.findings, f)
}

// unlike is the finding that two measures cannot be held against each other.
func unlike(place diag.Place, x, y measure) diag.Finding {
	return diag.Finding{Code: diag.UnlikeUnits, Place: place,
		Message: diag.Say("计量单位不同，不能相加减或比较：%s与%s", "unlike units cannot be added or compared: %s and %s",
			unitName(x), unitName(y)),
		Hints: []diag.Hint{{Kind: "unit", Message: diag.Say("核对算式中各指标的 unit，或先用除法、乘法换成同一单位",
			"check the units of the figures, or bring them to one by * or /")}},
	}
}

func unitName(m measure) diag.Text {
	if s := m.symbol(); s != "" {
		return diag.Say("%s", "%s", s)
	}
	return diag.Say("无单位的数", "a plain number")
}

// observed is the figure of an observation.
func (b *binder) observed(o *dataset.Observation) Figure {
	f := Figure{Ref: o.Ref(), Name: o.Indicator.Name.Value, Unit: b.unit(o), Place: o.Place}
	if o.Period != b.d.Period && !o.Period.IsZero() {
		f.Name += "（" + o.Period.Chinese() + "）"
	}
	if strings.HasSuffix(string(f.Ref), dataset.TargetMark) {
		f.Name += "目标"
	}
	return f
}

// unit is the unit an observation is printed in, or would be.
func (b *binder) unit(o *dataset.Observation) figure.Unit {
	if o.Figure.Absent == figure.Present || o.Figure.Unit.Symbol != "" {
		return o.Figure.Unit
	}
	return b.indicatorMeasure(o.Indicator).printed()
}

// indicatorMeasure is what an indicator measures: as its unit says, else as its
// figures were printed, else as what computes it.
func (b *binder) indicatorMeasure(i *dataset.Indicator) measure {
	if u, err := figure.ParseUnit(i.Unit); err == nil && i.Unit != "" {
		return measureOf(u)
	}
	for _, o := range i.Observations {
		if o.Figure.Absent == figure.Present {
			return measureOf(o.Figure.Unit)
		}
	}
	return b.remembered(i, func() measure {
		switch {
		case i.Formula != nil:
			return b.measureOfFormula(i.Formula, scope{at: b.d.Period, lenient: true})
		case i.Share != nil && i.Of != nil && b.indicators[i.Of.Value] != nil:
			return b.indicatorMeasure(b.indicators[i.Of.Value])
		case len(i.Names) > 0:
			return countMeasure
		}
		return ratioMeasure
	})
}

// columnMeasure is what a column measures.
func (b *binder) columnMeasure(t *dataset.Table, c *dataset.Column) measure {
	if u, err := figure.ParseUnit(c.Unit); err == nil && c.Unit != "" {
		return measureOf(u)
	}
	return b.remembered(c, func() measure {
		index := t.ColumnIndex(c.ID.Value)
		for r := range t.Rows() {
			if f := r.Figure(index); f.Number != nil {
				return measureOf(f.Unit)
			}
		}
		if c.Formula != nil {
			return b.measureOfFormula(c.Formula, scope{at: b.d.Period, lenient: true, row: t})
		}
		return ratioMeasure
	})
}

// remembered works a measure out once. What asks for itself while it is worked
// out, a cycle of formulas, is a plain number; check reports the cycle.
func (b *binder) remembered(key any, work func() measure) measure {
	if m, ok := b.measures[key]; ok {
		return m
	}
	b.measures[key] = ratioMeasure
	m := work()
	b.measures[key] = m
	return m
}

// measureOfFormula is what an expression measures, without findings: they are
// made where the formula itself is bound.
func (b *binder) measureOfFormula(f *dataset.Formula, s scope) measure {
	silent := &binder{d: b.d, indicators: b.indicators, tables: b.tables, measures: b.measures, ids: map[string]int{}}
	s.b, s.formula = silent, f
	q, ok := s.parsedQuantity()
	if !ok {
		return ratioMeasure
	}
	return q.measure
}
