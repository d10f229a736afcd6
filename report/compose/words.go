package compose

import (
	"math/big"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// words are the functions of section texts:
//
//	fig "id" ["period"]       the figure as printed: 突破1200亿元
//	change "id" ["period"]    its change on a year earlier in words: 改善25.5%
//	names "id"                its list of names: 精品钢、装配式建筑
//	rank "id" ["period"]      its rank: 第一位
//	period ["id"]             the name of its period: 2021年上半年
//	count "table" [w...]      the number of a table's rows
//	sum "table" "column" [w...]  the sum of a column with its unit: 181.5亿元
//
// where w... are pairs of a column and the text its cells must have.
type words struct{ *composer }

func (w words) functions() map[string]function {
	return map[string]function{
		"fig": w.fig, "change": w.change, "names": w.names, "rank": w.rank,
		"period": w.period, "count": w.count, "sum": w.sum,
	}
}

func (w words) fig(args []string) (string, *problem) {
	o, p := w.observation("fig", args)
	if p != nil {
		return "", p
	}
	f := w.figure(o.Ref(), o.Figure)
	if f.Absent != figure.Present && o.Indicator.Share != nil {
		f = o.Indicator.Share.Figure // only the share was published
	}
	if f.Absent != figure.Present {
		return "", absent(string(o.Ref()))
	}
	return f.String(), nil
}

func (w words) change(args []string) (string, *problem) {
	o, p := w.observation("change", args)
	if p != nil {
		return "", p
	}
	if o.YoY == nil {
		return "", absent(string(o.Ref()) + " yoy")
	}
	return changeInWords(o.YoY.Change, o.Indicator.Better == dataset.Lower), nil
}

func (w words) names(args []string) (string, *problem) {
	if len(args) != 1 {
		return "", wanted(`names "id"`)
	}
	i, p := w.indicator(args[0])
	if p != nil {
		return "", p
	}
	if len(i.Names) == 0 {
		return "", absent(args[0] + " names")
	}
	list := make([]string, len(i.Names))
	for k, n := range i.Names {
		list[k] = n.Value
	}
	return strings.Join(list, "、"), nil
}

func (w words) rank(args []string) (string, *problem) {
	o, p := w.observation("rank", args)
	if p != nil {
		return "", p
	}
	if o.Rank == nil {
		return "", absent(string(o.Ref()) + " rank")
	}
	return rankText(o.Rank), nil
}

func (w words) period(args []string) (string, *problem) {
	if len(args) == 0 {
		return w.d.Period.Chinese(), nil
	}
	o, p := w.observation("period", args)
	if p != nil {
		return "", p
	}
	return o.Period.Chinese(), nil
}

func (w words) count(args []string) (string, *problem) {
	const usage = `count "table" "column" "text"`
	if len(args)%2 != 1 {
		return "", wanted(usage)
	}
	t, where, p := w.rows(args[0], args[1:])
	if p != nil {
		return "", p
	}
	n := 0
	for r := range t.Rows() {
		if t.Matches(r, where) {
			n++
		}
	}
	return figure.Decimal(big.NewRat(int64(n), 1)), nil
}

func (w words) sum(args []string) (string, *problem) {
	const usage = `sum "table" "column" "column" "text"`
	if len(args) < 2 || len(args)%2 != 0 {
		return "", wanted(usage)
	}
	t, where, p := w.rows(args[0], args[2:])
	if p != nil {
		return "", p
	}
	k := t.ColumnIndex(args[1])
	if k < 0 || !t.Columns[k].Numeric {
		return "", unknownColumn(t, args[1])
	}
	total := new(big.Rat)
	for r := range t.Rows() {
		if !t.Matches(r, where) {
			continue
		}
		if f := w.figure(t.CellRef(r, t.Columns[k]), r.Figure(k)); f.Absent == figure.Present {
			total.Add(total, f.Number)
		}
	}
	return figure.Decimal(total) + t.Columns[k].Unit, nil
}

func (w words) indicator(id string) (*dataset.Indicator, *problem) {
	if i := w.d.Indicator(id); i != nil {
		return i, nil
	}
	var known []string
	for _, i := range w.d.Indicators() {
		known = append(known, i.ID.Value)
	}
	return nil, unknown(diag.Say("没有指标 %s", "no indicator %s", quoted(id)), id, known)
}

// observation finds the observation that `"id" ["period"]` names.
func (w words) observation(name string, args []string) (*dataset.Observation, *problem) {
	if len(args) != 1 && len(args) != 2 {
		return nil, wanted(name + ` "id" "2020"`)
	}
	i, p := w.indicator(args[0])
	if p != nil {
		return nil, p
	}
	at := w.d.Period
	if len(args) == 2 {
		given, err := period.Parse(args[1])
		if err != nil {
			return nil, &problem{say: diag.Say("%s 不是报告期", "%s is no reference period", quoted(args[1]))}
		}
		o := i.In(given)
		if o == nil {
			return nil, absent(args[0] + "@" + given.String())
		}
		return o, nil
	}
	o := i.Current(at)
	if o == nil {
		return nil, absent(args[0])
	}
	return o, nil
}

func (w words) rows(id string, pairs []string) (*dataset.Table, []dataset.Condition, *problem) {
	t := w.d.Table(id)
	if t == nil {
		var known []string
		for _, t := range w.d.Tables() {
			known = append(known, t.ID.Value)
		}
		return nil, nil, unknown(diag.Say("没有表 %s", "no table %s", quoted(id)), id, known)
	}
	var where []dataset.Condition
	for ; len(pairs) > 0; pairs = pairs[2:] {
		k := t.ColumnIndex(pairs[0])
		if k < 0 {
			return nil, nil, unknownColumn(t, pairs[0])
		}
		where = append(where, dataset.Condition{Column: t.Columns[k], Value: dataset.Text{Value: pairs[1]}})
	}
	return t, where, nil
}

func unknownColumn(t *dataset.Table, id string) *problem {
	var known []string
	for _, c := range t.Columns {
		known = append(known, c.ID.Value)
	}
	return unknown(diag.Say("表 %s 没有这样的列：%s", "table %s has no such column: %s", t.ID.Value, quoted(id)), id, known)
}

func unknown(say diag.Text, word string, known []string) *problem {
	p := &problem{say: say}
	if near, ok := diag.Nearest(word, known); ok {
		p.hint = diag.Say("是不是 %s？", "did you mean %s?", near)
	}
	return p
}

// changeInWords prints a change with its verb. A signed number is given the
// verb of its measure: rates of levels rise by 增长, differences of rates by
// 提高, and where less is better a fall is 改善.
func changeInWords(c figure.Change, betterLower bool) string {
	if c.Verb != "" || c.Kind == figure.Flat {
		return c.Text
	}
	down := c.Direction == figure.Down
	verb := "增长"
	switch {
	case betterLower && down:
		verb = "改善"
	case betterLower:
		verb = "上升"
	case down:
		verb = "下降"
	case c.Kind == figure.InPoints:
		verb = "提高"
	}
	amount := c.Figure.String()
	if c.Kind == figure.InPoints {
		amount = figure.Decimal(c.Figure.Number) + "个百分点"
	}
	return verb + amount
}
