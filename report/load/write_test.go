package load

import (
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// texts that YAML, this version or an older one, would take for something else, or
// not read at all.
var awkward = []string{
	"", " ", "null", "Null", "~", "yes", "NO", "on", "true", "y", "370117", "0x1A", "1_000", "1e5", "-1.5", ".5", "1:30", "2021-08-27", "是", "否",
	"=cmd|'/c calc'!A0", "+1", "@x", "- a", "-", "? a", ": a", "a: b", "a #b", "#a", "*a", "&a", "!a", "%a", "|", ">", "[a]", "{a}", "a, b", `"a"`, `'a'`, `a\b`,
	"a\nb", "a\tb", " a ", "a:", "…", "---", "...", "<<", "甲（乙）", "“四上”企业", "省、市、区", "12.60亿元", "79.6%", "a'b", "甲 乙", "是：否",
}

func TestWhatIsWrittenReadsAsItWas(t *testing.T) {
	list, row := DraftList(), DraftList().OnOneLine()
	mapping := DraftMapping()
	for _, s := range awkward {
		list.List = append(list.List, DraftOf(s), DraftFigure(s))
		row.List = append(row.List, DraftOf(s), DraftFigure(s))
		mapping = mapping.With("k"+s, DraftOf(s))
	}
	list.Notes = []string{"甲\n乙: [", "a\u2028b\rc"}
	text := Write(DraftMapping().With("list", list).With("row", row).With("mapping", mapping))
	var read struct {
		List, Row []yaml.Node
		Mapping   map[string]yaml.Node
	}
	if err := yaml.Unmarshal(text, &read); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	for _, nodes := range [][]yaml.Node{read.List, read.Row} {
		if len(nodes) != 2*len(awkward) {
			t.Fatalf("%d elements, want %d", len(nodes), 2*len(awkward))
		}
		for i, n := range nodes {
			want := awkward[i/2]
			if n.Value != want {
				t.Errorf("%q reads as %q", want, n.Value)
			}
			if i%2 == 0 && n.ShortTag() != "!!str" {
				t.Errorf("the text %q reads as a %s", want, n.ShortTag())
			}
		}
	}
	for _, s := range awkward {
		if n := read.Mapping["k"+s]; n.Value != s {
			t.Errorf("under a key, %q reads as %q", s, n.Value)
		}
	}
}

func TestWhatIsWrittenIsPlainToRead(t *testing.T) {
	d := DraftMapping().
		With("version", DraftFigure("1")).
		With("district", DraftMapping().With("name", DraftOf("钢北区")).With("code", DraftOf("370117")).OnOneLine()).
		With("period", DraftFigure("2021-H1")).
		With("sections", DraftList(DraftMapping().With("id", DraftOf("s1")).With("rows", DraftList(DraftList(DraftOf("甲桥"), DraftFigure("3.50"), DraftNull()).OnOneLine()))))
	d.Notes = []string{"由工作簿转成"}
	const want = `# 由工作簿转成
version: 1
district: {name: 钢北区, code: "370117"}
period: 2021-H1
sections:
  - id: s1
    rows:
      - [甲桥, 3.50, null]
`
	if got := string(Write(d)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestWrittenCSVIsReadAsItWas(t *testing.T) {
	rows := [][]string{{"name", "v"}, {"甲,乙", "1"}, {`a"b`, "2"}, {"c", "3"}, {"=d", "-"}, {"", "5"}}
	text := csvText{text: string(WriteCSV(rows)), quotes: true}
	var got [][]string
	for at := 0; at < len(text.text); {
		cells, next, fault := text.record(at, -1, nil)
		if fault != nil {
			t.Fatal(fault)
		}
		var row []string
		for _, c := range cells {
			row = append(row, text.cell(c))
		}
		got, at = append(got, row), next
	}
	if !slices.EqualFunc(got, rows, slices.Equal[[]string]) {
		t.Errorf("got %q, want %q", got, rows)
	}
}

// FuzzWrite holds every text to what it reads as.
func FuzzWrite(f *testing.F) {
	for _, s := range awkward {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := Write(DraftMapping().With("a", DraftOf(s)).With("b", DraftList(DraftFigure(s)).OnOneLine()))
		var read struct {
			A yaml.Node
			B []yaml.Node
		}
		if err := yaml.Unmarshal(text, &read); err != nil {
			t.Fatalf("%q: %v in\n%s", s, err, text)
		}
		want := strings.Map(func(r rune) rune {
			if isStray(r) || r == '\r' || r == '\ufffd' {
				return ' '
			}
			return r
		}, strings.ToValidUTF8(s, " "))
		if strings.ToValidUTF8(s, "") == s && (read.A.Value != want || len(read.B) != 1 || read.B[0].Value != want) {
			t.Errorf("%q reads as %q", s, read.A.Value)
		}
	})
}
