package load

import (
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// under is what the source shows at a node's place.
func under(s *source, n *yaml.Node) string {
	p := s.place(n)
	line := []rune(s.line(p.Line))
	return string(line[p.Column-1 : min(p.EndColumn-1, len(line))])
}

func TestPlaceCoversTheTextAsWritten(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"键: 值", "值"},
		{"键: 12.6亿元 # 注", "12.6亿元"},
		{`键: "12.6亿元"`, "12.6亿元"},
		{`键: '它''的'`, "它''的"},
		{`键: "a\u4e2d\tb"`, `a\u4e2d\tb`},
		{`{甲: 一, 键: "二"}`, "二"},
		{`{甲: 一, 键: 二}`, "二"},
		{"键: &x 值 一", "值 一"},
		{"键: !!str 值", "值"},
		{"键: 一 二\n  三", "一 二"},
		{"键: \"一\n  二\"", "一"},
		{"键: |\n  一二\n  三", "一二"},
		{"键: >-\n    一\n    二\n", "一"},
		{"键: [一]", "["},
		{"键:\n  甲: 乙", "甲"},
		{"键: &a\n\n  值", "值"},
		{"甲: 乙\r\n键: 值\r\n", "值"},
		{"\U00020BB7: 1\n\U00020BB7键: \U00020BB7值\n键: \U00020BB7值", "\U00020BB7值"},
		{"甲: " + strings.Repeat("长", 5000) + "\n键: [" + strings.Repeat("长, ", 3000) + "]", "["},
	} {
		root, err := parseYAML(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		s := newSource("d", c.text)
		for i := 0; i+1 < len(root.Content); i += 2 {
			if root.Content[i].Value == "键" {
				if got := under(s, root.Content[i+1]); got != c.want {
					t.Errorf("%q: the place covers %q, want %q", c.text, got, c.want)
				}
			}
		}
	}
}

// Every character of a value must be found where the source shows it, or an
// escape or line end that stands for it.
func TestLocateFindsEveryCharacter(t *testing.T) {
	for _, text := range []string{
		"k: 甲乙 c", "k: '它''s 甲'", `k: "a\"b甲\\c"`, "k: a\n  b\n\n  c 甲\n", "k: \"a\n  b\n\n\n  c\"", "k: |\n  甲\n\n    乙\n  c\n",
		"k: |2\n    甲\n   乙\n", "k: >\n  甲\n  乙\n\n  c\n", "k: |-\n\n  甲\n", "k: \"a\\\n   b\"", "k: |+\n  甲\n\n\n", "k: >\n  a\n    b\n  c\n", "- - |\n   甲\n", "k: \"甲 \n  乙\"",
	} {
		root, err := parseYAML(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		n := root.Content[len(root.Content)-1]
		for n.Kind != yaml.ScalarNode {
			n = n.Content[0]
		}
		s := newSource("d", text)
		at := s.locate(n)
		value := []rune(n.Value)
		if len(at) != len(value)+1 {
			t.Errorf("%q: %d places for %d characters", text, len(at), len(value))
			continue
		}
		for i, c := range value {
			rest := []rune(s.from(at[i].line, at[i].column))
			atEnd := len(strings.TrimSpace(string(rest))) == 0
			if c == '\n' || c == ' ' && atEnd {
				if !atEnd {
					t.Errorf("%q: line end %d stands at %v before %q", text, i, at[i], string(rest))
				}
				continue
			}
			if atEnd || rest[0] != c && rest[0] != '\\' {
				t.Errorf("%q: %q (%d) is looked for at %v, where %q stands", text, c, i, at[i], string(rest))
			}
		}
	}
}

// The short way to a scalar's place leads where the long one does.
func TestShortWayToAPlace(t *testing.T) {
	short := 0
	for _, written := range []string{
		`甲 乙`, `"甲 乙"`, `'甲 乙'`, `""`, `''`, `! ""`, `!!str "甲"`, `&a "甲"`, `&a 甲`, `"甲\n"`, `"甲\\"`, `"甲\""`, `'甲'''`, `''''`, `" 甲 "`, `'甲"'`,
		"\"甲\n  乙\"", "甲\n  乙", "\"甲\\\n  乙\"", `"\u7532"`, `~`, "",
	} {
		text := "k: " + written
		root, err := parseYAML(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		n, s := root.Content[1], newSource("d", text)
		if p, ok := s.plainPlace(n); ok {
			short++
			if long := s.within(n, 0, utf8.RuneCountInString(n.Value)); p != long {
				t.Errorf("%q: %v, by the long way %v", text, p, long)
			}
		}
	}
	if short < 7 {
		t.Errorf("only %d went the short way", short)
	}
}

func TestProseLines(t *testing.T) {
	ds := sound(t, section+"    text: |\n      全区有{{fig \"a\"}}。\n\n        缩进\n      末行\n", nil)
	p := ds.Sections[0].Text
	want := [][3]int{{10, 7, 22}, {11, 1, 2}, {12, 7, 11}, {13, 7, 9}}
	if len(p.Lines) != len(want) {
		t.Fatalf("%d lines, want %d", len(p.Lines), len(want))
	}
	for i, l := range p.Lines {
		if got := [3]int{l.Line, l.Column, l.EndColumn}; got != want[i] {
			t.Errorf("line %d stands at %v, want %v", i, got, want[i])
		}
	}
}

func TestByteOrderMarkCountsForNothing(t *testing.T) {
	_, findings := read("\ufeffversion: 2\n", nil)
	expect(t, findings, "1:10-11 JB116")
}
