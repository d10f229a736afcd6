package xlsx

import (
	"testing"

	"jianbao/report/dataset"
	"jianbao/report/document"
	"jianbao/report/figure"
	"jianbao/report/relation"
)

// cellsOf is a document of one table of indicators, each in column C, from row 5.
func cellsOf(cells ...document.Cell) *document.Document {
	t := document.Table{ID: "s", Kind: document.IndicatorTable, Columns: []document.Column{{ID: "name"}, {ID: "value", Numeric: true}}}
	for _, c := range cells {
		t.Add(document.Row{Cells: []document.Cell{word(string(c.Ref)), c}})
	}
	return &document.Document{Sections: []document.Section{{Blocks: []document.Block{t}}}}
}

func TestTermsBecomeFormulas(t *testing.T) {
	doc := exampleDocument()
	more := cellsOf(
		num("a", "12", yiyuan), num("b", "30000", wanyuan), num("c", "4", ge), num("d", "25.0", percent), num("e", "-5", ge), word("…"))
	doc.Sections = append(doc.Sections, more.Sections...)
	x := newBook(doc).index
	at := x.figures["a"].row
	if at != 20 {
		t.Fatalf("the first figure stands in row %d", at)
	}
	a, b, c, d, e := fig("a"), fig("b"), fig("c"), fig("d"), fig("e")
	op := func(op byte, x, y relation.Term) relation.Term { return relation.Arith{Op: op, X: x, Y: y} }
	call := func(f relation.Func, args ...relation.Term) relation.Term {
		return relation.Apply{Func: f, Args: args}
	}
	n := func(s string) relation.Term { return relation.Constant{Value: rat(s)} }
	rows := func(f relation.Func, c *dataset.Column, where ...relation.Where) relation.Term {
		return relation.Aggregate{Func: f, Table: projects, Column: c, Where: allOf(where)}
	}
	over := func(op, n string) relation.Condition {
		return relation.Condition{Column: investColumn, Op: op, Number: rat(n)}
	}
	const table = "'省、市、区重点项目（示例数据）'!"
	for _, test := range []struct {
		name string
		term relation.Term
		unit figure.Unit
		want string // the number printed
		text string
	}{
		{"a figure", a, yiyuan, "12", "C20"},
		{"a figure in another unit", a, wanyuan, "120000", "C20*10000"},
		{"the other way", b, yiyuan, "3", "ROUND(C21/10000,0)"},
		{"like units", op('+', c, e), ge, "-1", "C22+C24"},
		{"units are brought together", op('+', a, b), yiyuan, "15", "C20+C21/10000"},
		{"a number in the figure's unit", op('-', a, n("200000000")), yiyuan, "10", "C20-2"},
		{"a number before it", op('-', n("200000000"), a), yiyuan, "-10", "2-C20"},
		{"less a sum", op('-', c, op('-', c, e)), ge, "-5", "C22-(C22-C24)"},
		{"by a quotient", op('/', c, op('/', c, e)), ge, "-5", "ROUND(C22/(C22/C24),0)"},
		{"less a negative", op('-', c, relation.Negative{X: e}), ge, "-1", "C22-(-C24)"},
		{"times a negative number", op('*', c, n("-2")), ge, "-8", "C22*(-2)"},
		{"a part of a whole", op('*', d, a), yiyuan, "3", "ROUND(C23*C20/100,0)"},
		{"share", call(relation.Share, b, a), percent, "25", "ROUND(C21/C20/100,0)"},
		{"growth", call(relation.Growth, b, a), percent, "-75", "ROUND((C21/C20/10000-1)*100,0)"},
		{"abs", call(relation.Abs, e), ge, "5", "ABS(C24)"},
		{"round", call(relation.Round, op('/', c, n("3")), n("1")), ge, "1.3", "ROUND(ROUND(C22/3,1),1)"},
		{"max of several", call(relation.Max, a, b), yiyuan, "12", "ROUND(MAX(C20,C21/10000),0)"},
		{"mean of several", call(relation.Mean, c, e), ge, "-0.5", "ROUND(AVERAGE(C22,C24),1)"},
		{"sum of a column", sum(), yiyuan, "173.03", "SUM(" + table + "C$4:C$8)"},
		{"sum where", sum(level("区级")), yiyuan, "15.73", "SUMIFS(" + table + "C$4:C$8," + table + `B$4:B$8,"=区级")`},
		{"sum where not", sum(relation.Condition{Column: levelColumn, Op: "!=", Text: "区级"}), yiyuan, "157.3", "SUMIFS(" + table + "C$4:C$8," + table + `B$4:B$8,"<>区级")`},
		{"sum over a bound", sum(over(">=", "2080000000")), yiyuan, "157.3", "SUMIFS(" + table + "C$4:C$8," + table + `C$4:C$8,">=20.8")`},
		{"sum where not a number", sum(over("!=", "2080000000")), yiyuan, "152.23", "SUMIFS(" + table + "C$4:C$8," + table + `C$4:C$8,"<>20.8",` + table + `C$4:C$8,">-9E+307")`},
		{"sum where a text is read as a date", sum(level("1/2")), yiyuan, "0", "SUMPRODUCT(1*(" + table + `B$4:B$8="1/2"),` + table + "C$4:C$8)"},
		{"sum where a text is read as a number", sum(level("007")), yiyuan, "0", "SUMPRODUCT(1*(" + table + `B$4:B$8="007"),` + table + "C$4:C$8)"},
		{"sum where one or another", sum(relation.AnyOf{level("省级"), level("市级")}), yiyuan, "157.3",
			"SUMIFS(" + table + "C$4:C$8," + table + `B$4:B$8,"=省级")+SUMIFS(` + table + "C$4:C$8," + table + `B$4:B$8,"=市级")`},
		{"twice a sum where one or another", op('*', n("2"), sum(relation.AnyOf{over("<", "500000000"), over(">", "10000000000")})), yiyuan, "208.66",
			"2*(SUMIFS(" + table + "C$4:C$8," + table + `C$4:C$8,"<5")+SUMIFS(` + table + "C$4:C$8," + table + `C$4:C$8,">100"))`},
		{"sum where one and one of two", sum(relation.AllOf{over(">=", "500000000"), relation.AnyOf{level("省级"), level("市级")}}), yiyuan, "157.3",
			"SUMIFS(" + table + "C$4:C$8," + table + `C$4:C$8,">=5",` + table + `B$4:B$8,"=省级")+SUMIFS(` + table + "C$4:C$8," + table + `C$4:C$8,">=5",` + table + `B$4:B$8,"=市级")`},
		{"sum where both may hold", sum(relation.AnyOf{level("省级"), over(">", "10000000000")}), yiyuan, "136.5",
			"SUMPRODUCT(1*((" + table + `B$4:B$8="省级")+ISNUMBER(` + table + "C$4:C$8)*(" + table + "C$4:C$8>100)>0)," + table + "C$4:C$8)"},
		{"count where one or another", rows(relation.Count, nil, relation.AnyOf{level("省级"), level("市级")}), ge, "3",
			"COUNTIFS(" + table + `B$4:B$8,"=省级")+COUNTIFS(` + table + `B$4:B$8,"=市级")`},
		{"count where both may hold", rows(relation.Count, rateColumn, relation.AnyOf{level("省级"), over("<", "500000000")}), ge, "2",
			"SUMPRODUCT(((" + table + `B$4:B$8="省级")+ISNUMBER(` + table + "C$4:C$8)*(" + table + "C$4:C$8<5)>0)*(" + table + `E$4:E$8<>""))`},
		{"mean where one or another", rows(relation.Mean, investColumn, relation.AnyOf{level("市级"), level("区级")}), yiyuan, "12.18",
			"ROUND(SUMPRODUCT(1*((" + table + `B$4:B$8="市级")+(` + table + `B$4:B$8="区级")>0),` + table + "C$4:C$8)/SUMPRODUCT(((" + table + `B$4:B$8="市级")+(` + table + `B$4:B$8="区级")>0)*ISNUMBER(` + table + "C$4:C$8)),2)"},
		{"least where one or another", rows(relation.Min, investColumn, relation.AnyOf{level("省级"), level("市级")}), yiyuan, "20.8",
			"_xlfn.AGGREGATE(15,6," + table + "C$4:C$8/(((" + table + `B$4:B$8="省级")+(` + table + `B$4:B$8="市级")>0)*ISNUMBER(` + table + "C$4:C$8)),1)"},
		{"count where a date is before", rows(relation.Count, nil, relation.Condition{Column: levelColumn, Op: "<", Text: "2021"}), ge, "0",
			"SUMPRODUCT(1*(LEN(" + table + "B$4:B$8)=4)*(" + table + `B$4:B$8<"2021"))`},
		{"count where one column is more", rows(relation.Count, nil, relation.Condition{Column: investColumn, Op: ">", Other: spentColumn}), ge, "2",
			"SUMPRODUCT(1*ISNUMBER(" + table + "C$4:C$8)*ISNUMBER(" + table + "D$4:D$8)*(" + table + "C$4:C$8>" + table + "D$4:D$8))"},
		{"count of rows", rows(relation.Count, nil), ge, "5", "ROWS(" + table + "A$4:A$8)"},
		{"count where", rows(relation.Count, nil, level("省级")), ge, "2", "COUNTIFS(" + table + `B$4:B$8,"=省级")`},
		{"count of cells", rows(relation.Count, rateColumn), ge, "3", "COUNTA(" + table + "E$4:E$8)"},
		{"least", rows(relation.Min, investColumn), yiyuan, "3.03", "MIN(" + table + "C$4:C$8)"},
		{"greatest where", rows(relation.Max, investColumn, level("区级")), yiyuan, "12.7", "_xlfn.MAXIFS(" + table + "C$4:C$8," + table + `B$4:B$8,"=区级")`},
		{"mean", rows(relation.Mean, investColumn), yiyuan, "34.61", "ROUND(AVERAGE(" + table + "C$4:C$8),2)"},
		{"rounded for print", sum(), yiyuan, "173", "ROUND(SUM(" + table + "C$4:C$8),0)"},

		{"another number was published", sum(), yiyuan, "174", ""},
		{"a mere number", op('+', n("1"), n("2")), ge, "3", ""},
		{"division by zero", op('/', c, op('-', c, c)), ge, "1", ""},
		{"a figure the document does not print", fig("nobody"), ge, "1", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			want := num("", test.want, test.unit)
			if got := x.formula(test.term, indicatorsName, factor(test.unit), want.Number, want.Decimals); got != test.text {
				t.Errorf("formula %s, want %s", got, test.text)
			}
		})
	}
}

