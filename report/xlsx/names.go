package xlsx

import (
	"strconv"
	"strings"
	"unicode"

	"jianbao/report/diag"
)

// sheetNameUnits is the longest name of a sheet, in UTF-16 units.
const sheetNameUnits = 31

// sheetNames gives out names of sheets, each once. Excel tells them apart
// without regard to case.
type sheetNames map[string]bool

func (n sheetNames) taken(name string) bool { return n[strings.ToLower(name)] }

func (n sheetNames) take(name string) string {
	n[strings.ToLower(name)] = true
	return name
}

// next is the name nearest to a title that Excel accepts and no sheet has yet.
func (n sheetNames) next(title string) string {
	name := fitName(safeName(title), "")
	for i := 2; n.taken(name); i++ {
		name = fitName(safeName(title), " ("+strconv.Itoa(i)+")")
	}
	return n.take(name)
}

// safeName replaces what a sheet's name cannot hold. Apostrophes are legal
// within one, but formulas in other programs stumble over them.
func safeName(title string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r == '\'':
			return '’'
		case strings.ContainsRune(`[]:*?/\`, r):
			return replacements[r]
		case unicode.IsControl(r), r == unicode.ReplacementChar, r == '\uFFFE', r == '\uFFFF':
			return ' '
		}
		return r
	}, title)
	name = escaped.ReplaceAllString(strings.Join(strings.Fields(name), " "), "＿$1")
	switch {
	case strings.Contains(strings.ToUpper(name), "#REF!"): // in a formula, a reference to nothing
		return strings.ReplaceAll(name, "#", "＃")
	case name == "":
		return "表"
	case strings.EqualFold(name, "History"): // the name Excel keeps for itself
		return name + "_"
	}
	return name
}

// replacements are the full-width likes of the characters sheets' names forbid.
var replacements = map[rune]rune{
	'[': '［', ']': '］', ':': '：', '*': '＊', '?': '？', '/': '／', '\\': '＼',
}

// fitName is the name with its suffix, shortened to the length Excel allows.
func fitName(name, suffix string) string {
	return shortened(name, sheetNameUnits-len(suffix)) + suffix
}

// renamed is the finding about a title whose sheet has another name.
func renamed(id, title, name string) diag.Finding {
	return diag.Finding{
		Code: diag.NameAdjusted, Severity: diag.Warning, Figure: id,
		Message: diag.Say(
			"表“%s”在工作簿中的工作表名为“%s”：工作表名不超过31个字符，不含 [ ] : * ? / \\ '，且互不相同；如需指定，请改短或改写表的标题",
			"the sheet of table %q is named %q: a sheet's name has at most 31 characters, none of [ ] : * ? / \\ ', and is unique; to choose it, shorten or change the table's title",
			title, name),
	}
}
