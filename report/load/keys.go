package load

import (
	"jianbao/report/dataset"
	"jianbao/report/figure"
)

// The keys of the format (SPEC §2), one table a mapping. A key is read in its
// table's order: what others build on stands before them.

var fileKeys = []field[dataset.Dataset]{
	{"version", required, func(*reader, entry, *dataset.Dataset) {}}, // read first of all
	{"district", required, (*reader).district},
	{"title", required, text(func(d *dataset.Dataset) *dataset.Text { return &d.Title })},
	{"issuer", optional, text(func(d *dataset.Dataset) *dataset.Text { return &d.Issuer })},
	{"period", required, func(r *reader, e entry, d *dataset.Dataset) { d.Period, _ = r.period(e) }},
	{"published", required, func(r *reader, e entry, d *dataset.Dataset) { d.Published, _ = r.date(e) }},
	{"rounding", optional, func(r *reader, e entry, d *dataset.Dataset) {
		if w, _ := r.word(e, "nearest", "truncate"); w == "truncate" {
			d.Rounding = figure.Truncate
		}
	}},
	{"ties", optional, func(r *reader, e entry, d *dataset.Dataset) {
		w, _ := r.word(e, "away", "even")
		d.TiesEven = w == "even"
	}},
	{"sources", optional, (*reader).sources},
	{"sections", required, (*reader).readSections},
	{"checks", optional, (*reader).rules},
	{"exceptions", optional, (*reader).exceptions},
	{"previous", optional, localPath(func(d *dataset.Dataset) *dataset.Text { return &d.Previous })},
	{"members", optional, localPath(func(d *dataset.Dataset) *dataset.Text { return &d.Members })},
	{"workbook", optional, localPath(func(d *dataset.Dataset) *dataset.Text { return &d.Workbook })},
}

var districtKeys = []field[dataset.District]{
	{"name", required, text(func(d *dataset.District) *dataset.Text { return &d.Name })},
	{"code", optional, (*reader).districtCode},
	{"parent", optional, text(func(d *dataset.District) *dataset.Text { return &d.Parent })},
}

var sourceKeys = []field[dataset.Source]{
	{"id", required, func(r *reader, e entry, s *dataset.Source) { s.ID = r.id(e, labelID) }},
	{"title", required, text(func(s *dataset.Source) *dataset.Text { return &s.Title })},
	{"date", optional, func(r *reader, e entry, s *dataset.Source) {
		if _, ok := r.date(e); ok {
			s.Date, _ = r.scalar(e)
		}
	}},
	{"url", optional, text(func(s *dataset.Source) *dataset.Text { return &s.URL })},
}

var sectionKeys = []field[dataset.Section]{
	{"id", required, func(r *reader, e entry, s *dataset.Section) { s.ID = r.id(e, labelID) }},
	{"title", required, text(func(s *dataset.Section) *dataset.Text { return &s.Title })},
	{"indicators", optional, (*reader).indicators},
	{"tables", optional, (*reader).tables},
	{"charts", optional, (*reader).readCharts},
	{"text", optional, (*reader).prose},
}

var indicatorKeys = append([]field[indicatorDraft]{
	{"id", required, func(r *reader, e entry, d *indicatorDraft) { d.made.ID = r.id(e, nameID) }},
	{"name", required, text(func(d *indicatorDraft) *dataset.Text { return &d.made.Name })},
	{"better", optional, func(r *reader, e entry, d *indicatorDraft) {
		if w, _ := r.word(e, "higher", "lower"); w == "lower" {
			d.made.Better = dataset.Lower
		}
	}},
	{"formula", optional, keep(func(d *indicatorDraft) *entry { return &d.formula })},
	{"of", optional, func(r *reader, e entry, d *indicatorDraft) {
		if t, ok := r.scalar(e); ok {
			d.made.Of = &t
		}
	}},
	{"share", optional, keep(func(d *indicatorDraft) *entry { return &d.share })},
	{"names", optional, keep(func(d *indicatorDraft) *entry { return &d.names })},
	{"observations", optional, keep(func(d *indicatorDraft) *entry { return &d.observations })},
}, observationKeys(func(d *indicatorDraft) *observationDraft { return &d.inline })...)

