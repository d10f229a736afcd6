package compose_test

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/report/document"
)

// chartsOf are the charts of a document, each as text: its type and caption, its categories, and its series with their
// figures and rates.
func chartsOf(doc *document.Document) string {
	var b strings.Builder
	for _, s := range doc.Sections {
		for _, block := range s.Blocks {
			c, ok := block.(document.Chart)
			if !ok {
				continue
			}
			fmt.Fprintf(&b, "%s %s: %s", c.Type, c.Caption(), strings.Join(c.Categories, " "))
			if c.Own != "" {
				fmt.Fprintf(&b, " [%s]", c.Own)
			}
			b.WriteString("\n")
			for _, s := range c.Series {
				fmt.Fprintf(&b, "  %s", s.Name)
				if s.Earlier {
					b.WriteString(" (earlier)")
				}
				b.WriteString(":")
				for i, cell := range s.Cells {
					fmt.Fprintf(&b, " %q", cell.Text)
					if s.Rates != nil {
						fmt.Fprintf(&b, "=%s", s.Rates[i])
					}
				}
				b.WriteString("\n")
			}
			for _, e := range c.Elapsed {
				fmt.Fprintf(&b, "  elapsed %s\n", e.Text)
			}
			if c.Note != "" {
				fmt.Fprintf(&b, "  note %s\n", c.Note)
			}
		}
	}
	return b.String()
}

const chartFigures = `    indicators:
      - {id: gdp, name: 生产总值, observations: [{period: 2020-H1, value: 180.25亿元}, {period: 2021-H1, value: 突破200亿元}]}
      - {id: tax, name: 税收, observations: [{period: 2020-H1, value: 98700万元}, {period: 2021-H1, value: 11.52亿元}]}
      - {id: good, name: 优良率, observations: [{period: 2020-H1, value: 63.6%}, {period: 2021-H1, value: 79.6%}]}
      - {id: power, name: 用电量, observations: [{period: 2020-Q1, value: 3.2亿千瓦时}, {period: 2020-Q2, value: 3.5亿千瓦时}, {period: 2021-Q1, value: 3.6亿千瓦时}, {period: 2021-Q2, value: 4亿千瓦时}]}
      - {id: old, name: 旧数, observations: [{period: 2019, value: 5亿元}, {period: 2020, value: …}, {period: 2021, value: 6亿元, status: target}]}
      - {id: dust, name: 降尘, better: lower, value: 3.1吨}
      - {id: soot, name: 烟尘, better: lower, value: 2.8吨}
      - {id: placed, name: 考核, observations: [{period: 2020, rank: 1}]}
      - {id: villages, name: 行政村, value: 10个}
      - {id: roads, name: 通路村, value: 8个, of: villages}
      - {id: gas, name: 通气村, value: 5个, of: villages}
      - {id: north, name: 北片村, value: 4个, of: villages}
      - {id: south, name: 南片村, value: 6个, of: villages}
      - {id: rich, name: 富裕村, of: villages, share: 70%}
      - {id: invest, name: 投资, observations: [{period: 2021-H1, value: 68.4亿元}, {period: 2021, value: 120亿元, status: target}]}
      - {id: firms, name: 企业, observations: [{period: 2021, value: 35家, status: target}]}
      - {id: third, name: 三分之一, value: 1万人}
      - {id: again, name: 又三分之一, value: 1万人}
      - {id: last, name: 末三分之一, value: 1万人}
      - {id: none, name: 没有, value: 0万人}
    tables:
      - id: areas
        title: 各区
        sample: true
        columns:
          - {id: name, title: 区, key: true}
          - {id: output, title: 产值, unit: 亿元, decimals: 1}
          - {id: plan, title: 计划, unit: 亿元, decimals: 1}
          - {id: people, title: 人口, unit: 万人, decimals: 1}
        rows: [[甲区, 1.0, 2.0, 3.0], [测试区, 2.5, 2.0, "-"], [乙区, …, 4.0, 1.0]]
`

