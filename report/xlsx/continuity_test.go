package xlsx

import (
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/document"
)

func TestExceptionsAndRevisionsStandBelowTheChecks(t *testing.T) {
	doc := exampleDocument()
	doc.Checks.Exceptions = []document.ExceptionLine{{Check: "all.formula", What: "相差0.18亿元", Reason: "含补缴税款", Until: "2021年12月31日"}}
	doc.Checks.Revisions = []document.RevisionLine{{Name: "税收（2020年）", Old: "9.4亿元", New: "9.2亿元", Note: "上期为初步数"}}
	book, _ := written(t, doc)
	var seen []string
	eachCell(t, opened(t, book), checksName, func(_, value, _ string, _ *excelize.Style) { seen = append(seen, value) })
	want := []string{
		"采用的例外", "核对", "情况", "理由", "有效期至", "all.formula", "相差0.18亿元", "含补缴税款", "2021年12月31日",
		"对上期数据的修订", "指标", "上期", "本期", "说明", "税收（2020年）", "9.4亿元", "9.2亿元", "上期为初步数",
	}
	if len(seen) < len(want) || !slices.Equal(seen[len(seen)-len(want):], want) {
		t.Errorf("the sheet ends with %q", seen[max(0, len(seen)-len(want)):])
	}
}