// observationKeys are those of an observation, which stand in a list of their
// own or right in the indicator.
func observationKeys[T any](of func(*T) *observationDraft) []field[T] {
	return []field[T]{
		{"period", optional, keep(func(t *T) *entry { return &of(t).period })},
		{"value", nullable, keep(func(t *T) *entry { return &of(t).value })},
		{"unit", optional, keep(func(t *T) *entry { return &of(t).unit })},
		{"decimals", optional, keep(func(t *T) *entry { return &of(t).decimals })},
		{"status", optional, keep(func(t *T) *entry { return &of(t).status })},
		{"yoy", optional, keep(func(t *T) *entry { return &of(t).yoy })},
		{"pop", optional, keep(func(t *T) *entry { return &of(t).pop })},
		{"rank", optional, keep(func(t *T) *entry { return &of(t).rank })},
		{"source", optional, keep(func(t *T) *entry { return &of(t).source })},
		{"note", optional, keep(func(t *T) *entry { return &of(t).note })},
	}
}

var listedObservationKeys = observationKeys(func(d *observationDraft) *observationDraft { return d })

var tableKeys = []field[tableDraft]{
	{"id", required, func(r *reader, e entry, d *tableDraft) { d.made.ID = r.id(e, nameID) }},
	{"title", required, text(func(d *tableDraft) *dataset.Text { return &d.made.Title })},
	{"period", optional, func(r *reader, e entry, d *tableDraft) { d.made.Period, _ = r.period(e) }},
	{"sample", optional, func(r *reader, e entry, d *tableDraft) {
		w, _ := r.word(e, "true", "false")
		d.made.Sample = w == "true"
	}},
	{"unit", optional, text(func(d *tableDraft) *dataset.Text { return &d.made.Unit })},
	{"note", optional, text(func(d *tableDraft) *dataset.Text { return &d.made.Note })},
	{"source", optional, text(func(d *tableDraft) *dataset.Text { return &d.made.Source })},
	{"columns", required, (*reader).columns},
	{"file", optional, keep(func(d *tableDraft) *entry { return &d.file })},
	{"rows", optional, keep(func(d *tableDraft) *entry { return &d.rows })},
	{"totals", optional, keep(func(d *tableDraft) *entry { return &d.totals })},
}

var columnKeys = []field[columnDraft]{
	{"id", required, func(r *reader, e entry, d *columnDraft) { d.made.ID = r.id(e, nameID) }},
	{"title", required, text(func(d *columnDraft) *dataset.Text { return &d.made.Title })},
	{"key", optional, func(r *reader, e entry, d *columnDraft) {
		w, _ := r.word(e, "true", "false")
		d.made.Key = w == "true"
	}},
	{"unit", optional, func(r *reader, e entry, d *columnDraft) { d.made.Unit = r.unit(e) }},
	{"decimals", optional, func(r *reader, e entry, d *columnDraft) { d.precision = r.decimals(e) }},
	{"formula", optional, func(r *reader, e entry, d *columnDraft) { d.made.Formula = r.formula(e) }},
	{"one_of", optional, texts(func(d *columnDraft) *[]dataset.Text { return &d.made.OneOf })},
}

// totalKeys stand beside the ids of the table's columns of figures.
var totalKeys = []field[totalDraft]{
	{"label", required, text(func(d *totalDraft) *dataset.Text { return &d.made.Label })},
	{"where", optional, func(r *reader, e entry, d *totalDraft) { d.made.Where = r.conditions(e, d.table) }},
	{"count", nullable, func(r *reader, e entry, d *totalDraft) { d.made.Count = r.totalValue(e, nil, figure.Precision{}) }},
}

