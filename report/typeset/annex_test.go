package typeset_test

import (
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/typeset/typesettest"
)

func TestAnnexListsExceptionsAndRevisions(t *testing.T) {
	doc := typesettest.Briefing()
	doc.Checks.Exceptions = []document.ExceptionLine{{Check: "all.formula", What: "相差0.18亿元", Reason: "含补缴税款", Until: "2021年12月31日"}}
	doc.Checks.Revisions = []document.RevisionLine{{Name: "税收（2020年）", Old: "9.4亿元", New: "9.2亿元"}}
	pages := typesettest.Pages(t, doc)
	checkInside(t, pages)
	var all strings.Builder
	for _, p := range pages.Pages {
		all.WriteString(text(p))
	}
	for _, want := range []string{"采用的例外", "all.formula", "含补缴税款", "对上期数据的修订", "税收（2020年）", "9.2亿元"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("%q is not in the annex", want)
		}
	}
}
