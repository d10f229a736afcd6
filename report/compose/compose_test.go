package compose_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianbao/report/check"
	"jianbao/report/compose"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/internal/golden"
	"jianbao/report/load"
)

// composed loads, checks and composes a data file that must load without
// findings.
func composed(t *testing.T, path string) *document.Document {
	t.Helper()
	d, findings := load.File(path, load.Options{})
	if len(findings) > 0 {
		t.Fatalf("%s: %s", path, findings[0].Message.In(diag.EN))
	}
	doc, findings := made(d)
	if len(findings) > 0 {
		t.Fatalf("%s: %s", path, findings[0].Message.In(diag.EN))
	}
	return doc
}

// made is the document of a dataset, with what was found in its texts.
func made(d *dataset.Dataset) (*document.Document, []diag.Finding) {
	r := check.Check(d)
	texts, findings := compose.Texts(d, r, nil)
	return compose.Compose(d, r, texts), findings
}

func TestWorkedExampleSaysWhatWasPublished(t *testing.T) {
	doc := composed(t, "../../testdata/gangcheng/gangcheng-2021.yaml")
	golden.Check(t, "../../testdata/golden/gangcheng-2021.document.txt", []byte(dump(doc)))
}

// dump is a document as text, a cell with its number, unit and whether it is
// computed live.
func dump(doc *document.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s %s %s %s\n", doc.Title, doc.District, doc.Issuer, doc.Period, doc.DateText())
	for _, k := range doc.KeyFigures {
		fmt.Fprintf(&b, "* %s | %s | %s | %s\n", k.Name, k.Period, k.Text, k.Change)
	}
	for _, s := range doc.Sections {
		fmt.Fprintf(&b, "\n# %s、%s\n", s.Number, s.Title)
		for _, block := range s.Blocks {
			switch block := block.(type) {
			case document.Paragraph:
				fmt.Fprintf(&b, "\n%s\n", block.Text)
			case document.Table:
				dumpTable(&b, block)
			case document.Chart:
				fmt.Fprintf(&b, "\n[%s] %s\n", block.Type, block.Alt)
			}
		}
	}
	fmt.Fprintf(&b, "\n# checks %d/%d/%d\n", doc.Checks.Consistent, doc.Checks.Inconsistent, doc.Checks.Unchecked)
	for n := range doc.Checks.Len() {
		c := doc.Checks.Lines.Line(n)
		fmt.Fprintf(&b, "%s | %s | %s | %s | %s | %s | %s\n", c.ID, c.Kind, c.Subject, c.Reported, c.Derived, c.Verdict, c.Reason)
	}
	for _, d := range doc.Checks.Derived {
		fmt.Fprintf(&b, "%s = %s, %s\n", d.Name, d.Interval, d.From)
	}
	for _, s := range doc.Sources {
		fmt.Fprintf(&b, "%s | %s | %s\n", s.Title, s.Date, s.URL)
	}
	for _, n := range doc.Notes {
		fmt.Fprintln(&b, n)
	}
	return b.String()
}

func dumpTable(b *strings.Builder, t document.Table) {
	fmt.Fprintf(b, "\n%s", t.Title)
	if t.Unit != "" {
		fmt.Fprintf(b, " 单位：%s", t.Unit)
	}
	b.WriteByte('\n')
	for _, c := range t.Columns {
		fmt.Fprintf(b, "| %s ", c.Title)
		if c.Shared != "" {
			fmt.Fprintf(b, "(%s) ", c.Shared)
		}
	}
	b.WriteByte('\n')
	for _, r := range append(t.First(t.Len()), t.Totals...) {
		b.WriteString(strings.Repeat("  ", r.Depth))
		for _, c := range r.Cells {
			fmt.Fprintf(b, "| %s ", c.Text)
			if c.Formula != nil {
				b.WriteString("= ")
			}
		}
		b.WriteByte('\n')
	}
	if t.Note != "" || t.Source != "" {
		fmt.Fprintf(b, "%s %s\n", t.Note, t.Source)
	}
}

const head = `version: 1
district: {name: 测试区}
title: 测试
period: 2021-H1
published: 2021-08-27
sections:
  - id: s
    title: 测试
`

// from composes a data file given as text below head.
func from(t *testing.T, body string) (*document.Document, []diag.Finding) {
	t.Helper()
	d, findings := load.Bytes("d.yaml", []byte(head+body), nil, load.Options{})
	if d == nil || len(findings) > 0 {
		t.Fatalf("does not load: %v", findings)
	}
	return made(d)
}

// paragraphsOf are the words of the first section.
func paragraphsOf(doc *document.Document) string {
	var all []string
	for _, block := range doc.Sections[0].Blocks {
		if p, ok := block.(document.Paragraph); ok {
			all = append(all, p.Text)
		}
	}
	return strings.Join(all, "\n")
}

