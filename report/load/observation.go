package load

import (
	"strconv"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// observationDraft is what was written of an observation.
type observationDraft struct {
	period, value, unit, decimals, status, yoy, pop, rank, source, note entry
}

// observationBase is what the indicator says for all its observations.
type observationBase struct {
	unit         string
	precision    figure.Precision
	source, note entry
	computed     bool // by a formula or from a share, if it can be read or not
}

// observe makes an observation and gives it to its indicator; n is the mapping
// it stands in. One whose period cannot be read is left out: it would stand
// for a period it does not mean.
func (r *reader) observe(i *dataset.Indicator, d *observationDraft, base observationBase, n *yaml.Node) {
	o := &dataset.Observation{Indicator: i, Period: r.ds.Period, Status: dataset.Actual, Place: i.Place}
	periodRead := true
	if d.period.value != nil {
		o.Period, periodRead = r.period(d.period)
	}
	unit, precision := base.unit, base.precision
	if d.unit.value != nil {
		unit = r.unit(d.unit)
	}
	if d.decimals.value != nil {
		precision = r.decimals(d.decimals)
	}
	r.value(o, d, base, figure.Options{Unit: unit, Precision: precision, Rounding: r.ds.Rounding}, n)
	if d.status.value != nil {
		if w, ok := r.word(d.status, statuses...); ok {
			o.Status = dataset.Status(w)
		}
	}
	o.YoY, o.PoP = r.change(d.yoy), r.change(d.pop)
	if d.rank.value != nil {
		o.Rank = r.rank(d.rank)
	}
	o.Source = r.either(d.source, base.source)
	o.Note = r.either(d.note, base.note)
	if periodRead {
		i.Observations = append(i.Observations, o)
	}
}

func (r *reader) either(own, base entry) dataset.Text {
	if own.value == nil {
		own = base
	}
	if own.value == nil {
		return dataset.Text{}
	}
	t, _ := r.scalar(own)
	return t
}

// value reads the figure. Without one, the names' number is it, or a formula
// computes it, or it follows from a share or a change; a rank may be all that
// was published.
func (r *reader) value(o *dataset.Observation, d *observationDraft, base observationBase, opt figure.Options, n *yaml.Node) {
	i := o.Indicator
	switch {
	case d.value.value != nil:
		if f, place, ok := r.figure(d.value, opt); ok {
			o.Figure, o.Place = f, place
			return
		}
		o.Place = r.place(d.value.value)
	case len(i.Names) > 0:
		if f, problem := figure.Parse(strconv.Itoa(len(i.Names)), opt); problem == nil {
			o.Figure, o.Place = f, i.NamesPlace
			return
		}
	case !base.computed && d.yoy.value == nil && d.pop.value == nil && d.rank.value == nil:
		r.report(diag.MissingKey, r.place(n), diag.Say("“%s”缺少“value”", "%[1]q lacks \"value\"", i.Name.Value),
			diag.Hint{Kind: "add", Suggestion: "value: null", Message: diag.Say("数据缺失时写 value: null", "if there is no figure, write value: null")})
	}
	o.Figure = absent(opt)
}

// absent is the figure of which nothing is known but its unit.
func absent(opt figure.Options) figure.Figure {
	unit, _ := figure.ParseUnit(opt.Unit) // a bad one was reported where it stands
	return figure.Figure{Absent: figure.Unknown, Unit: unit, Precision: opt.Precision}
}

// figure reads a figure as printed, with its place.
func (r *reader) figure(e entry, opt figure.Options) (figure.Figure, diag.Place, bool) {
	if isNull(e.value) {
		return absent(opt), r.place(e.value), true
	}
	t, ok := r.scalar(e)
	if !ok || !r.shortEnough(t) {
		return figure.Figure{}, t.Place, false
	}
	f, problem := figure.Parse(t.Value, opt)
	if problem != nil {
		r.badFigure(problem, r.src.within(e.value, problem.At, utf8.RuneCountInString(t.Value)))
		return figure.Figure{}, t.Place, false
	}
	return f, t.Place, true
}

func (r *reader) shortEnough(t dataset.Text) bool {
	if n := utf8.RuneCountInString(t.Value); n > r.limits.NumberLength {
		r.report(diag.OverLimit, t.Place, diag.Say("数值有 %d 个字符，超过 %d 个的上限",
			"the figure has %d characters, more than the limit of %d", n, r.limits.NumberLength))
		return false
	}
	return true
}

func (r *reader) badFigure(p *figure.Problem, at diag.Place) {
	r.report(figureCode(p.Kind), at, p.Say, figureHints(p)...)
}

func figureCode(k figure.ProblemKind) diag.Code {
	switch k {
	case figure.UnitConflict:
		return diag.BadUnit
	case figure.TooLong:
		return diag.OverLimit
	}
	return diag.BadFigure
}

func figureHints(p *figure.Problem) []diag.Hint {
	if p.Hint.IsZero() {
		return nil
	}
	return []diag.Hint{{Kind: "figure", Message: p.Hint}}
}

// change reads a change as printed; nil if none was written or it is none.
func (r *reader) change(e entry) *dataset.Change {
	if e.value == nil {
		return nil
	}
	t, ok := r.scalar(e)
	if !ok || !r.shortEnough(t) {
		return nil
	}
	c, problem := figure.ParseChange(t.Value, r.ds.Rounding)
	if problem != nil {
		r.badFigure(problem, r.src.within(e.value, problem.At, utf8.RuneCountInString(t.Value)))
		return nil
	}
	return &dataset.Change{Change: c, Place: t.Place}
}

// unit reads a unit's symbol; one that is none is the empty unit.
func (r *reader) unit(e entry) string {
	t, ok := r.scalar(e)
	if !ok {
		return ""
	}
	if _, err := figure.ParseUnit(t.Value); err != nil {
		say := diag.Say("“%s”不是计量单位", "%q is no unit", shortened(t.Value))
		var hints []diag.Hint
		if p, is := err.(*figure.Problem); is {
			say, hints = p.Say, figureHints(p)
		}
		r.report(diag.BadUnit, t.Place, say, hints...)
		return ""
	}
	return t.Value
}

// mostDecimals bounds `decimals` on both sides: digits after the point, or
// zeros before it.
const mostDecimals = 15

// decimals reads `2`, `-3` or `exact`.
func (r *reader) decimals(e entry) figure.Precision {
	t, ok := r.scalar(e)
	if !ok {
		return figure.Precision{}
	}
	if t.Value == "exact" {
		return figure.Precision{Given: true, Exact: true}
	}
	n, err := strconv.Atoi(t.Value)
	if err != nil || n < -mostDecimals || n > mostDecimals {
		r.report(diag.BadValue, t.Place, diag.Say("decimals 应是 %d 到 %d 的整数或 exact，写的是“%s”",
			"decimals is a whole number from %d to %d, or exact, not %q", -mostDecimals, mostDecimals, shortened(t.Value)))
		return figure.Precision{}
	}
	return figure.Precision{Given: true, Decimals: n}
}