var chartKeys = []field[chartDraft]{
	{"type", required, func(r *reader, e entry, d *chartDraft) {
		d.made.Type, _ = r.word(e, "bar", "line", "share", "progress", "ranking")
	}},
	{"title", optional, text(func(d *chartDraft) *dataset.Text { return &d.made.Title })},
	{"of", optional, func(r *reader, e entry, d *chartDraft) { d.of = e; d.made.Of = r.texts(e) }},
	{"table", optional, text(func(d *chartDraft) *dataset.Text { return &d.made.Table })},
	{"label", optional, text(func(d *chartDraft) *dataset.Text { return &d.made.Label })},
	{"values", optional, texts(func(d *chartDraft) *[]dataset.Text { return &d.made.Values })},
	{"where", optional, keep(func(d *chartDraft) *entry { return &d.where })},
}

var ruleKeys = []field[dataset.Rule]{
	{"id", required, func(r *reader, e entry, x *dataset.Rule) { x.ID = r.id(e, labelID) }},
	{"assert", required, func(r *reader, e entry, x *dataset.Rule) {
		if f := r.formula(e); f != nil {
			x.Assert = *f
		}
	}},
	{"say", optional, text(func(x *dataset.Rule) *dataset.Text { return &x.Say })},
}

var exceptionKeys = []field[dataset.Exception]{
	{"check", required, text(func(x *dataset.Exception) *dataset.Text { return &x.Check })},
	{"reason", required, text(func(x *dataset.Exception) *dataset.Text { return &x.Reason })},
	{"until", required, func(r *reader, e entry, x *dataset.Exception) { x.Until, _ = r.date(e) }},
}

// habits are words that people at a statistics office may write for a key; the
// first that the mapping knows is offered.
var habits = map[string][]string{
	"版本": {"version"}, "地区": {"district"}, "区县": {"district"}, "区划": {"district"},
	"名称": {"name", "title"}, "标题": {"title"}, "题目": {"title"}, "代码": {"code"}, "区划代码": {"code"},
	"上级": {"parent"}, "发布单位": {"issuer"}, "发文机关": {"issuer"}, "报告期": {"period"}, "时期": {"period"},
	"期间": {"period"}, "时间": {"period", "date"}, "发布日期": {"published"}, "日期": {"date", "published", "period"},
	"来源": {"source", "sources"}, "数据来源": {"source", "sources"}, "资料来源": {"source", "sources"},
	"章节": {"sections"}, "部分": {"sections"}, "指标": {"indicators"}, "编号": {"id"}, "标识": {"id"},
	"数值": {"value"}, "值": {"value"}, "数据": {"value", "rows"}, "单位": {"unit"}, "计量单位": {"unit"},
	"小数": {"decimals"}, "小数位": {"decimals"}, "小数位数": {"decimals"}, "精度": {"decimals"},
	"状态": {"status"}, "同比": {"yoy"}, "环比": {"pop"}, "排名": {"rank"}, "位次": {"rank"},
	"备注": {"note"}, "注": {"note"}, "说明": {"note", "say"}, "公式": {"formula"}, "其中": {"of"},
	"占比": {"share"}, "比重": {"share"}, "名单": {"names"}, "观测值": {"observations"},
	"表": {"tables", "table"}, "表格": {"tables", "table"}, "列": {"columns"}, "字段": {"columns"},
	"行": {"rows"}, "文件": {"file"}, "合计": {"totals", "label"}, "总计": {"totals", "label"},
	"条件": {"where"}, "个数": {"count"}, "项数": {"count"}, "示例": {"sample"}, "主键": {"key"},
	"图": {"charts"}, "图表": {"charts"}, "类型": {"type"}, "标签": {"label"}, "正文": {"text"}, "文字": {"text"},
	"校验": {"checks"}, "核对": {"checks"}, "断言": {"assert"}, "例外": {"exceptions"},
	"原因": {"reason"}, "理由": {"reason"}, "截止": {"until"}, "有效期": {"until"}, "上期": {"previous"},
	"网址": {"url"}, "链接": {"url"}, "舍入": {"rounding"}, "修约": {"ties", "rounding"},
}