func TestTextsAreFilledWithFigures(t *testing.T) {
	const data = `    indicators:
      - {id: revenue, name: 收入, value: 突破1200亿元}
      - {id: lists, name: 清单, value: 3张, names: [需求, 问题, 帮扶]}
      - {id: villages, name: 村, value: 211个}
      - {id: rich, name: 富裕村, of: villages, share: 达到70%}
      - id: air
        name: 空气指数
        better: lower
        observations: [{period: 2020, value: 4.89, yoy: 改善25.5%}, {period: 2021-H1, value: 4.40, yoy: -13.9%, rank: 12}]
      - {id: good, name: 优良率, value: 79.6%, yoy: +16pp}
      - {id: mean, name: 平均, unit: 亿元, formula: revenue / 3, decimals: 1}
    tables:
      - id: t
        title: 项目
        columns: [{id: name, title: 名称}, {id: level, title: 级别}, {id: invest, title: 投资, unit: 亿元, decimals: 2}]
        rows: [[甲, 省级, 1.50], [乙, 市级, 2.25], [丙, 省级, -]]
    text: |
      TEXT
`
	for text, want := range map[string]string{
		`收入{{fig "revenue"}}`:                                    "收入突破1200亿元",
		`{{names "lists"}}{{fig "lists"}}`:                       "需求、问题、帮扶3张",
		`占{{fig "rich"}}`:                                        "占达到70%",
		`{{fig "air"}}，{{fig "air" "2020"}}`:                     "4.40，4.89",
		`{{change "air"}}`:                                       "改善13.9%",
		`{{change "air" "2020"}}`:                                "改善25.5%",
		`{{change "good"}}`:                                      "提高16个百分点",
		`{{rank "air"}}`:                                         "第十二位",
		`{{period}}，{{period "air"}}`:                            "2021年上半年，2021年上半年",
		`{{count "t"}}个，{{count "t" "level" "省级"}}个`:             "3个，2个",
		`{{sum "t" "invest"}}，{{sum "t" "invest" "level" "省级"}}`: "3.75亿元，1.5亿元",
		`{{if eq (fig "villages") "211个"}}全部{{else}}部分{{end}}`:   "全部",
		`{{$v := fig "villages"}}{{$v}}，{{$v}}`:                  "211个，211个",
		`甲

      乙`: "甲\n乙",
	} {
		doc, findings := from(t, strings.Replace(data, "TEXT", text, 1))
		if len(findings) > 0 {
			t.Errorf("%s: %s", text, findings[0].Message.In(diag.EN))
			continue
		}
		if got := paragraphsOf(doc); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestEveryMistakeOfATextIsFoundAtItsPlace(t *testing.T) {
	_, findings := from(t, `    indicators:
      - {id: tax, name: 税收, value: 9亿元}
    text: |
      税收{{fig "taks"}}，{{fig "tax" "2019"}}，
      {{change "tax"}}{{if eq 1 1}}{{fig}}{{end}}
      {{printf "%900000d" 1}}{{template "x"}}
`)
	var got []string
	for _, f := range findings {
		got = append(got, fmt.Sprintf("%d:%d", f.Place.Line, f.Place.Column))
	}
	// Lines 12 to 14; columns count characters.
	want := []string{"12:11", "12:26", "13:9", "13:38", "14:9", "14:41"}
	if !slices.Equal(got, want) {
		t.Errorf("findings at %v, want %v", got, want)
		for _, f := range findings {
			t.Log(f.Message.In(diag.EN))
		}
	}
}

func TestATextCannotRunAway(t *testing.T) {
	for _, text := range []string{
		`{{range 9999999999}}{{end}}`,
		`{{define "a"}}{{template "a"}}{{end}}{{template "a"}}`,
		`{{printf "%999999999d" 1}}`,
		`{{html "a"}}`,
		`{{call fig}}`,
		`{{.Env}}`,
		`{{unclosed`,
	} {
		if _, findings := from(t, "    indicators: [{id: a, name: 甲, value: 1}]\n    text: '"+text+"'\n"); len(findings) == 0 {
			t.Errorf("%s is let through", text)
		}
	}
}

func TestSignsAreExplainedOnlyWhereTheyStand(t *testing.T) {
	const table = `    tables:
      - {id: t, title: 表, columns: [{id: n, title: 名称}, {id: v, title: 数, unit: 个}], rows: [[甲, %s], [乙, 1]]}
`
	for cell, want := range map[string]string{"2": "", `"…"`: "“…”", "'-'": "“-”", `""`: "空格"} {
		doc, _ := from(t, fmt.Sprintf(table, cell))
		notes := strings.Join(doc.Notes, "")
		if (want == "") != (notes == "") || !strings.Contains(notes, want) {
			t.Errorf("with %s the notes are %q", cell, notes)
		}
	}
}
