package dataset

import (
	"fmt"
	"slices"
	"testing"

	"jianbao/report/diag"
)

// words are cells of one column.
type words []string

func (w words) Len() int                  { return len(w) }
func (w words) Text(row, _ int) string    { return w[row] }
func (w words) Place(int, int) diag.Place { return diag.Place{} }

func filled(keyed bool, texts ...string) *Table {
	t := &Table{Columns: []*Column{{ID: Text{Value: "name"}, Key: keyed}}}
	t.Fill(words(texts), []Values{{}})
	return t
}

func keysOf(t *Table) (keys []string) {
	for row := range t.Rows() {
		keys = append(keys, row.Key())
	}
	return keys
}

func TestKeysAreUnique(t *testing.T) {
	for _, c := range []struct {
		texts, want []string
	}{
		{[]string{"甲", "乙"}, []string{"甲", "乙"}},
		{[]string{"甲", "甲", "", "甲"}, []string{"甲", "甲#2", "#3", "甲#4"}},
		{[]string{"甲#2", "甲", "甲"}, []string{"甲#2", "甲", "甲#3"}},
		{[]string{"甲#3", "甲", "甲"}, []string{"甲#3", "甲", "甲#3#3"}},
		{[]string{"#2", ""}, []string{"#2", "#2#2"}},
	} {
		if got := keysOf(filled(true, c.texts...)); !slices.Equal(got, c.want) {
			t.Errorf("keys of %q are %q, want %q", c.texts, got, c.want)
		}
	}
	if got := keysOf(filled(false, "甲", "乙")); !slices.Equal(got, []string{"#1", "#2"}) {
		t.Errorf("without a key column rows are named %q", got)
	}
}

func TestManyKeysAreUnique(t *testing.T) {
	var texts []string
	for n := range 20_000 {
		texts = append(texts, fmt.Sprint("项目", n%7_000))
	}
	seen := map[string]bool{}
	for _, key := range keysOf(filled(true, texts...)) {
		if seen[key] {
			t.Fatalf("two rows are named %s", key)
		}
		seen[key] = true
	}
}

func TestATableWithoutRows(t *testing.T) {
	table := &Table{Columns: []*Column{{}}}
	if table.Len() != 0 || len(keysOf(table)) != 0 || table.Values(0).Figures != nil {
		t.Error("a table whose rows were not read has some")
	}
}
