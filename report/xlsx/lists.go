package xlsx

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"jianbao/report/diag"
	"jianbao/report/document"
)

// A data table is an Excel table (ListObject): filters, sorting, structured
// references and new rows belong to it. It ends with the body. The totals stand
// directly below it and are no totals row of its own, since there are as a rule
// several (合计, and 省级, 市级, … with conditions), of which a table can have one;
// and since Excel counts what is filtered in a totals row, while what was
// published does not change when a reader filters.

// headerUnits is the longest title of a column, in UTF-16 units.
const headerUnits = 255

// escaped is how a part of a workbook spells characters that XML cannot hold. A
// text that looks so is read differently in a header and in the table's part.
var escaped = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// headers are the titles of a table's columns as an Excel table demands them:
// one line each, none empty, none longer than headerUnits, and no two that differ
// by case alone.
func (b *book) headers(t *document.Table) []string {
	taken := map[string]bool{}
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		title := b.say(c.Title, t.ID)
		head := escaped.ReplaceAllString(strings.Join(strings.FieldsFunc(title, isBreak), " "), "＿$1")
		if head == "" {
			head = "列" + strconv.Itoa(i+1)
		}
		whole := shortened(head, headerUnits)
		for n := 2; taken[strings.ToLower(whole)]; n++ {
			suffix := " (" + strconv.Itoa(n) + ")"
			whole = shortened(head, headerUnits-len(suffix)) + suffix
		}
		taken[strings.ToLower(whole)] = true
		if whole != title {
			b.note(t.ID, diag.Say(
				"表 %[1]s 第%[2]d列的标题“%[3]s”在工作簿中为“%[4]s”：Excel 表格的列标题不能换行、不能为空、不超过255个字符，同一表中不分大小写互不相同；如需指定，请改写这一列的 title",
				"the title %[3]q of column %[2]d of table %[1]s is %[4]q in the workbook: in an Excel table it has one line, is not empty, has at most 255 characters and differs from the others by more than case; to choose it, change the column's title",
				t.ID, i+1, shortened(strings.ReplaceAll(title, "\n", "↵"), shownUnits), shortened(whole, shownUnits)))
		}
		heads[i] = whole
	}
	return heads
}

// shownUnits is how much of a long text a message shows.
const shownUnits = 60

func isBreak(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }

// shortened is a text of at most so many UTF-16 units, with a mark where
// something is missing and no character split.
func shortened(s string, units int) string {
	if len(s) <= units || len(utf16.Encode([]rune(s))) <= units {
		return s
	}
	var kept strings.Builder
	units-- // for the mark
	for _, r := range s {
		if units -= utf16.RuneLen(r); units < 0 {
			break
		}
		kept.WriteRune(r)
	}
	return strings.TrimRight(kept.String(), " ") + "…"
}

// listName is the name of the Excel table of a data table: its id behind a
// prefix, without which AB2024 and R1C1 would be cells. Excel's rules for other
// letters than these differ from version to version.
func (b *book) listName(id string) string {
	name := strings.Map(func(r rune) rune {
		if r == '_' || r < 0x80 && (isDigit(r) || isLatin(r)) || r >= 0x4E00 && r <= 0x9FA5 {
			return r
		}
		return '_'
	}, id)
	name = shortenedName("表_"+name, "")
	whole := name
	for n := 2; b.lists[strings.ToLower(whole)]; n++ {
		whole = shortenedName(name, "_"+strconv.Itoa(n))
	}
	b.lists[strings.ToLower(whole)] = true
	if whole != "表_"+id {
		b.note(id, diag.Say(
			"表 %[1]s 在工作簿中的表格名称为 %[2]s：名称只能用汉字、拉丁字母、数字和下划线，不超过255个字符，不分大小写互不相同；如需指定，请改表的 id",
			"the Excel table of table %[1]s is named %[2]s: a name has Han characters, Latin letters, digits and underscores only, at most 255 of them, and differs from the others by more than case; to choose it, change the table's id",
			shortened(id, shownUnits), shortened(whole, shownUnits)))
	}
	return whole
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
func isLatin(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

func shortenedName(name, suffix string) string {
	runes := []rune(name)
	return string(runes[:min(len(runes), headerUnits-len(suffix))]) + suffix
}
