package load

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// readWithin loads under limits that differ from the default ones.
func readWithin(text string, files fstest.MapFS, change func(*Limits)) (loaded bool, found []string) {
	limits := DefaultLimits()
	change(&limits)
	ds, findings := Bytes("d.yaml", []byte(text), files, Options{Limits: limits})
	for _, f := range findings {
		found = append(found, brief(f))
	}
	return ds != nil, found
}

func TestLimitsOfAFile(t *testing.T) {
	laughs := "version: 1\na: &a [x, x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'k'; c++ {
		laughs += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c, ", c-1), 10), ", "))
	}
	for _, c := range []struct {
		name, text string
		change     func(*Limits)
		want       string
	}{
		{"size", section, func(l *Limits) { l.YAMLBytes = 20 }, "0:0-0 JB114 文件超过 20 B"},
		{"nesting", "version: 1\na: " + strings.Repeat("[", 70) + strings.Repeat("]", 70) + "\n", func(*Limits) {}, "2:67-68 JB114"},
		{"nesting the library stops at", "version: 1\na: " + strings.Repeat("[", 20000) + "\n", func(*Limits) {}, "0:0-0 JB114"},
		{"aliases within aliases", laughs, func(*Limits) {}, "JB114 别名展开后"},
		{"aliases", "version: 1\na: &a x\nb: [*a, *a, *a]\n", func(l *Limits) { l.Aliases = 2 }, "3:13-14 JB114"},
		{"alias in itself", "version: 1\na: &a [*a]\n", func(*Limits) {}, "2:8-9 JB114"},
	} {
		loaded, found := readWithin(c.text, nil, c.change)
		if loaded || len(found) != 1 || !strings.Contains(found[0], c.want) {
			t.Errorf("%s: loaded %v, found %q, want %q", c.name, loaded, found, c.want)
		}
	}
}

func TestLimitsOfATable(t *testing.T) {
	file := fstest.MapFS{"t.csv": {Data: []byte("项目名称,级别,总投资\n甲,省级,1\n乙,省级,2\n丙,省级,3\n")}}
	for _, c := range []struct {
		name   string
		change func(*Limits)
		want   string
	}{
		{"size", func(l *Limits) { l.CSVBytes = 20 }, "17:15-20 JB114"},
		{"rows", func(l *Limits) { l.Rows = 2 }, "t.csv:4:1-2 JB114"},
		{"columns", func(l *Limits) { l.Columns = 3 }, "16:13-14 JB114"},
	} {
		loaded, found := readWithin(projects, file, c.change)
		if !loaded || len(found) != 1 || !strings.Contains(found[0], c.want) {
			t.Errorf("%s: loaded %v, found %q, want %q", c.name, loaded, found, c.want)
		}
	}
}

// A header of a million cells is one finding, soon, not one for each.
func TestHeaderOfTooManyCells(t *testing.T) {
	header := "项目名称,级别,总投资" + strings.Repeat(",x", 1_000_000)
	_, findings := read(projects, map[string]string{"t.csv": header + "\n甲,省级,1\n"})
	expect(t, findings, "t.csv:1:1-5 JB114|1000003")
}

func TestLongTextIsFoundAndKept(t *testing.T) {
	text := strings.Repeat("\U00020BB7", 20_000)
	ds, findings := read(indicators+"      - {id: a, name: 甲, value: 1, note: "+text+"}\n", nil)
	expect(t, findings, "10:42-20042 JB114|40000")
	if ds.Indicator("a").Observations[0].Note.Value != text {
		t.Error("the text was cut")
	}
	sound(t, section+"    text: |\n      "+text+"\n", nil)
}

func TestTooManyFindingsAreCounted(t *testing.T) {
	_, findings := read(indicators+strings.Repeat("      - {id: 1, name: 甲, value: 1}\n", 800), nil)
	if len(findings) != 1001 {
		t.Fatalf("%d findings", len(findings))
	}
	if got := brief(findings[1000]); !strings.Contains(got, "0:0-0 JB114") || !strings.Contains(got, "599") {
		t.Errorf("the last is %s", got)
	}
}
