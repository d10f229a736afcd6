package foreign

import (
	"fmt"
	"testing"
)

func TestFormulasAreReadForTheirReferences(t *testing.T) {
	for _, c := range []struct{ shows, formula, want string }{
		{"cells and areas", "A1+$B$2*C3:D4", "<A1><$B$2><C3:D4>"},
		{"the function around them", "SUM(A1,IF(B1>0,C1))", "<A1 SUM><B1 IF><C1 IF>"},
		{"brackets without a function", "SUM((A1+B1))", "<A1 ><B1 >"},
		{"sheets with and without quotes", "指标!D5+'主要 指标'!B2+'it''s'!A1", "<指标!D5><'主要 指标'!B2><'it''s'!A1>"},
		{"several sheets", "SUM(甲:丙!A1)", "<甲:丙!A1 SUM>"},
		{"whole rows and columns", "SUM(A:A,$3:4)", "<A:A SUM><$3:4 SUM>"},
		{"a range of one cell stays a range", "SUM(D5:D5)", "<D5:D5 SUM>"},
		{"no reference in a text", `"A1"&B1`, "<B1>"},
		{"none in a table's column", "SUM(表1[A1],B2)", "<B2 SUM>"},
		{"none in a function's name", "LOG10(A1)", "<A1 LOG10>"},
		{"none in a name", "GDP2024x+AB1.5", ""},
		{"none in a number", "1E5+2", ""},
		{"none beyond a sheet", "ZZZ1+A1048577", ""},
	} {
		t.Run(c.shows, func(t *testing.T) {
			got := ""
			same := Rewrite(c.formula, func(r Reference) string {
				got += "<" + r.String()
				if r.Call != "" || c.shows == "brackets without a function" {
					got += " " + r.Call
				}
				got += ">"
				return r.String()
			})
			if got != c.want || same != c.formula {
				t.Errorf("%s: got %s, want %s; rewritten %s", c.formula, got, c.want, same)
			}
		})
	}
}

func TestACopiedFormulaMovesWhatIsNotFixed(t *testing.T) {
	for formula, want := range map[string]string{
		"A1+$A1+A$1+$A$1": "C4+$A4+C$1+$A$1", "SUM(A1:B$2)": "SUM(C4:D$2)", "A:A+1:1": "C:C+4:4",
	} {
		if got := moved(formula, 2, 3); got != want {
			t.Errorf("%s copied two to the right and three down: got %s, want %s", formula, got, want)
		}
	}
}

func TestNumbersAreShownAsTheirFormatSays(t *testing.T) {
	for _, c := range []struct{ code, raw, text, figure string }{
		{"General", "12.6", "12.6", "12.6"},
		{"General", "0.30000000000000004", "0.3", "0.3"},
		{"General", "1.5E-3", "0.0015", "0.0015"},
		{"0.00", "12.6", "12.60", "12.60"},
		{"0.00", "2.675", "2.68", "2.68"},
		{"#,##0.00_ ;[Red]-#,##0.00", "1526.305", "1526.31", "1526.31"},
		{"0.##", "12.6", "12.6", "12.6"},
		{"0.0%", "0.7956", "79.6%", "79.6"},
		{`0.0"亿元"`, "12.64", "12.6亿元", "12.6"},
		{`"突破"0`, "1200", "突破1200", "1200"},
		{"0,", "1234567", "1235", "1235"},
		{"yyyy/m/d", "44197", "2021-01-01", ""},
		{`yyyy"年"m"月"`, "44197", "2021-01", ""},
		{"h:mm", "0.5", "12:00:00", ""},
		{"0.00E+00", "12345", "12345", "12345"},
		{"General", "not a number", "not a number", ""},
		{"General", "1e999999999", "1e999999999", ""},
	} {
		t.Run(c.code+" "+c.raw, func(t *testing.T) {
			got, _ := parseFormat(c.code).show(c.raw, false)
			if got.Text != c.text || got.Figure != c.figure {
				t.Errorf("got %q and %q, want %q and %q", got.Text, got.Figure, c.text, c.figure)
			}
		})
	}
}

func TestTextsWithEscapesAreReadAndWritten(t *testing.T) {
	if got := decoded("a_x000D_b_x005F_x0041_"); got != "a\rb_x0041_" {
		t.Errorf("got %q", got)
	}
	if got := decoded(Encoded("_x0041_")); got != "_x0041_" {
		t.Errorf("got %q", got)
	}
}

func ExampleAddress() {
	fmt.Println(Address(1, 7), Address(27, 1), Address(MaxColumn, MaxRow))
	// Output: A7 AA1 XFD1048576
}