func TestCriteriaTakeTextsAsTheyStand(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"省级", `"=省级"`}, {"a*b?~", `"=a~*b~?~~"`}, {`"甲"`, ""}, {`甲"乙"`, `"=甲""乙"""`}, {"2021", `"=2021"`},
		{"", ""}, {"TRUE", ""}, {"=1", ""}, {"0012", ""}, {"2021年", ""}, {"①", `"=①"`},
	} {
		got, ok := column{}.criterion(level(test.text))
		if want := test.want; got != want && ok || ok != (want != "") {
			t.Errorf("%q: %s, %v, want %s", test.text, got, ok, want)
		}
	}
}

func TestFormulasNeverGoInCircles(t *testing.T) {
	total := computed(num("total", "5", ge), relation.Arith{Op: '+', X: fig("part"), Y: fig("rest")})
	part := computed(num("part", "2", ge), relation.Arith{Op: '-', X: fig("total"), Y: fig("rest")})
	self := computed(num("self", "1", ge), fig("self"))
	after := computed(num("after", "5", ge), fig("total"))
	book, _ := written(t, cellsOf(total, part, num("rest", "3", ge), self, after))
	f := opened(t, book)
	for at, want := range map[string]string{"C5": "C6+C7", "C6": "", "C8": "", "C9": "C5"} {
		if got, _ := f.GetCellFormula(indicatorsName, at); got != want {
			t.Errorf("%s: %q, want %q", at, got, want)
		}
	}
}

func TestAColumnThatSumsItselfKeepsItsNumbers(t *testing.T) {
	doc := exampleDocument()
	table := doc.Sections[0].Blocks[2].(document.Table)
	table.Rows.Row(0, nil).Cells[2].Formula = relation.Arith{Op: '-', X: sum(), Y: relation.Constant{Value: rat("13783000000")}}
	book, _ := written(t, doc)
	f := opened(t, book)
	for at, want := range map[string]string{"C4": "", "C9": "SUM(C$4:C$8)"} {
		if got, _ := f.GetCellFormula(table.Title, at); got != want {
			t.Errorf("%s: %q, want %q", at, got, want)
		}
	}
}