// What a definition draws.
func TestCharts(t *testing.T) {
	for _, c := range []struct{ name, define, want string }{
		{"this period beside a year earlier, a chart a unit", "{type: bar, title: 主要指标, of: [gdp, tax, good]}", `
bar 主要指标: 生产总值 税收
  2020年上半年 (earlier): "180.25亿元" "98700万元"
  2021年上半年: "突破200亿元" "11.52亿元"
bar 主要指标：优良率（%）: 2020年上半年 2021年上半年
  优良率: "63.6" "79.6"
`},
		{"the parts of two years side by side", "{type: bar, of: [power]}", `
bar 用电量（亿千瓦时）: 一季度 二季度
  2020年 (earlier): "3.2" "3.5"
  2021年: "3.6" "4"
`},
		{"periods, with what is a target told and what is missing kept", "{type: line, title: 旧数, of: [old]}", `
line 旧数（亿元）: 2019年 2020年 2021年
  旧数: "5" "…" "6（目标）"
`},
		{"a rank is no length", "{type: bar, title: 考核, of: [placed, dust]}", `
bar 考核：降尘（吨）: 2021年上半年
  降尘: "3.1"
`},
		{"the best first, lower being better", "{type: ranking, title: 空气, of: [dust, soot]}", `
ranking 空气（2021年上半年，吨）: 烟尘 降尘
  数值: "2.8" "3.1"
`},
		{"results against targets and the calendar", "{type: progress, title: 进度, of: [invest, firms]}", `
progress 进度（2021年上半年）: 投资 企业
  完成: "68.4亿元"=57.0% ""=
  目标: "120亿元" "35家"
  elapsed 50.0%
  elapsed 
`},
		{"parts that make up their whole", "{type: share, title: 分片, of: [north, south]}", `
share 分片（2021年上半年，个）: 北片村 南片村
  数值: "4"=40.0% "6"=60.0%
`},
		{"parts that overlap stand each against the whole", "{type: share, title: 设施, of: [roads, gas]}", `
parts 设施（2021年上半年，个）: 通路村 通气村
  数值: "8"=80.0% "5"=50.0%
  行政村: "10" "10"
`},
		{"a published share", "{type: share, title: 富裕, of: [rich]}", `
parts 富裕（2021年上半年，%）: 富裕村
  数值: "70"=70%
  行政村: "100"
`},
		{"shares that do not add up", "{type: share, title: 人口, of: [third, again, last]}", `
share 人口（2021年上半年，万人）: 三分之一 又三分之一 末三分之一
  数值: "1"=33.3% "1"=33.3% "1"=33.3%
  note 因四舍五入，各项占比之和不等于100%。
`},
		{"nothing to divide", "{type: share, title: 没有, of: [none]}", `
bar 没有（2021年上半年，万人）: 没有
  数值: "0"
`},
		{"a table's columns, the district's own row, sample data", "{type: ranking, title: 排名, table: areas, values: [output, people]}", `
ranking 排名：产值（示例数据，亿元）: 测试区 甲区 乙区 [测试区]
  产值: "2.5" "1.0" "…"
ranking 排名：人口（示例数据，万人）: 甲区 乙区 测试区 [测试区]
  人口: "3.0" "1.0" "-"
`},
		{"a table's results and plans", "{type: progress, table: areas, values: [output, plan]}", `
progress 各区：产值、计划（示例数据）: 甲区 测试区 乙区 [测试区]
  产值: "1.0亿元"=50.0% "2.5亿元"=125.0% "…"=
  计划: "2.0亿元" "2.0亿元" "4.0亿元"
`},
		{"nothing but missing figures", "{type: bar, of: [placed]}", "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := from(t, chartFigures+"    charts: ["+c.define+"]\n")
			if got := "\n" + chartsOf(doc); got != c.want {
				t.Errorf("got %s\nwant %s", got, c.want)
			}
		})
	}
}

// A chart holds what can be read: the first rows and the district's own, the last periods, and says what is left out.
func TestChartsHoldWhatCanBeRead(t *testing.T) {
	var b strings.Builder
	b.WriteString("    indicators:\n      - {id: m, name: 逐月, observations: [")
	for i := range 60 {
		fmt.Fprintf(&b, "{period: %d-%02d, value: %d亿元}, ", 2016+i/12, 1+i%12, i+1)
	}
	b.WriteString("]}\n    tables:\n      - {id: t, title: 表, columns: [{id: name, title: 名, key: true}, {id: v, title: 值, unit: 亿元}, {id: w, title: 另值, unit: 亿元}], rows: [")
	for i := range 60 {
		fmt.Fprintf(&b, "[第%d, %d, 1], ", i+1, 100-i)
	}
	b.WriteString("[测试区, 1, 1]]}\n")
	b.WriteString("    charts: [{type: bar, title: 月, of: [m]}, {type: line, title: 线, of: [m]}, {type: ranking, title: 名, table: t, values: [v]}, {type: bar, title: 两列, table: t, values: [v, w]}]\n")
	doc, _ := from(t, b.String())
	var got []string
	for _, block := range doc.Sections[0].Blocks {
		if c, ok := block.(document.Chart); ok {
			got = append(got, fmt.Sprintf("%d %s %s %s", len(c.Categories), c.Categories[0], c.Categories[len(c.Categories)-1], c.Note))
		}
	}
	want := []string{
		"40 2017年9月 2020年12月 共60期，图中为最近40期，其余见表。",
		"60 2016年1月 2020年12月 ",
		"41 第1 测试区 共61项，图中为前40项和测试区，其余见表。",
		"31 第1 测试区 共61项，图中为前30项和测试区，其余见表。",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// The words for a chart: as given, else its type, title, period, and every figure as published.
func TestWordsForCharts(t *testing.T) {
	for define, want := range map[string]string{
		"{type: bar, of: [gdp], alt: 生产总值过二百亿。}":                    "生产总值过二百亿。",
		"{type: line, title: 旧数, of: [old]}":                        "折线图：旧数。旧数：2019年5亿元，2020年不足最小单位，2021年6亿元（目标）。",
		"{type: ranking, title: 名, table: areas, values: [output]}": "排名图：名（示例数据）。产值：测试区（本地区）2.5亿元，甲区1.0亿元，乙区不足最小单位。",
		"{type: progress, title: 进度, of: [invest, firms]}":          "进度图：进度（2021年上半年）。投资68.4亿元，目标120亿元，完成57.0%，时序进度50.0%；企业无数据，目标35家。",
		"{type: share, title: 分片, of: [north, south]}":              "构成图：分片（2021年上半年）。数值：北片村4个，占40.0%；南片村6个，占60.0%。",
		"{type: share, title: 设施, of: [roads, gas]}":                "占比图：设施（2021年上半年）。行政村10个，其中：通路村8个，占80.0%；通气村5个，占50.0%。",
	} {
		doc, _ := from(t, chartFigures+"    charts: ["+define+"]\n")
		for _, block := range doc.Sections[0].Blocks {
			if c, ok := block.(document.Chart); ok && c.Alt != want {
				t.Errorf("%s\n got %s\nwant %s", define, c.Alt, want)
			}
		}
	}
}
