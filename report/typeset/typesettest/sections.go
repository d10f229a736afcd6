package typesettest

import (
	"fmt"
	"math/big"

	"jianbao/report/document"
)

var sections = []document.Section{
	{ID: "industry", Number: "一", Title: "产业转型", Blocks: []document.Block{
		document.Paragraph{Text: "全区坚持转型升级，精品钢、装配式建筑2个千亿级产业和汽车零部件、装备制造、新材料、新能源和节能环保4个百亿级产业加快集聚，“2+4”产业体系基本成形。钢铁生产能力达到1300万吨，精深加工能力达到400万吨，钢铁产业集群主营业务收入突破1200亿元。"},
		document.Paragraph{Text: "出台扶持企业意见33条，省优选项目7个；高新技术企业33家，省级创新平台34家。“四上”企业年内突破600家，产值过亿元企业达到35家，规上企业产值、营业收入“双过千亿”；每年铺开重点技改项目20个以上，五年完成工业投资200亿元以上。"},
		document.Table{ID: "industry", Kind: document.IndicatorTable, Title: "产业转型主要指标",
			Columns: []document.Column{{Title: "指标", Key: true}, {Title: "单位"}, {Title: "2021年上半年", Numeric: true}, {Title: "说明"}},
			Rows: document.Held{
				{Cells: []document.Cell{Word("千亿级产业"), Word("个"), Number("2", big.NewRat(2, 1)), Word("精品钢、装配式建筑")}},
				{Cells: []document.Cell{Word("百亿级产业"), Word("个"), Number("4", big.NewRat(4, 1)), Word("汽车零部件、装备制造、新材料、新能源和节能环保")}},
				{Cells: []document.Cell{Word("高新技术企业"), Word("家"), Number("33", big.NewRat(33, 1)), Word("")}},
				{Cells: []document.Cell{Word("钢铁生产能力"), Word("万吨"), Number("达到1300", big.NewRat(1300, 1)), Word("")}},
				{Depth: 1, Cells: []document.Cell{Word("精深加工能力"), Word("万吨"), Number("达到400", big.NewRat(400, 1)), Word("")}},
				{Cells: []document.Cell{Word("钢铁产业集群主营业务收入"), Word("亿元"), Number("突破1200", big.NewRat(1200, 1)), Word("下限")}},
				{Cells: []document.Cell{Word("道路建设改造提升"), Word("条"), Number("10多", big.NewRat(10, 1)), Word("")}},
			}, Note: "“突破”表示严格大于该数。", Source: "钢城区专场新闻发布会"},
		document.Chart{Type: "ranking", Title: "主要产业能力", Alt: "横条图：钢铁生产能力1300万吨，精深加工能力400万吨。", Unit: "万吨", Categories: []string{"钢铁生产能力", "精深加工能力", "莱钢绿建重型钢结构生产基地设计能力"},
			Series: []document.Series{{Name: "能力", Cells: []document.Cell{Number("1300", big.NewRat(1300, 1)), Number("400", big.NewRat(400, 1)), Number("35.5", big.NewRat(71, 2))}}}},
	}},
	{ID: "air", Number: "二", Title: "生态环保", Blocks: []document.Block{
		document.Paragraph{Text: "2020年空气质量综合指数为4.89，同比改善25.5%；优良率为69.9%，提高20个百分点。2021年上半年空气质量综合指数为4.4，同比改善13.9%；优良率为79.6%，提高16个百分点，在全市第二单元考核中均列第一位。"},
		document.Chart{Type: "bar", Title: "空气质量综合指数与优良率", Alt: "柱形图：空气质量综合指数从6.56降到4.4。", Categories: []string{"2019年", "2020年", "2021年上半年"},
			Series: []document.Series{
				{Name: "空气质量综合指数", Cells: []document.Cell{Number("6.56", big.NewRat(656, 100)), Number("4.89", big.NewRat(489, 100)), Number("4.4", big.NewRat(44, 10))}},
				{Name: "上年同期", Cells: []document.Cell{Word("…"), Number("6.56", big.NewRat(656, 100)), Number("5.11", big.NewRat(511, 100))}}}},
		document.Chart{Type: "line", Title: "优良率", Alt: "折线图：优良率从40.1%升到79.6%。", Unit: "%", Categories: []string{"2016年", "2017年", "2018年", "2019年", "2020年", "2021年上半年"},
			Series: []document.Series{
				{Name: "钢城区", Cells: []document.Cell{Number("40.1", big.NewRat(401, 10)), Number("44.7", big.NewRat(447, 10)), Number("47.2", big.NewRat(472, 10)), Number("49.9", big.NewRat(499, 10)), Number("69.9", big.NewRat(699, 10)), Number("79.6", big.NewRat(796, 10))}},
				{Name: "全市", Cells: []document.Cell{Number("42.3", big.NewRat(423, 10)), Number("45.9", big.NewRat(459, 10)), Word(""), Number("52.0", big.NewRat(52, 1)), Number("62.1", big.NewRat(621, 10)), Number("70.5", big.NewRat(705, 10))}}}},
	}},
	{ID: "projects", Number: "三", Title: "重点项目", Blocks: []document.Block{
		document.Paragraph{Text: "全区共安排省、市、区重点项目60个，总投资352亿元，年内计划完成投资120亿元。其中山钢股份新旧动能转换、莱钢绿建重型钢结构、轨道交通S3线、发展大道、济莱高铁钢城站至沂源、高铁新区、区科创中心、区中医医院、区养老服务中心、大汶河全域水环境综合治理等项目进展顺利。"},
		document.Chart{Type: "share", Title: "总投资构成", Alt: "构成图：省级181.5亿元，市级98.2亿元，区级72.3亿元。", Unit: "亿元", Categories: []string{"省级", "市级", "区级"},
			Series: []document.Series{{Name: "总投资", Rates: []string{"51.6%", "27.9%", "20.5%"}, Cells: []document.Cell{Number("181.5", big.NewRat(1815, 10)), Number("98.2", big.NewRat(982, 10)), Number("72.3", big.NewRat(723, 10))}}}},
		document.Chart{Type: "progress", Title: "年度任务完成情况", Alt: "进度图：年内完成投资68.4亿元，目标120亿元。", Categories: []string{"年内完成投资", "产值过亿元企业", "“四上”企业"},
			Series: []document.Series{
				{Name: "已完成", Rates: []string{"57.0%", "82.9%", "95.2%"}, Cells: []document.Cell{Number("68.4亿元", big.NewRat(684, 10)), Number("29家", big.NewRat(29, 1)), Number("571家", big.NewRat(571, 1))}},
				{Name: "目标", Cells: []document.Cell{Number("120亿元", big.NewRat(120, 1)), Number("35家", big.NewRat(35, 1)), Number("600家", big.NewRat(600, 1))}}},
			Elapsed: []document.Elapsed{{Part: big.NewRat(1, 2), Text: "50.0%"}, {Part: big.NewRat(1, 2), Text: "50.0%"}, {Part: big.NewRat(1, 2), Text: "50.0%"}}},
		Projects(60),
		document.Paragraph{Text: "交通项目29个，总投资52亿元。新建西外环、南外环，改造提升北外环、东外环，道路建设改造提升10多条，公园游园31处；综合服务中心建成使用，文体中心、科创中心加快建设，会展中心完成设计。"},
	}},
	{ID: "countryside", Number: "四", Title: "乡村振兴与民生保障", Blocks: []document.Block{
		document.Paragraph{Text: "全区211个村集体收入全部达到5万元，其中10万元以上的村占70%；新建改造“四好农村路”320公里，925公里农村公路实现养护保洁全覆盖，174个村完成通户道路硬化，49个村用上天然气。全国森林乡村3个、省级美丽乡村示范村3个、乡村振兴齐鲁样板村5个。"},
		document.Paragraph{Text: "12个省市贫困村摘帽退出，建档立卡贫困户1526户稳定脱贫。城乡供水一体化投入12.6亿元，建成金水河水厂等5个水厂，“五厂同供”，210个村规模化集中联网供水，受益人口20.6万人；新建幸福食堂214家。疫情零输入、零疑似、零确诊。"},
	}},
}

