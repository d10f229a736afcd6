package load

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
)

var (
	betters  = []string{"higher", "lower"}
	statuses = []string{string(dataset.Actual), string(dataset.Preliminary), string(dataset.Estimate), string(dataset.Target)}
)

var indicatorKeys = append([]field[indicatorDraft]{
	{"id", required, aNameID.like("hightech"),
		diag.Say("指标的 id，供公式、正文和图引用；字母、汉字、数字和 _，不以数字开头，在指标和表中不重复。",
			"The indicator's id, for formulas, texts and charts: letters of any script, digits and _, not a digit first; unique among indicators and tables."),
		func(r *reader, e entry, d *indicatorDraft) { d.made.ID = r.id(e, nameID) }},
	{"name", required, aText.like("高新技术企业"),
		diag.Say("指标的名称。", "What the indicator is called."),
		text(func(d *indicatorDraft) *dataset.Text { return &d.made.Name })},
	{"better", optional, oneOf(betters),
		diag.Say("越高越好（higher，默认）还是越低越好（lower）；为 lower 时“改善”是下降。",
			"Whether more (higher, the default) or less (lower) is better; with lower, 改善 is a fall."),
		func(r *reader, e entry, d *indicatorDraft) {
			if w, _ := r.word(e, betters...); w == "lower" {
				d.made.Better = dataset.Lower
			}
		}},
	{"flow", optional, aTruth,
		diag.Say("各期之和是否等于总期：true 为时期指标（如投资、产量），1-5月加6月应等于1-6月；false 为时点指标（如余额、户数）。不写时只在确定的地方核对。",
			"Whether its figures of several periods add up: true for what came in or was made in them, false for what there is at their end. Unless it is said, only what is certain is checked."),
		func(r *reader, e entry, d *indicatorDraft) {
			switch w, _ := r.word(e, truths...); w {
			case "true":
				d.made.Flow = dataset.IsFlow
			case "false":
				d.made.Flow = dataset.IsNoFlow
			}
		}},
	{"formula", optional, aText.like("tax + non_tax", "sum(key_projects.investment)", "count(key_projects)"),
		diag.Say("计算公式：有 value 时用它核对，没有时由它算出。", "An expression: with a value it is checked, without one it is computed."),
		keep(func(d *indicatorDraft) *entry { return &d.formula })},
	{"of", optional, aText.like("villages"),
		diag.Say("其中：它是哪个指标的一部分；部分不大于整体。", "The indicator that this one is a part of (其中), never more than it."),
		func(r *reader, e entry, d *indicatorDraft) {
			if t, ok := r.scalar(e); ok {
				d.made.Of = &t
			}
		}},
	{"share", optional, plain(schemaNode{Type: []string{"string"}}).like("70%", "达到70%"),
		diag.Say("占比：占 of 所指整体的百分之几。", "Its share (占比) of the whole in `of`, in %."),
		keep(func(d *indicatorDraft) *entry { return &d.share })},
	{"names", optional, someTexts.like([]any{"需求", "问题", "帮扶"}),
		diag.Say("名单；名称的个数就是 value。", "The names behind the number: how many there are is the value."),
		keep(func(d *indicatorDraft) *entry { return &d.names })},
	{"observations", optional, listOf(mapping("observation", diag.Say("一个观测值。", "An observation."), listedObservationKeys)),
		diag.Say("各时期的观测值；有了它，value、period、yoy 等写在其中各条里。",
			"Observations of several periods; then value, period, yoy and the like belong into them."),
		keep(func(d *indicatorDraft) *entry { return &d.observations })},
}, observationKeys(func(d *indicatorDraft) *observationDraft { return &d.inline })...)

// observationKeys are those of an observation, which stand in a list of their
// own or right in the indicator.
func observationKeys[T any](of func(*T) *observationDraft) []field[T] {
	return []field[T]{
		{"period", optional, aPeriod,
			diag.Say("报告期；不写就是文件的 period。", "Its reference period; by default the file's."),
			keep(func(t *T) *entry { return &of(t).period })},
		{"value", nullable, aFigure.like("12.6亿元", "突破1200亿元", "10多条", "近三成", 33),
			diag.Say("数值，照公布时的说法写；写出的位数和“突破”“多”等决定它的取值范围。没有数据写 null。",
				"The figure as printed; its digits and words such as 突破 or 多 say what it can be. null if there is none."),
			keep(func(t *T) *entry { return &of(t).value })},
		{"unit", optional, aUnit,
			diag.Say("计量单位；value 里已写的可以不写。", "Its unit, unless the value has it."),
			keep(func(t *T) *entry { return &of(t).unit })},
		{"decimals", optional, aDecimals,
			diag.Say("精确到几位小数；-3 是精确到千，exact 是准确数。不写时按 value 写出的位数。",
				"To how many decimals it is known; -3 is to thousands, exact is a count. By default the digits written."),
			keep(func(t *T) *entry { return &of(t).decimals })},
		{"status", optional, oneOf(statuses),
			diag.Say("actual 实际数（默认），preliminary 初步数，estimate 预计数，target 目标。",
				"Whether it is the actual figure (the default), a preliminary one, an estimate or a target."),
			keep(func(t *T) *entry { return &of(t).status })},
		{"yoy", optional, aFigure.like("增长5.9%", "-13.9%", "提高16个百分点", "+16pp"),
			diag.Say("同比：比上年同期变动多少，用 %、百分点、倍、番或量。", "The change on a year earlier, in %, 百分点, 倍, 番 or an amount."),
			keep(func(t *T) *entry { return &of(t).yoy })},
		{"pop", optional, aFigure.like("下降3.2%"),
			diag.Say("环比：比上一期变动多少。", "The change on the period before."),
			keep(func(t *T) *entry { return &of(t).pop })},
		{"rank", optional, aRank.like(1),
			diag.Say("位次，第一为 1。", "Its rank, 1 being the first."),
			keep(func(t *T) *entry { return &of(t).rank })},
		{"source", optional, aText.like("press"),
			diag.Say("来源：sources 里的 id，或一句话。", "Its source: an id of `sources`, or free words."),
			keep(func(t *T) *entry { return &of(t).source })},
		{"note", optional, aText,
			diag.Say("注释，如口径。", "A note, such as what the figure covers."),
			keep(func(t *T) *entry { return &of(t).note })},
	}
}

var listedObservationKeys = observationKeys(func(d *observationDraft) *observationDraft { return d })
