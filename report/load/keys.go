package load

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// The keys of the format (SPEC §2), one table a mapping: here those of the
// file, its sections and its rules, in the files beside it those of indicators
// and of tables. A key is read in its table's order: what others build on
// stands before them. The same tables make the JSON Schema.

var (
	roundings = []string{"nearest", "truncate"}
	tieRules  = []string{"away", "even"}
	truths    = []string{"true", "false"}
)

var fileKeys = []field[dataset.Dataset]{
	{"version", required, plain(schemaNode{Enum: []any{1, "1"}}),
		diag.Say("格式的版本，现为 1。", "The version of the format: 1."),
		func(*reader, entry, *dataset.Dataset) {}}, // read first of all
	{"district", required, mapping("district", diag.Say("地区。", "A district."), districtKeys),
		diag.Say("地区：名称、区划代码、上级。", "The district: its name, code and parent."),
		(*reader).district},
	{"title", required, aText.like("钢城区高质量发展情况简报"),
		diag.Say("简报的标题。", "The briefing's title."),
		text(func(d *dataset.Dataset) *dataset.Text { return &d.Title })},
	{"issuer", optional, aText,
		diag.Say("发布单位。", "Who issues the briefing."),
		text(func(d *dataset.Dataset) *dataset.Text { return &d.Issuer })},
	{"period", required, aPeriod,
		diag.Say("报告期；没有另写 period 的数都属于它。", "The reference period of every figure that has none of its own."),
		func(r *reader, e entry, d *dataset.Dataset) { d.Period, _ = r.period(e) }},
	{"published", required, aDate,
		diag.Say("发布日期，输出里只有这一个日期；判断例外是否到期也以它为准。",
			"The day of publication: the only date in the outputs, and “today” for exceptions."),
		func(r *reader, e entry, d *dataset.Dataset) { d.Published, _ = r.date(e) }},
	{"rounding", optional, oneOf(roundings),
		diag.Say("数字是怎样取到写出的位数的：nearest 四舍五入（默认），truncate 截尾。",
			"How figures came to their digits: nearest (the default) rounds, truncate cuts off."),
		func(r *reader, e entry, d *dataset.Dataset) {
			if w, _ := r.word(e, roundings...); w == "truncate" {
				d.Rounding = figure.Truncate
			}
		}},
	{"ties", optional, oneOf(tieRules),
		diag.Say("程序自己修约时，末位恰为五怎么办：away 进位（默认，四舍五入），even 按 GB/T 8170 凑偶。",
			"How the tool itself rounds a five: away from zero (the default) or to even digits (GB/T 8170)."),
		func(r *reader, e entry, d *dataset.Dataset) {
			w, _ := r.word(e, tieRules...)
			d.TiesEven = w == "even"
		}},
	{"sources", optional, listOf(mapping("source", diag.Say("一个来源。", "A source."), sourceKeys)),
		diag.Say("资料来源；指标和表用 source 指明是哪一个。", "Sources, which indicators and tables name by `source`."),
		(*reader).sources},
	{"sections", required, listOf(mapping("section", diag.Say("一节。", "A section."), sectionKeys)),
		diag.Say("简报的各节。", "The briefing's sections."),
		(*reader).readSections},
	{"checks", optional, listOf(mapping("check", diag.Say("一条自定的核对规则。", "A rule of the file's own."), ruleKeys)),
		diag.Say("自定的核对规则。", "Rules of your own to check."),
		(*reader).rules},
	{"exceptions", optional, listOf(mapping("exception", diag.Say("一条例外。", "An exception."), exceptionKeys)),
		diag.Say("例外：某项核对不一致，但有正当理由。", "Exceptions: checks that fail for a good reason."),
		(*reader).exceptions},
	{"previous", optional, aPath.like("gangcheng-2020.yaml"),
		diag.Say("上一期的数据文件；同一时期的数应当一致，本期没有写的基期数取自上一期。", "The issue before: figures of one period must agree with it; a base that this issue lacks is taken from it."),
		localPath(func(d *dataset.Dataset) *dataset.Text { return &d.Previous })},
	{"members", optional, aPath.like("districts/*.yaml"),
		diag.Say("下辖各地区的数据文件，是本文件夹内文件名的式样；公式里用 sum(members.gdp)、count(members, gdp > 100) 等汇总，简报和工作簿里列出各地区的数和位次。",
			"The data files of the districts below, a pattern of names within the folder. Formulas add them up, as sum(members.gdp) or count(members, gdp > 100); the outputs list them with their ranks."),
		localPath(func(d *dataset.Dataset) *dataset.Text { return &d.Members })},
	{"workbook", optional, aPath.like("form.xlsx"),
		diag.Say("单位自己的表样（.xlsx），格里写 {{fig \"id\"}} 等，由程序填写，代替程序自己的工作簿。",
			"An office's own form (.xlsx) whose cells hold {{fig \"id\"}} and the like: filled, it is the workbook."),
		localPath(func(d *dataset.Dataset) *dataset.Text { return &d.Workbook })},
}

