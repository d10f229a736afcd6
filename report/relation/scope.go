package relation

import (
	"slices"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// scope is where an expression stands, which says what its names mean.
type scope struct {
	b       *binder
	formula *dataset.Formula
	at      period.Period // of the figures that bare names mean
	// lenient lets a name without an observation in that period mean its current
	// one: in a rule, and in the formula of an indicator observed in one period
	// only. Elsewhere a missing observation is missing: another year's figure
	// would be compared with this year's.
	lenient bool
	row     *dataset.Table // the table whose row is at hand; nil outside a column's formula
}

// parse reads the expression of the scope.
func (s *scope) parse() (expr.Node, bool) {
	n, fault := expr.Parse(s.formula.Text)
	if fault == nil {
		return n, true
	}
	f := diag.Finding{Code: diag.BadExpression, Message: fault.Say(), Place: s.placeOf(fault.Span())}
	if !fault.Hint.IsZero() {
		f.Hints = []diag.Hint{{Kind: "syntax", Message: fault.Hint}}
	}
	s.b.report(f)
	return nil, false
}

// parsedQuantity reads the expression as a number.
func (s *scope) parsedQuantity() (quantity, bool) {
	n, ok := s.parse()
	if !ok {
		return quantity{}, false
	}
	return s.quantity(n)
}

// placeOf is where a stretch of the expression stands in the file. In a text
// that YAML folded over several lines it is the whole text.
func (s *scope) placeOf(start, end int) diag.Place {
	whole := s.formula.Place
	p := whole
	p.Column = whole.Column + start
	p.EndColumn = whole.Column + max(end, start+1)
	if whole.EndColumn > 0 && p.Column > whole.EndColumn {
		return whole
	}
	return p
}

// fail reports a fault of a node, or of the whole text if it is nil.
func (s *scope) fail(n expr.Node, code diag.Code, say diag.Text, hints ...diag.Hint) {
	place := s.formula.Place
	if n != nil {
		place = s.placeOf(n.Span())
	}
	s.b.report(diag.Finding{Code: code, Message: say, Place: place, Hints: hints})
}

// unknown reports a name that nothing has, with the one that was meant or, where
// that is not known, the nearest one that something has.
func (s *scope) unknown(n expr.Node, name string, say diag.Text, known []string, meant string) {
	near, ok := meant, meant != ""
	if !ok {
		near, ok = diag.Nearest(name, known)
	}
	if !ok {
		s.fail(n, diag.UnknownName, say)
		return
	}
	s.fail(n, diag.UnknownName, say, diag.Hint{Kind: "nearest-name", Suggestion: near,
		Message: diag.Say("是不是 %s？", "did you mean %s?", near)})
}

func (s *scope) unknownIndicator(n expr.Node, name string) {
	var known []string
	titles := map[string]string{}
	for _, i := range s.b.d.Indicators() {
		known = append(known, i.ID.Value)
		titles[i.Name.Value] = i.ID.Value
	}
	if s.row != nil {
		for _, c := range s.row.Columns {
			known = append(known, c.ID.Value)
			titles[c.Title.Value] = c.ID.Value
		}
	}
	s.unknown(n, name, diag.Say("没有名为 %s 的指标", "there is no indicator %s", name), known, titles[name])
}

// indicator is the indicator that a node names.
func (s *scope) indicator(n expr.Node) (*dataset.Indicator, bool) {
	name, ok := n.(*expr.Name)
	if !ok {
		s.fail(n, diag.BadExpression, diag.Say("这里应是指标的 id", "an indicator's id is wanted here"))
		return nil, false
	}
	i := s.b.indicators[name.ID]
	switch {
	case i != nil:
	case s.row != nil && s.row.ColumnIndex(name.ID) >= 0:
		s.fail(n, diag.BadExpression, diag.Say("%s 是列，没有别的报告期；这里应是指标的 id", "%s is a column, which has no other period: an indicator's id is wanted here", name.ID))
	default:
		s.unknownIndicator(n, name.ID)
	}
	return i, i != nil
}

// table is the table with that id.
func (s *scope) table(n expr.Node, id string) (*dataset.Table, bool) {
	t := s.b.tables[id]
	if id == dataset.MembersID && (t == nil || t.Members != nil) {
		return s.members(n)
	}
	if t == nil && s.b.indicators[id] != nil {
		s.fail(n, diag.BadExpression, diag.Say("%s 是指标，这里应是表或表的列", "%s is an indicator: a table or a column of one is wanted here", id))
		return nil, false
	}
	if t == nil {
		var known []string
		titles := map[string]string{}
		for _, t := range s.b.d.Tables() {
			known = append(known, t.ID.Value)
			titles[t.Title.Value] = t.ID.Value
		}
		s.unknown(n, id, diag.Say("没有名为 %s 的表", "there is no table %s", id), known, titles[id])
	}
	return t, t != nil
}

// column is the column of a table with that id.
func (s *scope) column(n expr.Node, t *dataset.Table, id string) (*dataset.Column, bool) {
	if at := t.ColumnIndex(id); at >= 0 {
		return t.Columns[at], true
	}
	var known []string
	titles := map[string]string{}
	for _, c := range slices.Concat(t.Columns, t.Others) {
		known = append(known, c.ID.Value)
		titles[c.Title.Value] = c.ID.Value
	}
	if t.Members != nil {
		if slices.ContainsFunc(t.Members, func(m dataset.Member) bool { return !m.Fault.IsZero() }) {
			s.unread() // it may be in the file that has errors, as that finding lets mend first
			return nil, false
		}
		s.unknown(n, id, diag.Say("下辖地区都没有名为 %s 的指标", "no member has an indicator %s", id), known, titles[id])
		return nil, false
	}
	s.unknown(n, id, diag.Say("表 %s 没有名为 %s 的列", "table %s has no column %s", t.ID.Value, id), known, titles[id])
	return nil, false
}

// cell is the row's cell in a column of figures.
func (s *scope) cell(n expr.Node, c *dataset.Column) (quantity, bool) {
	if !c.Numeric {
		s.failWords(n, c)
		return quantity{}, false
	}
	m := s.b.columnMeasure(s.row, c)
	return quantity{term: Cell{Column: c, Index: s.row.ColumnIndex(c.ID.Value), Unit: m.printed()}, measure: m}, true
}

func (s *scope) failWords(n expr.Node, c *dataset.Column) {
	s.fail(n, diag.BadExpression, diag.Say("列“%s”是文字，不能计算", "column %q holds words and cannot be reckoned with", titleOf(c)))
}

// current is the figure a bare name means.
func (s *scope) current(i *dataset.Indicator) quantity {
	o := i.In(s.at)
	if o == nil && s.lenient {
		o = i.Current(s.at)
	}
	if o == nil {
		return s.in(i, s.at)
	}
	return s.quantityOf(o)
}

// in is an indicator's figure in a period, given or not.
func (s *scope) in(i *dataset.Indicator, p period.Period) quantity {
	if o := i.In(p); o != nil {
		return s.quantityOf(o)
	}
	if before, ok := s.b.earlier(i, p); ok {
		return quantity{term: before, measure: measureOf(before.Unit)}
	}
	return quantity{term: s.b.missing(i, p), measure: s.b.indicatorMeasure(i)}
}

func (s *scope) quantityOf(o *dataset.Observation) quantity {
	return quantity{term: s.b.observed(o), measure: s.b.measureOf(o)}
}

// missing is the figure of a period in which an indicator was not observed.
func (b *binder) missing(i *dataset.Indicator, p period.Period) Figure {
	o := &dataset.Observation{Indicator: i, Period: p, Figure: figure.Figure{Absent: figure.Unknown}}
	return b.observed(o)
}
