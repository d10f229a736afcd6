package xlsx

import (
	"fmt"
	"math/big"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// The units of the test documents.
var (
	yiyuan  = figure.Unit{Symbol: "亿元", Dimension: figure.Money, Factor: rat("100000000")}
	wanyuan = figure.Unit{Symbol: "万元", Dimension: figure.Money, Factor: rat("10000")}
	percent = figure.Unit{Symbol: "%", Factor: rat("1/100")}
	points  = figure.Unit{Symbol: "个百分点", Dimension: figure.Points, Factor: rat("1/100")}
	ge      = figure.Unit{Symbol: "个", Dimension: figure.Counts}
)

func rat(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return r
}

func word(s string) document.Cell { return document.Cell{Text: s} }

// num is a figure whose text is its number alone.
func num(ref, n string, u figure.Unit) document.Cell {
	_, after, _ := strings.Cut(n, ".")
	return document.Cell{Text: n, Number: rat(n), Unit: u, Decimals: len(after), Ref: dataset.Ref(ref)}
}

func computed(c document.Cell, t relation.Term) document.Cell { c.Formula = t; return c }

func says(c document.Cell, text string, h figure.Hedge) document.Cell {
	c.Text, c.Hedge = text, h
	return c
}

func fig(ref string) relation.Figure { return relation.Figure{Ref: dataset.Ref(ref), Name: ref} }

func text(s string) dataset.Text { return dataset.Text{Value: s} }

// projects is the data's side of the table of projects: what aggregates name.
var (
	levelColumn  = &dataset.Column{ID: text("level")}
	investColumn = &dataset.Column{ID: text("investment"), Numeric: true}
	spentColumn  = &dataset.Column{ID: text("done"), Numeric: true}
	rateColumn   = &dataset.Column{ID: text("rate"), Numeric: true}
	projects     = &dataset.Table{ID: text("projects"), Columns: []*dataset.Column{levelColumn, investColumn, spentColumn, rateColumn}}
)

func sum(where ...relation.Where) relation.Aggregate {
	return relation.Aggregate{Func: relation.Sum, Table: projects, Column: investColumn, Where: allOf(where)}
}

// allOf is nil for none, which is all rows.
func allOf(where []relation.Where) relation.Where {
	switch len(where) {
	case 0:
		return nil
	case 1:
		return where[0]
	}
	return relation.AllOf(where)
}

func level(s string) relation.Condition {
	return relation.Condition{Column: levelColumn, Op: "==", Text: s}
}

// strange are texts that a spreadsheet may take for something else.
var strange = []string{"=1+1", "@x", "-1+1", "+8", "\tx", "0012", "1/2", "TRUE", "二行\n文字", "表情😀", "𬭎𠮷", "a\x00b", "_x000D_", "<&\">", " 空格 "}

// exampleDocument has something of everything.
func exampleDocument() *document.Document {
	table := document.Table{
		ID: "projects", Title: "省、市、区重点项目（示例数据）", Sample: true, Unit: "亿元",
		Columns: []document.Column{
			{ID: "name", Title: "项目名称", Key: true}, {ID: "level", Title: "级别"},
			{ID: "investment", Title: "总投资", Unit: yiyuan, Decimals: 2, Numeric: true},
			{ID: "done", Title: "已完成", Unit: yiyuan, Decimals: 2, Numeric: true},
			{ID: "rate", Title: "完成率（%）", Unit: percent, Decimals: 1, Numeric: true},
		},
		Note: "总投资为计划数", Source: "区发展改革局",
	}
	for i, p := range [][3]string{
		{"省级", "35.20", "12.05"}, {"市级", "20.80", "20.80"}, {"省级", "101.30", "7.77"}, {"区级", "12.70", "…"}, {"区级", "3.03", "-"},
	} {
		key := "项目" + string([]rune("甲乙丙丁戊")[i])
		invest := num("projects.investment["+key+"]", p[1], yiyuan)
		done, rate := word(p[2]), word("")
		if strings.Contains(p[2], ".") {
			done = num("projects.done["+key+"]", p[2], yiyuan)
			ratio := new(big.Rat).Quo(done.Number, invest.Number)
			rate = num("projects.rate["+key+"]", rounded(ratio.Mul(ratio, rat("100")), 1).FloatString(1), percent)
			rate.Formula = relation.Arith{Op: '/', X: fig(string(done.Ref)), Y: fig(string(invest.Ref))}
		}
		table.Add(document.Row{Cells: []document.Cell{word(key), word(p[0]), invest, done, rate}})
	}
	table.Totals = append(table.Totals,
		document.Row{Kind: document.TotalRow, Cells: []document.Cell{word("合计"), word(""),
			computed(num("projects.total[合计].investment", "173.03", yiyuan), sum()), word(""), word("")}},
		document.Row{Kind: document.PartialRow, Depth: 1, Cells: []document.Cell{word("省级"), word(""),
			computed(num("projects.total[省级].investment", "136.50", yiyuan), sum(level("省级"))), word(""), word("")}},
	)
	share := relation.Apply{Func: relation.Share, Args: []relation.Term{fig("revenue@2021"), fig("output@2021")}}
	growth := relation.Apply{Func: relation.Growth, Args: []relation.Term{fig("air@2021"), fig("air@2020")}}
	indicators := document.Table{
		ID: "industry", Kind: document.IndicatorTable, Title: "产业转型",
		Columns: indicatorColumns(),
		Rows: document.Held{
			indicatorRow(0, "主营业务收入", says(num("revenue@2021", "1200", yiyuan), "突破1200亿元", figure.MoreThan), ""),
			indicatorRow(0, "总产值", num("output@2021", "1600", yiyuan), ""),
			indicatorRow(1, "其中：占比", computed(num("share@2021", "75.0", percent), share), ""),
			indicatorRow(0, "总投资", computed(num("invest@2021", "1730300", wanyuan), sum()), "preliminary"),
			indicatorRow(0, "省级项目数", computed(num("count@2021", "2", ge), relation.Aggregate{
				Func: relation.Count, Table: projects, Where: level("省级")}), ""),
			indicatorRow(0, "道路", says(num("roads@2021", "10", ge), "10多条", figure.Odd), ""),
			indicatorRow(0, "绿化率", says(num("green@2021", "3", figure.Unit{Symbol: "成", Factor: rat("1/10")}), "近三成", figure.Nearly), ""),
		},
	}
	air := document.Table{
		ID: "air", Kind: document.IndicatorTable, Title: "生态环保", Columns: indicatorColumns(), Note: "指数越低越好",
		Rows: document.Held{
			indicatorRow(0, "空气质量综合指数", num("air@2020", "4.89", figure.Unit{}), ""),
			indicatorRow(0, "空气质量综合指数", num("air@2021", "4.40", figure.Unit{}), ""),
			indicatorRow(0, "变化", says(computed(num("change@2021", "-10.0", percent), growth), "下降10.0%", figure.Plain), ""),
			indicatorRow(0, "优良率变化", says(num("days@2021", "20", points), "提高20个百分点", figure.Plain), ""),
			indicatorRow(0, "缺", word("…"), ""),
		},
	}
	other := document.Table{ID: "strange", Title: "奇怪/的:表*", Columns: []document.Column{{ID: "text", Title: "文字\n换行"}, {ID: "n", Title: "数", Numeric: true}}}
	for i, s := range strange {
		other.Add(document.Row{Cells: []document.Cell{word(s), num("", fmt.Sprint(i*1000), figure.Unit{})}})
	}
	chart := document.Chart{
		Type: "bar", Title: "空气质量综合指数", Categories: []string{"2020年", "2021年"},
		Series: []document.Series{{Name: "指数", Cells: []document.Cell{air.Rows.Cell(0, 1), air.Rows.Cell(1, 1)}}},
		Alt:    "由4.89降到4.40",
	}
	ranking := document.Chart{Type: "ranking", Title: "项目总投资", Unit: "亿元", Series: []document.Series{{Name: "总投资"}, {Name: "已完成"}}}
	pie := document.Chart{Type: "share", Title: "投资构成", Unit: "亿元", Series: []document.Series{{Name: "总投资"}}}
	for _, r := range table.First(3) {
		ranking.Categories = append(ranking.Categories, r.Cells[0].Text)
		ranking.Series[0].Cells = append(ranking.Series[0].Cells, r.Cells[2])
		ranking.Series[1].Cells = append(ranking.Series[1].Cells, r.Cells[3])
	}
	pie.Categories, pie.Series[0].Cells = ranking.Categories, ranking.Series[0].Cells
	return &document.Document{
		Title: "钢城区高质量发展情况简报", District: "济南市钢城区", Issuer: "钢城区统计局",
		Period: "2021年上半年", Published: dataset.Date{Year: 2021, Month: 8, Day: 27}, Sample: true,
		Sections: []document.Section{
			{ID: "industry", Number: "一", Title: "产业转型", Blocks: []document.Block{document.Paragraph{Text: "……"}, indicators, table, ranking, pie}},
			{ID: "air", Number: "二", Title: "生态环保", Blocks: []document.Block{air, chart, other}},
		},
		Checks:  exampleChecks(),
		Sources: []document.Source{{Title: "新闻发布会", Date: "2021-08-27", URL: "https://example.org/a?b=1&c=2"}},
		Notes:   []string{"“…”表示数据不足本表最小单位数。", "“-”表示无该项数据。"},
	}
}

func indicatorColumns() []document.Column {
	return []document.Column{
		{ID: "name", Title: "指标", Key: true}, {ID: "value", Title: "数值", Numeric: true},
		{ID: "status", Title: "状态"},
	}
}

func indicatorRow(depth int, name string, value document.Cell, status string) document.Row {
	return document.Row{Depth: depth, Cells: []document.Cell{word(name), value, word(status)}}
}

func exampleChecks() document.Checks {
	within := func(lo, hi string) figure.Interval {
		return figure.Interval{Lo: figure.Bound{Value: rat(lo)}, Hi: figure.Bound{Value: rat(hi)}}
	}
	return document.Checks{
		Consistent: 3, Inconsistent: 2, Unchecked: 1,
		Lines: document.HeldLines{
			{ID: "invest.formula", Kind: "合计", Subject: "总投资（2021年）", Verdict: diag.Consistent, Reported: "1730300万元", Derived: "1730300万元",
				Left: fig("invest@2021"), Right: sum(), Unit: wanyuan, Allowed: within("-0.5", "0.5")},
			{ID: "air.yoy@2021", Kind: "同比", Subject: "空气质量综合指数（2021年）", Verdict: diag.Consistent, Reported: "-10.0%", Derived: "[-10.2, -9.8]%",
				Left: fig("change@2021"), Right: relation.Arith{Op: '-', X: relation.Arith{Op: '/', X: fig("air@2021"), Y: fig("air@2020")}, Y: relation.Constant{Value: one}},
				Unit: percent, Allowed: figure.Interval{Lo: figure.Bound{Value: rat("-1/6"), Open: true}, Hi: figure.Bound{Value: rat("1/6")}}},
			{ID: "projects.total[省级].investment", Kind: "合计", Subject: "省级 总投资", Verdict: diag.Inconsistent, Reported: "136.50亿元", Derived: "35.20亿元",
				Left: fig("projects.total[省级].investment"), Right: fig("projects.investment[项目甲]"), Unit: yiyuan, Allowed: within("-0.01", "0.01")},
			{ID: "over", Kind: "其中", Subject: "收入不超过产值", Verdict: diag.Inconsistent, Reported: "1600亿元", Derived: "1200亿元",
				Left: fig("output@2021"), Right: fig("revenue@2021"), Unit: yiyuan, Allowed: figure.Interval{Hi: figure.Bound{Value: rat("0")}}},
			{ID: "roads.yoy", Kind: "同比", Subject: "道路（2021年）", Verdict: diag.Unchecked, Reported: "+3%", Reason: "缺少上年数"},
			{ID: "no-limits", Kind: "规则", Subject: "只有结论", Verdict: diag.Consistent, Left: fig("output@2021"), Right: fig("output@2021"), Unit: yiyuan},
		},
		Derived: []document.DerivedLine{{Name: "空气质量综合指数（2019年）", Interval: "[6.55, 6.58]", From: "由2020年数和同比推算"}},
	}
}
