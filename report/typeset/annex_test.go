package typeset_test

import (
	"strings"
	"testing"

	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// annexed is a document all of whose annex has something to say.
func annexed() *document.Document {
	doc := typesettest.Paragraphs("全区经济运行总体平稳。")
	doc.Checks = document.Checks{Consistent: 7, Inconsistent: 1, Unchecked: 2,
		Lines: document.HeldLines{
			{Subject: "总投资", Kind: "合计", Reported: "352亿元", Derived: "[350.19, 350.21]亿元", Verdict: diag.Inconsistent},
			{Subject: "优良率", Kind: "同比", Reported: "16个百分点", Verdict: diag.Unchecked, Reason: "上年同期数没有给出"},
			{Subject: "行政村", Kind: "合计", Reported: "211个", Derived: "211个", Verdict: diag.Consistent}},
		Derived:    []document.DerivedLine{{Name: "优良率（2020年上半年）", Interval: "63%～64.2%", From: "按提高16个百分点推算"}},
		Exceptions: []document.ExceptionLine{{Check: "all.formula", What: "相差0.18亿元", Reason: "含补缴税款", Until: "2021年12月31日"}},
		Revisions:  []document.RevisionLine{{Name: "税收（2020年）", Old: "9.4亿元", New: "9.2亿元", Note: "初步数修订"}}}
	doc.Sources = []document.Source{{Title: "新闻发布会", Date: "2021年8月27日"}}
	doc.Notes = []string{"“-”表示没有该项数据。"}
	return doc
}

// The annex tells the state of the checks, what is open, what follows, what was let pass and why, what was revised.
func TestAnnexTellsTheStateOfTheData(t *testing.T) {
	for name, st := range both(t) {
		p := typesettest.PagesIn(t, annexed(), st)
		checkMargins(t, p, st)
		all := strings.Join(texts(p), "\n")
		for _, want := range []string{
			"共核对10项：一致7项，不一致1项，未核对2项", "总投资 合计 352亿元 [350.19, 350.21]亿元 不一致", "优良率 同比 16个百分点  未核对：上年同期数没有给出",
			"优良率（2020年上半年） 63%～64.2% 按提高16个百分点推算", "all.formula 相差0.18亿元 含补缴税款 2021年12月31日",
			"税收（2020年） 9.4亿元 9.2亿元 初步数修订", "新闻发布会，2021年8月27日", "“-”表示没有该项数据。",
		} {
			if !strings.Contains(all, want) {
				t.Errorf("%s: %q is not in\n%s", name, want, all)
			}
		}
		if strings.Contains(all, "行政村") {
			t.Errorf("%s: a check that holds is listed", name)
		}
		if st.Official != nil && !strings.Contains(all, "（三）说明") {
			t.Errorf("the parts of the annex are not numbered: %s", all)
		}
	}
}

// What there is nothing to say of is left out, the whole annex too.
func TestAnnexIsSilentAboutNothing(t *testing.T) {
	doc := annexed()
	doc.Checks.Exceptions, doc.Checks.Revisions, doc.Checks.Derived = nil, nil, nil
	all := strings.Join(texts(typesettest.Pages(t, doc)), "\n")
	for _, never := range []string{"例外", "修订", "推算的数值"} {
		if strings.Contains(all, never) {
			t.Errorf("%q is in\n%s", never, all)
		}
	}
	bare := typesettest.Paragraphs("全区经济运行总体平稳。")
	if all := strings.Join(texts(typesettest.Pages(t, bare)), "\n"); strings.Contains(all, "附") {
		t.Errorf("an annex without anything in it: %s", all)
	}
}

// texts is what the elements say, a row's cells on one line.
func texts(p *typeset.Pages) []string {
	var out []string
	row := -1
	for i, s := range said(p) {
		switch e := p.Elements[i]; {
		case e.Role != typeset.RoleTD && e.Role != typeset.RoleTH:
			out = append(out, s)
		case e.Parent == row:
			out[len(out)-1] += " " + s
		default:
			row = e.Parent
			out = append(out, s)
		}
	}
	return out
}
