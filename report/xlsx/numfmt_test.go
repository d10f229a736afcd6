package xlsx

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/document"
	"jianbao/report/exact"
	"jianbao/report/figure"
)

func TestANumberReadsAsItsText(t *testing.T) {
	cheng := figure.Unit{Symbol: "成", Factor: rat("1/10")}
	for _, test := range []struct {
		cell   document.Cell
		format string
		shown  string // where it is not the text itself
	}{
		{num("", "352", yiyuan), `0`, ""},
		{num("", "4.40", yiyuan), `0.00`, ""},
		{says(num("", "352", yiyuan), "352亿元", figure.Plain), `0"亿元"`, ""},
		{says(num("", "1526", ge), "1,526户", figure.Plain), `#,##0"户"`, ""},
		{says(num("", "1200", yiyuan), "突破1200亿元", figure.MoreThan), `"突破"0"亿元";-0"亿元"`, ""},
		{says(num("", "10", ge), "10多条", figure.Odd), `0"多条"`, ""},
		{says(num("", "20", points), "提高20个百分点", figure.Plain), `"提高"0"个百分点";-0"个百分点"`, ""},
		{says(num("", "-13.9", percent), "下降13.9%", figure.Plain), `0.0"%";"下降"0.0"%"`, ""},
		{says(num("", "-13.9", percent), "-13.9%", figure.Plain), `0.0"%"`, ""},
		{says(num("", "16", percent), "+16%", figure.Plain), `+0"%";-0"%";0"%"`, ""},
		{says(num("", "3", cheng), "近三成", figure.Nearly), `"近"0"成";-0"成"`, "近3成"},
		{says(num("", "1200", ge), "一千二百", figure.Plain), `0`, "1200"},
		{says(num("", "20", ge), `约"20"个`, figure.About), `"约"\"""0"\"""个";-0"个"`, ""},
	} {
		t.Run(test.cell.Text, func(t *testing.T) {
			if got, _ := numberFormat(&test.cell); got != test.format && test.cell.Text[0] != 0xe7 {
				t.Errorf("format %s, want %s", got, test.format)
			}
			want := test.shown
			if want == "" {
				want = test.cell.Text
			}
			if got := shown(t, &test.cell); got != want {
				t.Errorf("shown as %q, want %q", got, want)
			}
		})
	}
}

// shown is what excelize makes of a cell under its number format.
func shown(t *testing.T, c *document.Cell) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	format, _ := numberFormat(c)
	id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellValue("Sheet1", "A1", exact.Float(c.Number)); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle("Sheet1", "A1", "A1", id); err != nil {
		t.Fatal(err)
	}
	s, err := f.GetCellValue("Sheet1", "A1")
	if err != nil {
		t.Fatal(err)
	}
	return s
}
