package diag

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/width"
)

func render(t *testing.T, source string, x Finding) string {
	t.Helper()
	var b bytes.Buffer
	run := &Run{Files: []File{{Name: "d.yaml", Findings: []Finding{x}}}}
	err := WriteText(&b, run, EN, func(file string, n int) (string, bool) { return source, file == "d.yaml" && n == x.Place.Line })
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// screen is how many columns of a terminal a line takes.
func screen(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

func TestMarkStandsUnderTheFigure(t *testing.T) {
	for _, source := range []string{
		"value: 352亿元",
		"- {id: x, name: 重点项目总投资, value: 352亿元, formula: a}",
		"名称：（全角）352亿元",
		strings.Repeat("很长的一行，", 40) + "352亿元" + strings.Repeat("，还有很多", 40),
	} {
		column := len([]rune(source[:strings.Index(source, "352")])) + 1
		out := render(t, source, Finding{Code: TotalMismatch, Severity: Error, Message: Say("", "m"),
			Place: Place{File: "d.yaml", Line: 7, Column: column, EndColumn: column + 5}})
		lines := strings.Split(out, "\n")
		figure, _, _ := strings.Cut(lines[1], "352")
		blank, mark, _ := strings.Cut(lines[2], "^")
		if screen(figure) != screen(blank) {
			t.Errorf("mark %d columns in, figure %d columns in:\n%s\n%s", screen(blank), screen(figure), lines[1], lines[2])
		}
		if got := 1 + strings.Count(mark, "^"); got != screen("352亿元") {
			t.Errorf("mark is %d columns wide, want %d", got, screen("352亿元"))
		}
		if screen(lines[1]) > 140 {
			t.Errorf("line of %d columns is not cut", screen(lines[1]))
		}
	}
}

func TestControlCharactersDoNotReachTheTerminal(t *testing.T) {
	out := render(t, "name: \x1b[31m红", Finding{Code: BadYAML, Severity: Error, Message: Say("", "found \x1b]0;x"),
		Place: Place{File: "d.yaml", Line: 1, Column: 1, EndColumn: 2}})
	if strings.ContainsAny(out, "\x1b\x07") {
		t.Errorf("an escape reached the terminal: %q", out)
	}
}

func TestTextInsideTextIsPrintedInTheLanguageOfTheWhole(t *testing.T) {
	inner := Say("表", "table")
	outer := Say("没有%s %d", "no %s %d", inner, 3)
	if got := outer.In(ZH); got != "没有表 3" {
		t.Errorf("zh: %s", got)
	}
	if got := outer.In(EN); got != "no table 3" {
		t.Errorf("en: %s", got)
	}
}

func TestNearestWord(t *testing.T) {
	known := []string{"value", "name", "unit", "period", "observations", "完成率"}
	for word, want := range map[string]string{
		"valeu": "value", "nmae": "name", "units": "unit", "observation": "observations", "完成": "完成率",
		"xyz": "", "v": "", "投资": "",
	} {
		if got, _ := Nearest(word, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestFindingsAreSortedWithTheDataFileFirst(t *testing.T) {
	at := func(file string, line, column int) Finding {
		return Finding{Place: Place{File: file, Line: line, Column: column}}
	}
	list := []Finding{at("a.csv", 1, 1), at("d.yaml", 9, 3), at("d.yaml", 9, 1), at("d.yaml", 2, 7)}
	Sort("d.yaml", list)
	var got []string
	for _, f := range list {
		got = append(got, position(f.Place))
	}
	if want := "d.yaml:2:7 d.yaml:9:1 d.yaml:9:3 a.csv:1:1"; strings.Join(got, " ") != want {
		t.Errorf("got %v", got)
	}
}
