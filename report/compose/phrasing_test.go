package compose_test

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/report/check"
	"jianbao/report/compose"
	"jianbao/report/load"
)

const phrasable = head + `    indicators: [{id: a, name: 收入, value: 12.6亿元}]
  - id: own
    title: 自写
    indicators: [{id: b, name: 支出, value: 10.1亿元}]
    text: 支出{{fig "b"}}。
  - id: other
    title: 其他
    indicators: [{id: c, name: 税收, value: 9.4亿元}]
`

// TestATemplatesTextStandsWhereTheDataGiveNone: that of the section's id before the
// one for any section, and both before a draft.
func TestATemplatesTextStandsWhereTheDataGiveNone(t *testing.T) {
	d, findings := load.Bytes("d.yaml", []byte(phrasable), nil, load.Options{})
	if len(findings) > 0 {
		t.Fatal(findings[0].Message)
	}
	phrasing := compose.ReadPhrasing([]compose.TextFile{
		{Section: "s", Name: "t/text/s.txt", Text: "{{title}}：{{fig \"a\"}}。"},
		{Section: compose.AnySection, Name: "t/text/section.txt", Text: "{{range indicators}}{{name .}}为{{fig .}}。{{end}}\n\n\n第二段"},
	})
	for name, c := range map[string]struct {
		phrasing *compose.Phrasing
		want     string
	}{
		"with texts": {phrasing, "测试：12.6亿元。|支出10.1亿元。|税收为9.4亿元。/第二段"},
		"drafts":     {nil, "2021年上半年，全区实现收入12.6亿元。|支出10.1亿元。|上半年，全区实现税收9.4亿元。"},
	} {
		texts, findings := compose.Texts(d, check.Check(d), c.phrasing)
		var got []string
		for i := range texts {
			got = append(got, strings.ReplaceAll(texts[i].String(), "\n", "/"))
		}
		if len(findings) > 0 || strings.Join(got, "|") != c.want {
			t.Errorf("%s: %s, want %s %v", name, strings.Join(got, "|"), c.want, findings)
		}
	}
}

func TestMistakesInATemplatesTextAreFoundThere(t *testing.T) {
	d, _ := load.Bytes("d.yaml", []byte(phrasable), nil, load.Options{})
	_, findings := compose.Texts(d, check.Check(d), compose.ReadPhrasing([]compose.TextFile{
		{Section: "other", Name: "t/text/other.txt", Text: "税收\n为{{fig \"d\"}}。"}}))
	if len(findings) != 1 || findings[0].Place.File != "t/text/other.txt" || findings[0].Place.Line != 2 || findings[0].Place.Column != 4 {
		t.Errorf("%v", findings)
	}
}

// TestTypedNumbersAreToldFromFilledIn: by each character, also where a magnitude is
// typed behind a figure that was filled in.
func TestTypedNumbersAreToldFromFilledIn(t *testing.T) {
	d, _ := load.Bytes("d.yaml", []byte(phrasable), nil, load.Options{})
	texts, _ := compose.Texts(d, check.Check(d), compose.ReadPhrasing([]compose.TextFile{
		{Section: "s", Name: "t.txt", Text: "收入{{fig \"a\"}}，\n    增加\n{{\"3亿元\"}}、4万户。"}}))
	digit := func(r rune) bool { return r >= '0' && r <= '9' }
	said := []rune(texts[0].String())
	if want := "收入12.6亿元，增加3亿元、4万户。"; string(said) != want {
		t.Fatalf("%s, want %s", string(said), want)
	}
	var got []string
	for i, r := range said {
		if at, ok := texts[0].Typed(i, i+1, digit); ok {
			got = append(got, fmt.Sprintf("%c@%d:%d", r, at.Line, at.Column))
		}
	}
	if want := "3@3:4 4@3:11"; strings.Join(got, " ") != want {
		t.Errorf("typed: %v, want %s", got, want)
	}
}
