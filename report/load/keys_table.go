package load

import (
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

var chartTypes = []string{"bar", "line", "share", "progress", "ranking"}

var tableKeys = []field[tableDraft]{
	{"id", required, aNameID.like("key_projects"),
		diag.Say("表的 id，供公式和图引用；规则同指标的 id。", "The table's id, for formulas and charts; named as indicators are."),
		func(r *reader, e entry, d *tableDraft) { d.made.ID = r.id(e, nameID) }},
	{"title", required, aText.like("重点项目"),
		diag.Say("表的标题。", "The table's title."),
		text(func(d *tableDraft) *dataset.Text { return &d.made.Title })},
	{"period", optional, aPeriod,
		diag.Say("报告期；不写就是文件的 period。", "Its reference period; by default the file's."),
		func(r *reader, e entry, d *tableDraft) { d.made.Period, _ = r.period(e) }},
	{"sample", optional, aTruth,
		diag.Say("是不是示例数据；是则各种输出都标明。", "Whether these are sample data, which every output then says."),
		truth(func(d *tableDraft) *bool { return &d.made.Sample })},
	{"unit", optional, aText,
		diag.Say("写在表右上角的单位。", "The unit printed above the table."),
		text(func(d *tableDraft) *dataset.Text { return &d.made.Unit })},
	{"note", optional, aText,
		diag.Say("表注。", "A note below the table."),
		text(func(d *tableDraft) *dataset.Text { return &d.made.Note })},
	{"source", optional, aText.like("press"),
		diag.Say("来源：sources 里的 id，或一句话。", "Its source: an id of `sources`, or free words."),
		text(func(d *tableDraft) *dataset.Text { return &d.made.Source })},
	{"columns", required, listOf(mapping("column", diag.Say("一列。", "A column."), columnKeys)),
		diag.Say("表的各列。", "The table's columns."),
		(*reader).columns},
	{"file", optional, aPath.like("key_projects.csv"),
		diag.Say("数据所在的 CSV 文件，在数据文件旁边；UTF-8 或 GB 18030，第一行是各列的 id 或标题。",
			"The CSV file with the rows, beside the data file: UTF-8 or GB 18030, under a header of column ids or titles."),
		keep(func(d *tableDraft) *entry { return &d.file })},
	{"rows", optional, someCells.like([]any{[]any{"甲桥", "省级", "3.50"}}),
		diag.Say("各行；有公式的列可以都不写。", "The rows; columns with a formula may all be left out."),
		keep(func(d *tableDraft) *entry { return &d.rows })},
	{"totals", optional, listOf(mapping("total", diag.Say("一个合计。", "A total."), totalKeys,
		columnsToo(diag.Say("这一列的合计数。", "The total of this column."), aFigure))),
		diag.Say("合计，逐列与各行核对。", "Totals, each column checked against the rows."),
		keep(func(d *tableDraft) *entry { return &d.totals })},
}

var columnKeys = []field[columnDraft]{
	{"id", required, aNameID.like("investment"),
		diag.Say("列的 id；公式里写作 表.列。", "The column's id; formulas write table.column."),
		func(r *reader, e entry, d *columnDraft) { d.made.ID = r.id(e, nameID) }},
	{"title", required, aText.like("总投资"),
		diag.Say("列的标题。", "The column's title."),
		text(func(d *columnDraft) *dataset.Text { return &d.made.Title })},
	{"key", optional, aTruth,
		diag.Say("这一列是不是各行的名称；一张表只有一列是。", "Whether this column names the rows; one does."),
		truth(func(d *columnDraft) *bool { return &d.made.Key })},
	{"unit", optional, aUnit,
		diag.Say("这一列的计量单位。", "The unit of its figures."),
		func(r *reader, e entry, d *columnDraft) { d.made.Unit = r.unit(e) }},
	{"decimals", optional, aDecimals,
		diag.Say("精确到几位小数；多写位数会报出。", "To how many decimals its figures are known; more digits are a finding."),
		func(r *reader, e entry, d *columnDraft) { d.precision = r.decimals(e) }},
	{"formula", optional, aText.like("done / investment"),
		diag.Say("逐行计算的公式，列名就是本行的格。", "An expression, row by row: a column's id is the row's cell."),
		func(r *reader, e entry, d *columnDraft) { d.made.Formula = r.formula(e) }},
	{"one_of", optional, someTexts.like([]any{"省级", "市级", "区级"}),
		diag.Say("这一列只能填写的几个词。", "The words that its cells may hold."),
		texts(func(d *columnDraft) *[]dataset.Text { return &d.made.OneOf })},
}

// totalKeys stand beside the ids of the table's columns of figures.
var totalKeys = []field[totalDraft]{
	{"label", required, aText.like("合计"),
		diag.Say("合计行的名称。", "What the total is called."),
		text(func(d *totalDraft) *dataset.Text { return &d.made.Label })},
	{"where", optional, byColumn.like(map[string]any{"level": "省级"}),
		diag.Say("只合计符合条件的行：列的 id 和格里的文字。", "Only the rows whose cells read so: column ids with texts."),
		func(r *reader, e entry, d *totalDraft) { d.made.Where = r.conditions(e, d.table) }},
	{"count", nullable, aFigure.like(60),
		diag.Say("行数。", "How many rows there are."),
		func(r *reader, e entry, d *totalDraft) { d.made.Count = r.totalValue(e, nil, figure.Precision{}) }},
}

var chartKeys = []field[chartDraft]{
	{"type", required, oneOf(chartTypes),
		diag.Say("bar 柱形，line 折线，share 构成，progress 进度（完成数与目标），ranking 排名。",
			"The kind of chart; progress sets results against targets."),
		func(r *reader, e entry, d *chartDraft) { d.made.Type, _ = r.word(e, chartTypes...) }},
	{"title", optional, aText,
		diag.Say("图题。", "The chart's title."),
		text(func(d *chartDraft) *dataset.Text { return &d.made.Title })},
	{"of", optional, someTexts.like([]any{"air_index"}),
		diag.Say("画哪些指标（id）；members.id 画下辖各地区的这个指标。", "The ids of the indicators it shows; members.id shows that of every member."),
		func(r *reader, e entry, d *chartDraft) { d.of = e; d.made.Of = r.texts(e) }},
	{"table", optional, aText.like("key_projects"),
		diag.Say("按哪张表画（id）；members 是下辖各地区。", "The id of the table it shows; members is the districts below."),
		text(func(d *chartDraft) *dataset.Text { return &d.made.Table })},
	{"label", optional, aText,
		diag.Say("哪一列作标签；默认是名称列。", "The column that labels the marks; by default the key."),
		text(func(d *chartDraft) *dataset.Text { return &d.made.Label })},
	{"values", optional, someTexts.like([]any{"investment", "done"}),
		diag.Say("画哪些数值列。", "The columns of figures it shows."),
		texts(func(d *chartDraft) *[]dataset.Text { return &d.made.Values })},
	{"where", optional, byColumn.like(map[string]any{"level": "省级"}),
		diag.Say("只画符合条件的行：列的 id 和格里的文字。", "Only the rows whose cells read so: column ids with texts."),
		keep(func(d *chartDraft) *entry { return &d.where })},
	{"alt", optional, aText,
		diag.Say("图的文字说明，供看不到图的读者；不写则由图中的数生成。", "What the chart shows, for those who cannot see it; by default made from its figures."),
		text(func(d *chartDraft) *dataset.Text { return &d.made.Alt })},
}
