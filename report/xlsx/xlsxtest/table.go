package xlsxtest

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf16"
)

// table is a table's part.
type table struct {
	XMLName     xml.Name `xml:"table"`
	ID          int      `xml:"id,attr"`
	Name        string   `xml:"name,attr"`
	DisplayName string   `xml:"displayName,attr"`
	Ref         string   `xml:"ref,attr"`
	AutoFilter  struct {
		Ref string `xml:"ref,attr"`
	} `xml:"autoFilter"`
	Columns []struct {
		ID   int    `xml:"id,attr"`
		Name string `xml:"name,attr"`
	} `xml:"tableColumns>tableColumn"`
}

// table holds a table's part against the cells of its header.
func (l *linter) table(name, part string, texts map[string]string, used area) table {
	var t table
	l.read(part, &t)
	l.tables = append(l.tables, t)
	where := name + ": table " + t.Name
	at, ok := areaOf(t.Ref)
	if !ok || at.bottom == at.top || !used.holds(at) || t.AutoFilter.Ref != t.Ref {
		l.say("%s covers %q and filters %q", where, t.Ref, t.AutoFilter.Ref)
	}
	if at.right-at.left+1 != len(t.Columns) {
		l.say("%s has %d columns and %d titles", where, at.right-at.left+1, len(t.Columns))
	}
	seen := map[string]bool{}
	for i, c := range t.Columns {
		key := strings.ToLower(c.Name)
		if seen[key] || c.Name == "" || strings.ContainsAny(c.Name, "\n\r\t") || len(utf16.Encode([]rune(c.Name))) > 255 || c.ID != i+1 {
			l.say("%s has a column %q", where, c.Name)
		}
		seen[key] = true
		if text := texts[columnName(at.left+i)+strconv.Itoa(at.top)]; text != c.Name {
			l.say("%s has a column %q under the title %q", where, c.Name, text)
		}
	}
	return t
}

func columnName(col int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}
