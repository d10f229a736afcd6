// Package typesettest holds what tests of pages need: the template's style, the embedded faces, a document like the
// worked example. It is for tests only.
package typesettest

import (
	"io/fs"
	"math/big"
	"testing"

	"jianbao/fonts"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/load"
	"jianbao/report/style"
	"jianbao/report/typeset"
	"jianbao/templates"
)

// Style is the style of the default template.
func Style(t testing.TB) *style.Style { return StyleOf(t, templates.Default) }

// StyleOf is the style of a template.
func StyleOf(t testing.TB, template string) *style.Style {
	t.Helper()
	files, err := fs.Sub(templates.Files, template)
	if err != nil {
		t.Fatal(err)
	}
	st, _, findings := load.Style(files, fonts.Names())
	for _, f := range findings {
		t.Fatalf("%s:%d: %s", f.Place.File, f.Place.Line, f.Message.In(diag.EN))
	}
	return &st
}

// Faces are the embedded faces.
func Faces(t testing.TB) typeset.Faces {
	t.Helper()
	faces := typeset.Faces{}
	for _, name := range fonts.Names() {
		f, err := fonts.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		faces[name] = f
	}
	return faces
}

// Pages lays a document out with the default style.
func Pages(t testing.TB, doc *document.Document) *typeset.Pages {
	t.Helper()
	return PagesIn(t, doc, Style(t))
}

// PagesIn lays a document out with a style.
func PagesIn(t testing.TB, doc *document.Document, st *style.Style) *typeset.Pages {
	t.Helper()
	p, err := typeset.Layout(doc, st, Faces(t))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Paragraphs is a document of nothing but paragraphs.
func Paragraphs(texts ...string) *document.Document {
	s := document.Section{Number: "一", Title: "正文"}
	for _, t := range texts {
		s.Blocks = append(s.Blocks, document.Paragraph{Text: t})
	}
	return &document.Document{Title: "简报", Sections: []document.Section{s}}
}

// Briefing is a document with prose, tables, charts of each type and an annex.
func Briefing() *document.Document {
	return &document.Document{
		Title: "钢城区高质量发展情况简报", District: "济南市钢城区", Issuer: "钢城区统计局",
		Period: "2021年上半年", Published: dataset.Date{Year: 2021, Month: 8, Day: 27}, Sample: true,
		Sections: sections,
		Checks: document.Checks{
			Consistent: 28, Inconsistent: 1, Unchecked: 2,
			Lines: document.HeldLines{
				{ID: "project_invest.formula", Kind: "合计", Subject: "重点项目总投资（2021年上半年）", Verdict: diag.Inconsistent, Reported: "352亿元", Derived: "[350.19, 350.21]亿元"},
				{ID: "a.yoy", Kind: "同比", Subject: "优良率（2020年）", Verdict: diag.Unchecked, Reported: "提高20个百分点", Reason: "缺2019年数值"},
				{ID: "rich.share", Kind: "占比", Subject: "集体收入10万元以上的村", Verdict: diag.Unchecked, Reported: "70%", Reason: "缺分子"},
			},
			Derived: []document.DerivedLine{
				{Name: "空气质量综合指数（2019年）", Interval: "[6.55, 6.58]", From: "由2020年数值与同比推算"},
				{Name: "优良率（2019年）", Interval: "[49.4%, 50.4%]", From: "由2020年数值与同比推算"},
			},
		},
		Sources: []document.Source{{Title: "钢城区专场新闻发布会", Date: "2021年8月27日", URL: "https://www.example.gov.cn/2021/8/27/news_conference_gangcheng.html"}},
		Notes:   []string{"“…”表示不足计量单位最小单位的数；“-”表示没有该项数据。", "部分数据因四舍五入，总计与分项合计略有差异。"},
	}
}

// Number is a cell with a number.
func Number(text string, n *big.Rat) document.Cell { return document.Cell{Text: text, Number: n} }

// Word is a cell with a text.
func Word(text string) document.Cell { return document.Cell{Text: text} }
