package xlsxtest

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
)

// cellLike are names that are taken for cells: A1, GDP2024, R1C1.
var cellLike = regexp.MustCompile(`(?i)^([a-z]{1,3}[0-9]+|r[0-9]*c[0-9]*|r|c)$`)

// spoken finds the sheets that a formula speaks of.
var spoken = regexp.MustCompile(`'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!`)

// quotedText is a text within a formula.
var quotedText = regexp.MustCompile(`"(?:[^"]|"")*"`)

func (l *linter) workbook() {
	const name = "xl/workbook.xml"
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
		Names []struct {
			Name  string `xml:"name,attr"`
			Scope string `xml:"localSheetId,attr"`
			Text  string `xml:",chardata"`
		} `xml:"definedNames>definedName"`
	}
	l.read(name, &book)
	for _, s := range book.Sheets {
		if slices.ContainsFunc(l.sheets, func(o string) bool { return strings.EqualFold(o, s.Name) }) {
			l.say("two sheets are named %q", s.Name)
		}
		if s.Name == "" || len(utf16.Encode([]rune(s.Name))) > 31 || strings.ContainsAny(s.Name, "[]:*?/\\\n\t\x00") ||
			strings.HasPrefix(s.Name, "'") || strings.HasSuffix(s.Name, "'") || strings.EqualFold(s.Name, "History") {
			l.say("a sheet is named %q", s.Name)
		}
		l.sheets = append(l.sheets, s.Name)
	}
	defined := map[string]bool{}
	for _, n := range book.Names {
		key := strings.ToLower(n.Name) + "\x00" + n.Scope
		if defined[key] {
			l.say("the name %s is defined twice", n.Name)
		}
		defined[key] = true
		if cellLike.MatchString(n.Name) {
			l.say("the name %s is a cell", n.Name)
		}
		l.formula("the name "+n.Name, n.Text)
	}
	parts := map[string]string{}
	for _, r := range l.relationsOf(name) {
		parts[r.ID] = r.Target
	}
	for _, s := range book.Sheets {
		l.sheet(s.Name, parts[s.ID])
	}
	l.tableNames(func(name string) bool { return defined[strings.ToLower(name)+"\x00"] })
}

// formula reports sheets that are not there, and references to nothing.
func (l *linter) formula(where, text string) {
	bare := quotedText.ReplaceAllString(text, "")
	if strings.Contains(bare, "#REF!") {
		l.say("%s speaks of nothing: %s", where, text)
		return
	}
	for _, m := range spoken.FindAllStringSubmatch(bare, -1) {
		sheet := strings.ReplaceAll(m[1], "''", "'") + m[2]
		if !slices.Contains(l.sheets, sheet) {
			l.say("%s speaks of a sheet %q", where, sheet)
		}
	}
}

// tableNames holds the names of all tables against each other and against the
// defined names.
func (l *linter) tableNames(defined func(string) bool) {
	for i, t := range l.tables {
		if cellLike.MatchString(t.Name) || t.Name == "" || t.Name != t.DisplayName || strings.ContainsAny(t.Name, " -+'!") {
			l.say("a table is named %q", t.Name)
		}
		if defined(t.Name) {
			l.say("the table %s has the name of something else", t.Name)
		}
		for _, o := range l.tables[:i] {
			if strings.EqualFold(o.Name, t.Name) || o.ID == t.ID {
				l.say("two tables are named %s (%d)", t.Name, t.ID)
			}
		}
	}
}
