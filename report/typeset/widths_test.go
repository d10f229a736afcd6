package typeset_test

import (
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// A column of long names is wider than those of short ones, so that rows do not take many lines for its sake.
func TestLongNamesHaveTheWidth(t *testing.T) {
	table := document.Table{Title: "项目", Columns: []document.Column{{Title: "名称", Key: true}, {Title: "单位"}, {Title: "进展"}, {Title: "问题"}}}
	const rows = 9
	for range rows {
		table.Add(document.Row{Cells: []document.Cell{typesettest.Word(strings.Repeat("甲", 60)), typesettest.Word(strings.Repeat("乙", 12)),
			typesettest.Word(strings.Repeat("丙", 12)), typesettest.Word(strings.Repeat("丁", 12))}})
	}
	p := typesettest.Pages(t, withBlock(table))
	lines := 0
	for _, page := range p.Pages {
		for _, m := range page.Marks {
			if r, ok := m.(*typeset.Run); ok && strings.HasPrefix(r.Text, "甲甲") {
				lines++
			}
		}
	}
	if lines > 4*rows {
		t.Errorf("%d rows take %d lines", rows, lines)
	}
}

// The title of a narrow column is broken by sense, and before the unit, where that makes the head no higher.
func TestHeadsAreBrokenBySense(t *testing.T) {
	table := wide(7, 2)
	for k, title := range []string{"第一产业增加值", "一般公共预算收入", "规模以上工业总产值", "常住人口数（万人）", "城镇居民人均可支配收入（元）", "第三产业生产总值（亿元）"} {
		table.Columns[k+1].Title = title
	}
	all := text(typesettest.Pages(t, withBlock(table)).Pages[0])
	for _, line := range []string{"第一产业", "增加值", "一般公共预算", "收入", "规模以上", "工业总产值", "常住人口数", "（万人）", "城镇居民人均", "可支配收入", "（元）", "第三产业", "生产总值", "（亿元）"} {
		if !strings.Contains("\n"+all, "\n"+line+"\n") {
			t.Errorf("no line %q in\n%s", line, all)
		}
	}
}
