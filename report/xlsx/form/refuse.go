package form

import (
	"strings"

	"jianbao/report/diag"
	"jianbao/report/xlsx/foreign"
)

// refusals are what a form may not hold, by the beginning of a part's name. What
// is filled is handed on as the office's own: it may run nothing, may not draw on
// what others can change, and may not show old figures beside new ones.
var refusals = []struct {
	part      string
	say, mend diag.Text
}{
	{"xl/vbaproject", diag.Say("表样带有宏", "the form holds macros"), diag.Say("另存为不带宏的 .xlsx", "save it as .xlsx, without macros")},
	{"xl/macrosheets/", diag.Say("表样带有宏表", "the form holds macro sheets"), diag.Say("删去宏表，另存为 .xlsx", "delete them and save it as .xlsx")},
	{"xl/activex/", diag.Say("表样带有 ActiveX 控件", "the form holds ActiveX controls"), diag.Say("删去控件", "delete them")},
	{"xl/externallinks/", diag.Say("表样的公式引用了别的工作簿，填表时算不出", "formulas of the form draw on other workbooks, which are not at hand"),
		diag.Say("在 Excel 的“数据—编辑链接”里断开链接", "break the links (Data, Edit Links in Excel)")},
	{"xl/connections.xml", diag.Say("表样连接了外部数据", "the form is connected to outside data"), diag.Say("在 Excel 的“数据—查询和连接”里删去连接", "delete the connections (Data, Queries & Connections)")},
	{"xl/pivotcache/", diag.Say("表样带有数据透视表，其中存着旧数", "the form holds pivot tables, which keep old figures"), diag.Say("删去透视表，改用公式", "delete them and use formulas")},
	{"_xmlsignatures/", diag.Say("表样带有数字签名，填写后签名失效", "the form is signed; filling it would break the signature"), diag.Say("去掉签名，填好后再签", "take the signature off and sign what is filled")},
}

func refused(p *foreign.Package) []Problem {
	var problems []Problem
	for _, r := range refusals {
		for _, part := range p.Parts {
			if strings.HasPrefix(strings.ToLower(part.Name), r.part) {
				problems = append(problems, Problem{Code: diag.BadForm, Severity: diag.Error, Say: r.say, Hint: diag.Hint{Kind: "form", Message: r.mend}})
				break
			}
		}
	}
	return problems
}

// Places that cannot be filled, by the beginning of a part's name. The heads of a
// list (an Excel table) are among them: they stand twice, and must agree.
var unfilled = []string{"xl/drawings/", "xl/charts/", "xl/comments", "xl/threadedcomments", "xl/tables/"}

// lookElsewhere looks for what would have to be filled in outside of cells: it
// would stay as it is, for all readers to see.
func (f *filling) lookElsewhere() {
	found := func(where string) {
		f.problems = append(f.problems, Problem{Code: diag.FormText, Severity: diag.Error, Cell: where,
			Say:  diag.Say("这里不能填数：只有单元格能填", "nothing can be filled in here: only cells can be"),
			Hint: diag.Hint{Kind: "form", Message: diag.Say("把 {{ }} 移到单元格里；图表从单元格取数", "move {{ }} into a cell; charts take theirs from cells")}})
	}
	for _, s := range f.book.Sheets {
		if h := s.Tree.First("headerFooter"); h != nil && asks(h) {
			found(s.Name + "!headerFooter")
		}
	}
	for _, part := range f.book.Parts {
		for _, prefix := range unfilled {
			if strings.HasPrefix(strings.ToLower(part.Name), prefix) && strings.HasSuffix(part.Name, ".xml") && asks(part.Tree()) {
				found(part.Name)
			}
		}
	}
}

// asks reports whether there is something to fill in in an element.
func asks(e *foreign.Element) bool {
	for k := range e.All() {
		for _, a := range k.Attrs {
			if strings.Contains(a.Value, "{{") {
				return true
			}
		}
	}
	return strings.Contains(e.Text(), "{{")
}