// Projects is a table of n rows with totals.
func Projects(n int) document.Table {
	t := document.Table{ID: "key_projects", Title: "省、市、区重点项目（示例数据）", Sample: true, Unit: "亿元",
		Columns: []document.Column{
			{ID: "name", Title: "项目名称", Key: true}, {ID: "level", Title: "级别"},
			{ID: "investment", Title: "总投资", Numeric: true, Decimals: 2}, {ID: "done", Title: "已完成", Numeric: true, Decimals: 2},
			{ID: "rate", Title: "完成率（%）", Numeric: true, Decimals: 1}},
		Note: "项目清单为示例数据，合计与新闻发布会公布数一致。"}
	names := []string{"山钢股份新旧动能转换", "莱钢绿建重型钢结构", "轨道交通S3线", "发展大道", "济莱高铁钢城站至沂源", "高铁新区基础设施建设及配套公共服务设施一期工程", "区科创中心", "区中医医院", "区养老服务中心", "大汶河全域水环境综合治理"}
	levels := []string{"省级", "市级", "区级"}
	for i := range n {
		invest := big.NewRat(int64(12345*(i+3)%9973), 100)
		done := new(big.Rat).Mul(invest, big.NewRat(int64(17+i*7%80), 100))
		rate := big.NewRat(int64(17+i*7%80), 1)
		t.Add(document.Row{Cells: []document.Cell{
			Word(fmt.Sprintf("%s（%d）", names[i%len(names)], i+1)), Word(levels[i%3]),
			Number(invest.FloatString(2), invest), Number(done.FloatString(2), done), Number(rate.FloatString(1), rate)}})
	}
	for _, total := range []struct {
		kind  document.RowKind
		label string
	}{{document.TotalRow, "合计"}, {document.PartialRow, "省级"}, {document.PartialRow, "市级"}, {document.PartialRow, "区级"}} {
		t.Add(document.Row{Kind: total.kind, Cells: []document.Cell{
			Word(total.label), Word(""), Number("352.00", big.NewRat(352, 1)), Number("181.50", big.NewRat(363, 2)), Number("51.6", big.NewRat(516, 10))}})
	}
	return t
}
