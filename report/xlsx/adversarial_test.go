package xlsx

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/relation"
	"jianbao/report/xlsx/xlsxtest"
)

// hostileNames are titles and ids of tables, sheets and columns that a workbook
// takes for something else or cannot hold.
var hostileNames = []string{
	`a[b]c:d*e?f/g\h`, strings.Repeat("长", 40), "History", "history", "指标", "GDP", "gdp", "AB2024", "R1C1", "A1", "TRUE", "2021",
	"=1+1", "+8", "-1", "@x", "'引号'", "二行\n文字", "制表\t符", "表情😀👨‍👩‍👧", "𬭎𠮷𫚉", "a\x00b\x1bc", "_x000D_", "<&>\"", " 空格 ", "", "Sheet1",
	"《" + strings.Repeat("𠮷", 20) + "》", strings.Repeat("字", 300), "目录", "#REF!", "\u200b零宽", "e\u0301", "~tilde", "{=A1}", "100%",
}

// hostileDocument has a table for each name: its title, its id, its columns, its
// rows and its total are called so; and indicators, checks and findings too.
func hostileDocument() *document.Document {
	doc := &document.Document{
		Title: strings.Repeat("很长的标题&", 40), District: "区\x01", Issuer: "=局", Period: "2021年", Published: dataset.Date{Year: 2021, Month: 8, Day: 27},
		Sample: true, Draft: true,
		Sources: []document.Source{{Title: "=来源", Date: "@", URL: "https://example.org/" + strings.Repeat("a", 3000)}},
		Notes:   []string{strings.Repeat("𠮷", cellUnits)},
	}
	indicators := document.Table{ID: "i", Kind: document.IndicatorTable, Columns: []document.Column{
		{ID: "name", Title: "指标"}, {ID: "value", Title: "数值", Numeric: true}, {ID: "yoy", Title: "同比", Numeric: true}, {ID: "remark", Title: "备注"},
	}}
	var lines document.HeldLines
	for i, name := range hostileNames {
		id := fmt.Sprintf("%s%d", strings.Map(letters, name), i)
		if name == "AB2024" || name == "R1C1" || name == "GDP" || name == "gdp" {
			id = name // as the data format lets ids be
		}
		key := name
		cost, done, rate := id+".cost["+key+"]", id+".done["+key+"]", id+".rate["+key+"]"
		source := &dataset.Table{ID: text(id)}
		column := &dataset.Column{ID: text("cost"), Numeric: true}
		t := document.Table{
			ID: id, Title: name, Unit: name, Note: name, Source: name, Sample: i%2 == 0,
			Columns: []document.Column{
				{ID: "name", Title: name, Key: true}, {ID: "cost", Title: name, Unit: yiyuan, Numeric: true, Decimals: 2},
				{ID: "done", Title: strings.ToUpper(name), Unit: yiyuan, Numeric: true, Decimals: 2}, {ID: "rate", Title: "rate", Unit: percent, Numeric: true, Decimals: 1},
			},
			Rows: document.Held{{Cells: []document.Cell{
				word(name), num(cost, "20.00", yiyuan), says(num(done, "5.00", yiyuan), name+"5.00", figure.MoreThan),
				computed(num(rate, "25.0", percent), relation.Arith{Op: '/', X: fig(done), Y: fig(cost)}),
			}}},
		}
		named := relation.Condition{Column: &dataset.Column{ID: text("name")}, Op: "==", Text: name}
		total := computed(num(id+".total["+name+"].cost", "20.00", yiyuan),
			relation.Aggregate{Func: relation.Sum, Table: source, Column: column, Where: named})
		t.Add(document.Row{Kind: document.TotalRow, Cells: []document.Cell{word(name), total, word(""), word("")}})
		doc.Sections = append(doc.Sections, document.Section{Number: "一", Title: name, Blocks: []document.Block{t}})

		ref := fmt.Sprintf("x%d@2021", i)
		indicators.Add(document.Row{Figure: dataset.Ref(ref), Cells: []document.Cell{
			word(name), num(ref, "3", figure.Unit{Symbol: name}), says(num(fmt.Sprintf("x%d.yoy@2021", i), "-1.0", percent), name+"1.0%", figure.Plain), word(name),
		}})
		lines = append(lines, document.CheckLine{
			ID: name, Figure: dataset.Ref(cost), Kind: name, Subject: name, Verdict: diag.Consistent, Reported: name, Derived: name, Reason: name,
			Left: fig(cost), Right: fig(done), Unit: yiyuan, Allowed: figure.Interval{Lo: figure.Bound{Value: rat("0")}},
		})
		doc.Checks.Consistent++
		for _, at := range []string{cost, ref} {
			doc.Findings = append(doc.Findings, diag.Finding{
				Code: diag.TotalMismatch, Severity: diag.Error, Figure: at, Check: name, Message: diag.Say("%s", "%s", name), Reported: name,
				Hints: []diag.Hint{{Figure: done, Suggestion: "1", Message: diag.Say("%s", "%s", name)}},
			})
		}
	}
	doc.Sections = append(doc.Sections, document.Section{Title: "指标", Blocks: []document.Block{indicators}})
	doc.Checks.Lines = lines
	return doc
}

// letters keeps what an id may have.
func letters(r rune) rune {
	if r == '_' || r > 0x80 && r != '😀' || isDigit(r) || isLatin(r) {
		return r
	}
	return -1
}

func TestHostileNamesMakeASoundWorkbook(t *testing.T) {
	book, findings := written(t, hostileDocument())
	for _, fault := range xlsxtest.Lint(book) {
		t.Error(fault)
	}
	changed := map[diag.Code]int{}
	for _, f := range findings {
		if f.Severity != diag.Warning {
			t.Errorf("%+v", f)
		}
		changed[f.Code]++
	}
	if len(changed) != 1 || changed[diag.NameAdjusted] < len(hostileNames) {
		t.Errorf("what was changed is said so: %v", changed)
	}
}

// Whatever a cell shows that the data do not have is among the findings.
func TestHostileNamesReadAsThemselves(t *testing.T) {
	book, _ := written(t, hostileDocument())
	f := opened(t, book)
	sheets := f.GetSheetList()[2:] // after 目录 and 指标
	for i, name := range hostileNames {
		got, err := f.GetCellValue(sheets[i], "A4")
		if err != nil {
			t.Fatal(err)
		}
		if want, _, _ := cleaned(name); got != want {
			t.Errorf("%q reads as %q", name, got)
		}
		for at, want := range map[string]string{"B4": "20", "C4": "5", "D4": "25"} {
			if got, _ := f.GetCellValue(sheets[i], at, rawValue); got != want {
				t.Errorf("%q: %s = %s, want %s", name, at, got, want)
			}
		}
	}
}

func TestLibreOfficeComputesTheHostileWorkbook(t *testing.T) { recomputes(t, hostileDocument()) }
