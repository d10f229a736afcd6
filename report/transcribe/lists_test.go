package transcribe_test

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/load"
)

// TestListsAreTakenForWhatTheyAre shows small sheets, and what the data file says of
// them.
func TestListsAreTakenForWhatTheyAre(t *testing.T) {
	for _, c := range []struct {
		shows string
		rows  [][]any
		merge []string
		want  []string
	}{
		{"years side by side", [][]any{
			{"济南市钢城区主要指标"}, {"指标", "单位", "2019年", "2020年", "2021年上半年"}, {"地区生产总值", "亿元", 301.5, 320.25, 170}, {"常住人口", "万人", 30.1, 30.2, nil},
		}, nil, []string{"district: {name: 钢城区, parent: 济南市}", "period: 2021-H1", "{period: 2019, value: 301.5亿元}", "{period: 2021-H1, value: 170亿元}", "{period: 2020, value: 30.2万人}"}},
		{"a target and a result", [][]any{
			{"指标", "单位", "目标", "完成", "同比"}, {"固定资产投资", "亿元", 120, 66.5, -3.2},
		}, nil, []string{"value: 120亿元, status: target", "value: 66.5亿元, yoy: -3.2%"}},
		{"pairs without a head", [][]any{
			{"2021年6月情况"}, {"道路（公里）", 12.5}, {"医院（家）", 3},
		}, nil, []string{"period: 2021-06", "{id: 道路, name: 道路, value: 12.5公里}", "value: 3家"}},
		{"a gap in a list", [][]any{
			{"名称", "投资（亿元）"}, {"甲", 1.5}, {nil}, {"乙", 2.5}, {"合计", "=SUM(B2:B4)"},
		}, nil, []string{"- [甲, 1.5]", "- [乙, 2.5]", "{label: 合计, 投资: 4}"}},
		{"a total above its rows", [][]any{
			{"名称", "投资（亿元）"}, {"总计", "=SUM(B3:B4)"}, {"甲", 1.5}, {"乙", 2.5},
		}, nil, []string{"- [甲, 1.5]", "{label: 总计, 投资: 4}"}},
		{"groups by rows that head them", [][]any{
			{"项目名称", "投资（亿元）", "备注"}, {"省级项目"}, {"甲", 1.5, "在建"}, {"小计", "=SUM(B3)"}, {"区级项目"}, {"乙", 2.5, "已完"}, {"丙", 1, "在建"}, {"小计", "=B6+B7"},
		}, nil, []string{"- [省级项目, 甲, 1.5, 在建]", "where: {分组: 省级项目}, 投资: 1.5", "where: {分组: 区级项目}, 投资: 3.5"}},
		{"one text for several rows", [][]any{
			{"级别", "名称", "投资（亿元）"}, {"省级", "甲", 1.5}, {nil, "乙", 2.5}, {"区级", "丙", 3},
		}, []string{"A2:A3"}, []string{"- [省级, 甲, 1.5]", "- [省级, 乙, 2.5]", "- [区级, 丙, 3]"}},
		{"two heads alike under others", [][]any{
			{"名称", "今年", nil, "去年", nil}, {nil, "户数", "产值（万元）", "户数", "产值（万元）"}, {"甲镇", 3, 20.5, 2, 18}, {"乙镇", 4, 30.5, 4, 28},
		}, []string{"A1:A2", "B1:C1", "D1:E1"}, []string{"title: 今年户数", "title: 去年产值, unit: 万元", "- [甲镇, 3, 20.5, 2, 18]"}},
		{"a part in its whole", [][]any{
			{"指标名称", "计量单位", "本期"}, {"税收收入", "亿元", "=C3+C4"}, {"其中：增值税", "亿元", 3.5}, {"　　　所得税", "亿元", 2.5},
		}, nil, []string{"formula: 增值税 + 所得税, value: 6亿元", "{id: 增值税, name: 增值税, of: 税收收入, value: 3.5亿元}", "{id: 所得税, name: 所得税, of: 税收收入"}},
		{"a row for each period of a whole", [][]any{
			{"指标名称", "报告期", "单位", "本期"}, {"税收收入", "2020年上半年", "亿元", 5.5}, {"税收收入", "2021年上半年", "亿元", 6}, {"其中：增值税", "2021年上半年", "亿元", 3.5},
		}, nil, []string{"{period: 2021-H1, value: 6亿元}", "{id: 增值税, name: 增值税, of: 税收收入,"}},
		{"a sum of another sheet's kind", [][]any{
			{"名称", "投资（亿元）"}, {"甲", 1.5}, {"乙", 2.5}, {nil}, {nil}, {"指标", "单位", "数值"}, {"总投资", "亿元", "=SUM(B2:B3)"}, {"项目", "个", "=COUNTA(A2:A3)"},
		}, nil, []string{`formula: "sum(Sheet1.投资)", value: 4亿元`, `formula: "count(Sheet1)", value: 2个`}},
		{"a rank and a hedge", [][]any{
			{"指标", "单位", "数值", "位次"}, {"营业收入", "亿元", "突破1200", 2}, {"道路", "条", "10多", nil},
		}, nil, []string{"value: 突破1200亿元, rank: 2", "value: 10多条"}},
	} {
		t.Run(c.shows, func(t *testing.T) {
			f := excelize.NewFile()
			defer f.Close()
			set(t, f, "Sheet1", 1, c.rows...)
			for _, m := range c.merge {
				from, to, _ := strings.Cut(m, ":")
				ok(t, f.MergeCell("Sheet1", from, to))
			}
			clear(values)
			computed(t, f)
			r, _ := made(t, writtenAs(t, f, "Sheet1"), false)
			text := string(load.Write(r.File))
			for _, want := range c.want {
				if !strings.Contains(text, want) {
					t.Errorf("no %s in\n%s", want, text)
				}
			}
			for _, told := range r.Remarks {
				if strings.Contains(told.Error(), "left out") {
					t.Errorf("%s", told.Error())
				}
			}
		})
	}
}
