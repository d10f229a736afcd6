package compose_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/load"
)

// tableOf is the table with an id.
func tableOf(t *testing.T, doc *document.Document, id string) document.Table {
	t.Helper()
	for _, s := range doc.Sections {
		for _, b := range s.Blocks {
			if table, ok := b.(document.Table); ok && table.ID == id {
				return table
			}
		}
	}
	t.Fatalf("there is no table %s", id)
	return document.Table{}
}

// TestANoteOnRoundingStandsOnlyWhereItIsDue: under the table whose total is not
// the sum of what is printed, after the table's own note.
func TestANoteOnRoundingStandsOnlyWhereItIsDue(t *testing.T) {
	const rows = "        columns: [{id: name, title: 名称, key: true}, {id: v, title: 值, unit: 亿元}]\n        rows: [[甲, 10.0], [乙, 10.0]]\n"
	doc, _ := from(t, "    indicators: [{id: a, name: 甲, value: 1.0亿元}]\n    tables:\n"+
		"      - id: off\n        title: 表一\n        note: 不含跨区项目\n"+rows+"        totals: [{label: 合计, v: 20.1}]\n"+
		"      - id: exact\n        title: 表二\n"+rows+"        totals: [{label: 合计, v: 20.0}]\n")
	for id, want := range map[string]string{
		"off": "不含跨区项目。部分数据因四舍五入，总计与分项合计略有差异。", "exact": "", "s": "",
	} {
		if got := tableOf(t, doc, id).Note; got != want {
			t.Errorf("%s has the note %q, want %q", id, got, want)
		}
	}
}

func TestProgressStandsBesideTheResult(t *testing.T) {
	doc, _ := from(t, "    indicators:\n      - id: invest\n        name: 投资\n        observations:\n"+
		"          - {period: 2021, value: 120亿元, status: target}\n          - {period: 2021-H1, value: 54.3亿元}\n"+
		"      - id: plan\n        name: 五年投资\n        observations:\n"+
		"          - {period: 2021..2025, value: 200亿元以上, status: target}\n          - {period: 2021-H1, value: 30亿元}\n")
	var remarks []string
	for _, row := range tableOf(t, doc, "s").Rows.(document.Held) {
		remarks = append(remarks, row.Cells[len(row.Cells)-1].Text)
	}
	want := []string{"目标", "完成年度目标的45.3%，时序进度50%", "目标", "完成2021—2025年目标的15%，时序进度10%"}
	if !slices.Equal(remarks, want) {
		t.Errorf("remarks %q, want %q", remarks, want)
	}
}

func TestExceptionsAndRevisionsAreListed(t *testing.T) {
	d, _ := load.Bytes("d.yaml", []byte("previous: p.yaml\nexceptions:\n"+
		"  - {check: all.formula, reason: 含补缴税款, until: 2021-12-31}\n"+
		"  - {check: tax.yoy, reason: 按可比口径计算, until: 2021-12-31}\n"+
		"  - {check: gdp.previous, reason: 经济普查修订, until: 2021-12-31}\n"+head+
		"    indicators:\n      - {id: all, name: 收入, value: 12.6亿元, formula: tax + 3}\n      - {id: tax, name: 税收, value: 9.2亿元, yoy: 增长3%}\n"+
		"      - {id: gdp, name: 生产总值, value: 60.2亿元}\n"),
		fstest.MapFS{"p.yaml": {Data: []byte(head + "    indicators: [{id: tax, name: 税收, value: 9.4亿元, status: preliminary}, {id: gdp, name: 生产总值, value: 60.4亿元}]\n")}}, load.Options{})
	if d == nil {
		t.Fatal("it does not load")
	}
	doc, _ := made(d)
	got := doc.Checks
	if len(got.Exceptions) != 3 || got.Exceptions[0].Check != "all.formula" || !strings.HasPrefix(got.Exceptions[0].What, "收入写的是12.6亿元") ||
		got.Exceptions[0].Until != "2021年12月31日" || got.Exceptions[1].What != "" {
		t.Errorf("exceptions: %+v", got.Exceptions)
	}
	if want := []document.RevisionLine{
		{Name: "税收（2021年上半年）", Old: "9.4亿元", New: "9.2亿元", Note: "上期为初步数"},
		{Name: "生产总值（2021年上半年）", Old: "60.4亿元", New: "60.2亿元", Note: "经济普查修订"},
	}; !slices.Equal(got.Revisions, want) {
		t.Errorf("revisions: %+v", got.Revisions)
	}
	for n := range got.Len() {
		line := got.Lines.Line(n)
		if line.ID == "all.formula" && (line.Verdict != diag.Inconsistent || line.Reason != "例外：含补缴税款") {
			t.Errorf("%+v", line)
		}
	}
}
