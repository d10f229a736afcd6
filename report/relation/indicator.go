package relation

import (
	"math/big"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/expr"
	"jianbao/report/figure"
)

var percent = figure.Unit{Symbol: "%", Dimension: figure.Ratio, Factor: big.NewRat(1, 100)}

// indicator adds an indicator's relations, period by period.
func (b *binder) indicator(i *dataset.Indicator) {
	figures := byFigure(i)
	if len(figures) == 0 {
		return
	}
	current := i.Current(b.d.Period).Ref()
	for n, same := range figures {
		o := firstGiven(same)
		b.duplicate(same)
		b.digits(same)
		if i.Formula != nil {
			b.formula(o, n == 0 && onePeriod(i))
		}
		if i.Of != nil {
			b.of(o)
		}
		if o.Ref() == current {
			if i.Share != nil {
				b.share(o)
			}
			if len(i.Names) > 0 {
				b.names(o)
			}
		}
		b.changes(same)
	}
	b.cumulative(i, figures)
	b.previous(i, figures)
}

// byFigure are the observations of an indicator, those of one figure together:
// it was given that often. They are in the order of the data.
func byFigure(i *dataset.Indicator) [][]*dataset.Observation {
	var figures [][]*dataset.Observation
	at := map[dataset.Ref]int{}
	for _, o := range i.Observations {
		ref := o.Ref()
		n, known := at[ref]
		if !known {
			n = len(figures)
			at[ref] = n
			figures = append(figures, nil)
		}
		figures[n] = append(figures[n], o)
	}
	return figures
}

// firstGiven is the first of observations with a number, else the first.
func firstGiven(same []*dataset.Observation) *dataset.Observation {
	for _, o := range same {
		if o.Figure.Absent == figure.Present {
			return o
		}
	}
	return same[0]
}

func onePeriod(i *dataset.Indicator) bool {
	for _, o := range i.Observations {
		if o.Period != i.Observations[0].Period {
			return false
		}
	}
	return true
}

// id is a check's id: the period is named where an indicator has several
// observations (SPEC §3).
func id(o *dataset.Observation, kind Kind) string {
	id := o.Indicator.ID.Value + "." + string(kind)
	if len(o.Indicator.Observations) > 1 {
		id += "@" + o.Period.String()
	}
	return id
}

// duplicate is that several observations of a period give one figure.
func (b *binder) duplicate(same []*dataset.Observation) {
	if len(same) > 1 {
		b.add(Relation{ID: id(same[0], DuplicateKind), Kind: DuplicateKind, Code: diag.Duplicates,
			Subject: b.observed(same[len(same)-1]), Given: same, Place: same[len(same)-1].Place})
	}
}

// digits is that a figure has no more digits than its `decimals` says.
func (b *binder) digits(same []*dataset.Observation) {
	for _, o := range same {
		if p := o.Figure.Precision; o.Figure.Absent == figure.Present && p.Given && !p.Exact {
			b.add(Relation{ID: id(o, DigitsKind), Kind: DigitsKind, Code: diag.ExcessDigits,
				Subject: b.observed(o), Stated: o.Figure, Place: o.Place})
		}
	}
}

// formula is that an indicator's figure is what its formula makes of others.
func (b *binder) formula(o *dataset.Observation, lenient bool) {
	i := o.Indicator
	r := Relation{ID: id(o, FormulaKind), Kind: FormulaKind, Code: diag.TotalMismatch,
		Subject: b.observed(o), Decimals: decimals(o), Place: i.Formula.Place, Written: i.Formula.Text}
	s := scope{b: b, formula: i.Formula, at: o.Period, lenient: lenient || o.Period == b.d.Period && onePeriod(i)}
	b.define(&r, b.measureOf(o), s)
	b.add(r)
}

// decimals is how many digits a computed observation shows, if the data say.
func decimals(o *dataset.Observation) *int {
	if p := o.Figure.Precision; p.Given && !p.Exact {
		return &p.Decimals
	}
	return o.Indicator.Decimals
}

// measureOf is what an observation measures.
func (b *binder) measureOf(o *dataset.Observation) measure {
	if o.Figure.Absent == figure.Present || o.Figure.Unit.Symbol != "" {
		return measureOf(o.Figure.Unit)
	}
	return b.indicatorMeasure(o.Indicator)
}