var districtKeys = []field[dataset.District]{
	{"name", required, aText.like("钢城区"),
		diag.Say("地区名称。", "The district's name."),
		text(func(d *dataset.District) *dataset.Text { return &d.Name })},
	{"code", optional, plain(schemaNode{Type: []string{"string", "integer"}, Pattern: `^([0-9]{6}|[0-9]{9}|[0-9]{12})$`}).like("370117"),
		diag.Say("区划代码：6 位（GB/T 2260），乡级 9 位，村级 12 位；加引号。",
			"Its code: 6 digits (GB/T 2260), 9 for a township, 12 for a village; in quotes."),
		(*reader).districtCode},
	{"parent", optional, aText.like("济南市"),
		diag.Say("上级地区。", "The city or province it belongs to."),
		text(func(d *dataset.District) *dataset.Text { return &d.Parent })},
}

var sourceKeys = []field[dataset.Source]{
	{"id", required, aLabelID.like("press"),
		diag.Say("来源的 id，供 source 引用。", "The source's id, for `source` to name."),
		func(r *reader, e entry, s *dataset.Source) { s.ID = r.id(e, labelID) }},
	{"title", required, aText.like("新闻发布会"),
		diag.Say("来源的名称。", "What the source is called."),
		text(func(s *dataset.Source) *dataset.Text { return &s.Title })},
	{"date", optional, aDate,
		diag.Say("来源的日期。", "The source's date."),
		func(r *reader, e entry, s *dataset.Source) {
			if _, ok := r.date(e); ok {
				s.Date, _ = r.scalar(e)
			}
		}},
	{"url", optional, aText,
		diag.Say("来源的网址。", "Where it is on the web."),
		text(func(s *dataset.Source) *dataset.Text { return &s.URL })},
}

var sectionKeys = []field[dataset.Section]{
	{"id", required, aLabelID.like("industry"),
		diag.Say("一节的 id，全文件不重复。", "The section's id, unique in the file."),
		func(r *reader, e entry, s *dataset.Section) { s.ID = r.id(e, labelID) }},
	{"title", required, aText.like("产业转型"),
		diag.Say("一节的标题。", "The section's title."),
		text(func(s *dataset.Section) *dataset.Text { return &s.Title })},
	{"indicators", optional, listOf(mapping("indicator", diag.Say("一个指标。", "An indicator."), indicatorKeys,
		atLeastOne("value", "observations", "names", "formula", "share", "yoy", "pop", "rank"), needs("share", "of"))),
		diag.Say("指标。", "Indicators."),
		(*reader).indicators},
	{"tables", optional, listOf(mapping("table", diag.Say("一张表。", "A table."), tableKeys, exactlyOne("rows", "file"))),
		diag.Say("表。", "Tables."),
		(*reader).tables},
	{"charts", optional, listOf(mapping("chart", diag.Say("一张图。", "A chart."), chartKeys, exactlyOne("of", "table"), needs("table", "values"))),
		diag.Say("图；简报里是矢量图，工作簿里是可编辑的图。", "Charts: vector drawings in the briefing, native ones in the workbook."),
		(*reader).readCharts},
	{"text", optional, aText.like("全区有高新技术企业{{fig \"hightech\"}}。"),
		diag.Say("正文，写在 | 之后的各行；数字用 {{fig \"id\"}} 一类的函数填入，空一行另起一段。不写则由程序起草，写空文字则没有正文。",
			"The section's text, on lines of its own after |. Numbers come from {{fig \"id\"}} and its like; a blank line begins a paragraph. Without it there is a draft; an empty one asks for none."),
		(*reader).prose},
}

var ruleKeys = []field[dataset.Rule]{
	{"id", required, aLabelID.like("plan-within-total"),
		diag.Say("规则的 id，也是这项核对的名称。", "The rule's id, which is also its check's."),
		func(r *reader, e entry, x *dataset.Rule) { x.ID = r.id(e, labelID) }},
	{"assert", required, aText.like("project_plan <= project_invest"),
		diag.Say("应当成立的判断；== 是“在各自精度内相符”。", "What must hold; == means “agrees within the precision given”."),
		func(r *reader, e entry, x *dataset.Rule) {
			if f := r.formula(e); f != nil {
				x.Assert = *f
			}
		}},
	{"say", optional, aText.like("年内投资不超过总投资"),
		diag.Say("用一句话说明这条规则。", "The rule in a sentence."),
		text(func(x *dataset.Rule) *dataset.Text { return &x.Say })},
}

var exceptionKeys = []field[dataset.Exception]{
	{"check", required, aText.like("air_index.yoy@2020"),
		diag.Say("不再报出的那项核对的名称。", "The id of the check that is not to be reported."),
		text(func(x *dataset.Exception) *dataset.Text { return &x.Check })},
	{"reason", required, aText.like("按可比口径计算"),
		diag.Say("理由。", "Why."),
		text(func(x *dataset.Exception) *dataset.Text { return &x.Reason })},
	{"until", required, aDate,
		diag.Say("有效期的最后一天；与 published 比较。", "Its last day, held against `published`."),
		func(r *reader, e entry, x *dataset.Exception) { x.Until, _ = r.date(e) }},
}
