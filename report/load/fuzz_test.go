package load

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"jianbao/report/diag"
)

// FuzzLoad holds for any data file and CSV file: no panic; a dataset or a
// finding; every finding is said in words and stands inside its file.
func FuzzLoad(f *testing.F) {
	f.Add(indicators+"      - {id: a, name: 甲, value: \"12.6亿元\", yoy: -13.9%}\n", "")
	f.Add(projects+"        totals: [{label: 合计, where: {level: 省级}, amount: 1}]\n    charts: [{type: bar, table: t, values: [amount]}]\n", "项目名称,级别,总投资\n甲,\"省级\",1.00\n")
	f.Add(section+"    text: >2\n        a\n      b\n\n      c {{fig \"a\"}}\nchecks: [{id: a, assert: 'a == ''b'''}]\n", "\xef\xbb\xbfname,level,\"amount\"\r\n\"a\nb\",,x\n")
	f.Add("version: 1\na: &a [*a]\nb: !!str |\n", "\"")
	f.Add("version：1\n", "甲\"\n")
	f.Add(section+"    text: \"甲\\\n      乙\\u4e2d\"\r\nprevious: ../x\n", ",\n,,\n")
	f.Fuzz(func(t *testing.T, data, csv string) {
		ds, findings := Bytes("d.yaml", []byte(data), fstest.MapFS{"t.csv": {Data: []byte(csv)}}, Options{})
		if ds == nil && len(findings) == 0 {
			t.Fatal("neither a dataset nor a finding")
		}
		lines := map[string][]string{"d.yaml": nil, "t.csv": nil}
		for name, raw := range map[string]string{"d.yaml": data, "t.csv": csv} {
			if text, ok := decode(raw); ok {
				lines[name] = strings.Split(string(text), "\n")
			}
		}
		for _, x := range findings {
			if x.Message.In(diag.ZH) == "" || x.Message.In(diag.EN) == "" || strings.Contains(x.Message.In(diag.EN), "%!") || strings.Contains(x.Message.In(diag.ZH), "%!") {
				t.Errorf("badly said: %q", x.Message.In(diag.EN))
			}
			p := x.Place
			all, known := lines[p.File]
			switch {
			case !known:
				t.Errorf("no such file: %+v", p)
			case p.Line == 0:
			case p.Line < 0 || p.Line > len(all) || p.Column < 1 || p.EndColumn <= p.Column || p.Column > utf8.RuneCountInString(all[p.Line-1])+1:
				t.Errorf("outside the file: %+v %s", p, x.Message.In(diag.EN))
			}
		}
	})
}
