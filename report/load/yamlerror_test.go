package load

import (
	"strings"
	"testing"
)

func TestYAMLErrorsInPlainWords(t *testing.T) {
	const before = "version: 1\n"
	for _, c := range []struct{ text, want string }{
		{"x:\n\ty: 1\n", "3:1-2 JB101|Tab"},
		{"x: 1\n\ty: 1\n", "3:1-2 JB101|Tab"},
		{"value:33\nb: 1\n", "2:6-7 JB101|空格|→ :"},
		{"value:33\n", "2:6-7 JB101|空格"},
		{"title：甲\nb: 1\n", "2:6-7 JB101|全角冒号"},
		{"x:\n  - name：甲\n    id: a\n", "3:9-10 JB101|全角冒号"},
		{"title: \"甲\nb: 1\nc: 2\n", "2:8-9 JB101|引号"},
		{"title: '甲\nb: 1\n", "2:8-9 JB101|引号"},
		{"x:\n  - {id: a，name: b}\n", "3:11-12 JB101|半角"},
		{"x: [1, 2\ny: 3\nz: 4\n", "2:4-5 JB101|括号"},
		{"x: {a: 1\n", "2:4-5 JB101|括号"},
		{"x:\n  - {a: 1, b: {c: 2}\n  - {a: 2}\n", "3:5-6 JB101|括号"},
		{"x:\n  - a: 1\n   b: 2\n", "4:4-8 JB101|缩进"},
		{"x:\n  b: 1\n c: 2\nd: 1\n", "4:2-6 JB101|缩进"},
		{"x: 1\n  b: 2\n", "3:3-7 JB101|键"},
		{"t: 甲: 乙\n", "2:5-6 JB101|键: 值"},
		{"t: @钢城\n", "2:4-5 JB101|@"},
		{"t: *钢城\n", "2:1-7 JB101|别名"},
		{"t: {{fig \"a\"}}家\n", "2:1-16 JB101|{{"},
		{"t: \"a\\q\"\n", "2:6-8 JB101|反斜线"},
		{"t: \"甲\"乙\nb: 2\n", "2:1-8 JB101|引号"},
		{"一段没有键的文字\nb: 1\n", "2:1-9 JB101|键"},
		{"---\nb: 1\n", "2:1-4 JB101|---"},
		{"...\nb: 1\n", "JB101"},
	} {
		ds, findings := read(before+c.text, nil)
		if ds != nil {
			t.Errorf("%q: a dataset of malformed YAML", c.text)
		}
		t.Run(c.text, func(t *testing.T) { expect(t, findings, c.want) })
	}
}

func TestErrorLineInALongFile(t *testing.T) {
	text := "version: 1\n" + strings.Repeat("# 一行注释\n", 2000) + "value:33\n" + strings.Repeat("b: 1\n", 100)
	_, findings := read(text, nil)
	expect(t, findings, "2002:6-7 JB101|空格")
}

func TestYAML12Directive(t *testing.T) {
	sound(t, "%YAML 1.2\n---\n"+section, nil)
}

func TestWhatIsNoDataFile(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "0:0-0 JB101"},
		{"# 只有注释\n", "0:0-0 JB101"},
		{"- 1\n", "1:1-2 JB105"},
		{"version：1\n", "1:1-10 JB105|→ :"},
		{"title: 甲\n", "1:1-6 JB104|version|→ version: 1"},
		{"version: 2\n", "1:10-11 JB116"},
		{"version: [1]\n", "1:10-11 JB116"},
		{"title: \xb8\xd6\xb3\xc7\n", "0:0-0 JB101|UTF-8"},
		{"title: \xff\xfe\n", "0:0-0 JB101|UTF-8"},
	} {
		ds, findings := read(c.text, nil)
		if ds != nil {
			t.Errorf("%q: a dataset", c.text)
		}
		expect(t, findings, c.want)
	}
}