// define binds the expression of the scope as what the relation's subject, of
// measure m, is computed by.
func (b *binder) define(r *Relation, m measure, s scope) {
	b.fault = diag.Text{}
	q, ok := s.parsedQuantity()
	if ok && !q.measure.alike(m) {
		b.report(unlike(r.Place, m, q.measure))
		ok = false
	}
	if !ok {
		r.Unbound = b.reason()
		return
	}
	r.Formula = q.as(m)
	r.Claim = Compare{Op: expr.Equal, X: r.Subject, Y: r.Formula, Unit: m.printed()}
}

// reason is why an expression is not bound: the first thing wrong with it.
func (b *binder) reason() diag.Text {
	return diag.Say("算式有误：%s", "the expression is faulty: %s", b.fault)
}

// whole is the figure of an indicator that o is a part of (其中), or why there is
// none to hold it against.
func (b *binder) whole(o *dataset.Observation) (quantity, diag.Text) {
	of := o.Indicator.Of
	i := b.indicators[of.Value]
	s := scope{b: b, formula: &dataset.Formula{Text: of.Value, Place: of.Place}, at: o.Period, lenient: onePeriod(o.Indicator)}
	if i == nil {
		b.fault = diag.Text{}
		s.unknownIndicator(nil, of.Value)
		return quantity{}, b.fault
	}
	whole := s.current(i)
	if m := b.measureOf(o); !whole.measure.alike(m) {
		return quantity{}, b.report(unlike(of.Place, m, whole.measure))
	}
	return whole, diag.Text{}
}

// of is that a part is never more than its whole.
func (b *binder) of(o *dataset.Observation) {
	whole, fault := b.whole(o)
	r := Relation{ID: id(o, OfKind), Kind: OfKind, Code: diag.PartOverWhole,
		Subject: b.observed(o), Place: o.Indicator.Of.Place, Unbound: fault, Given: []*dataset.Observation{o}}
	if fault.IsZero() {
		r.Claim = Compare{Op: expr.AtMost, X: r.Subject, Y: whole.as(b.measureOf(o)), Unit: b.unit(o)}
	}
	b.add(r)
}

// ShareRef names the share given beside an observation.
func ShareRef(o *dataset.Observation) dataset.Ref {
	return dataset.Ref(o.Indicator.ID.Value + ".share@" + o.Period.String())
}

// share is that part and whole stand in the share given; a part that was not
// given follows from it.
func (b *binder) share(o *dataset.Observation) {
	i := o.Indicator
	r := Relation{ID: id(o, ShareKind), Kind: ShareKind, Code: diag.ShareMismatch, Decimals: decimals(o),
		Place: i.Share.Place, Given: []*dataset.Observation{o}}
	part := b.observed(o)
	share := Figure{Ref: ShareRef(o), Name: part.Name + "占比",
		Unit: i.Share.Figure.Unit, Place: i.Share.Place}
	r.Subject = share
	if o.Figure.Absent != figure.Present {
		r.Subject = part
	}
	if i.Of == nil {
		r.Unbound = diag.Say("没有写明占谁的比重，应以 of 指明总体", "it does not say of what: name the whole in of")
		b.add(r)
		return
	}
	whole, fault := b.whole(o)
	r.Unbound = fault
	if fault.IsZero() {
		if o.Figure.Absent == figure.Present {
			r.Claim = Compare{Op: expr.Equal, X: share, Y: Apply{Func: Share, Args: []Term{part, whole.term}}, Unit: share.Unit}
		} else {
			r.Formula = Arith{Op: '*', X: share, Y: whole.term}
		}
	}
	b.add(r)
}

// names is that the number of names is the value.
func (b *binder) names(o *dataset.Observation) {
	r := Relation{ID: id(o, NamesKind), Kind: NamesKind, Code: diag.NamesMismatch, Subject: b.observed(o),
		Place: o.Indicator.NamesPlace, Given: []*dataset.Observation{o}}
	if m := b.measureOf(o); !countMeasure.alike(m) {
		r.Unbound = b.report(unlike(o.Place, m, countMeasure))
	} else {
		r.Formula = Constant{Value: big.NewRat(int64(len(o.Indicator.Names)), 1)}
		r.Claim = Compare{Op: expr.Equal, X: r.Subject, Y: r.Formula, Unit: b.unit(o)}
	}
	b.add(r)
}
