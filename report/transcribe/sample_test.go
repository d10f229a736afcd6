package transcribe_test

import (
	"bytes"
	"fmt"
	"sort"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/internal/golden"
)

const folder = "../../testdata/import/"

func ok(t testing.TB, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// set writes rows from a cell on; a text that begins with = is a formula, nil
// leaves a cell empty.
func set(t testing.TB, f *excelize.File, sheet string, top int, rows ...[]any) {
	t.Helper()
	for r, row := range rows {
		for c, v := range row {
			cell, err := excelize.CoordinatesToCellName(c+1, top+r)
			ok(t, err)
			switch s, text := v.(string); {
			case v == nil:
			case text && len(s) > 1 && s[0] == '=':
				ok(t, f.SetCellFormula(sheet, cell, s[1:]))
			case text:
				ok(t, f.SetCellStr(sheet, cell, s))
			default:
				ok(t, f.SetCellValue(sheet, cell, v))
			}
		}
	}
}

// officeBook is a workbook as an office keeps it by hand.
func officeBook(t testing.TB) *excelize.File {
	t.Helper()
	f := excelize.NewFile()
	t.Cleanup(func() { _ = f.Close() })
	format := func(code string) int {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		ok(t, err)
		return id
	}
	two, one, percent, date, over := format("#,##0.00_ "), format("0.0"), format("0.0%"), format("yyyy/m/d"), format(`"突破"0`)
	const a, b, c, d = "经济指标", "重点项目", "企业名单", "Sheet4"
	ok(t, f.SetSheetName("Sheet1", a))
	for _, s := range []string{b, c, d} {
		_, err := f.NewSheet(s)
		ok(t, err)
	}
	set(t, f, a, 1,
		[]any{"钢北区2021年上半年主要经济指标完成情况"},
		[]any{"填报单位：钢北区统计局（盖章）", nil, nil, nil, nil, "单位：亿元"},
		[]any{"指标名称", "计量单位", "本期", "上年同期", "同比（%）", "备注"},
		[]any{"一、财政"},
		[]any{"一般公共预算收入", "亿元", "=SUM(C6:C7)", 11.9, 5.9, "按可比口径"},
		[]any{"其中：税收收入", "亿元", 9.42, 8.88, 6.1},
		[]any{"　　　非税收入", "亿元", 3.18, 3.02, 5.3},
		[]any{"二、工业和环境"},
		[]any{"规模以上工业企业", "户", 120, 118, 1.7},
		[]any{"主营业务收入", "亿元", 1200, nil, nil, "快报数"},
		[]any{"工业用电量（万千瓦时）", nil, 3520.5, 3412, "=(C11/D11-1)*100"},
		[]any{"空气质量优良率", "%", 0.796, 0.636, 16},
		[]any{"单位负责人：张三", nil, "审核人：李四", nil, "报出日期：2021年8月27日"},
	)
	ok(t, f.MergeCell(a, "A1", "F1"), f.SetCellStyle(a, "C5", "D7", two), f.SetCellStyle(a, "C10", "C10", over), f.SetCellStyle(a, "E5", "E12", one), f.SetCellStyle(a, "C12", "D12", percent), f.SetCellStyle(a, "C11", "D11", one))
	set(t, f, b, 1,
		[]any{"钢北区重点项目进展"},
		[]any{nil, nil, nil, nil, nil, nil, "单位：亿元"},
		[]any{"序号", "项目名称", "级别", "投资", nil, "完成率", "开工日期"},
		[]any{nil, nil, nil, "总投资", "已完成"},
		[]any{1, "甲河大桥", "省级", 120.5, 22.25, "=E5/D5", 44197},
		[]any{2, "乙钢新材料", "省级", 200.1, 30.1, "=E6/D6", 44228},
		[]any{nil, "小计", nil, "=SUM(D5:D6)", "=SUM(E5:E6)", "=E7/D7"},
		[]any{3, "丙路改造", "区级", 32, nil, "=E8/D8", 44287},
		[]any{4, "丁园", "区级", 8.25, "-", nil, nil},
		[]any{nil, "小计", nil, "=SUM(D8:D9)", "=SUM(E8:E9)", "=E10/D10"},
		[]any{nil, "合 计", nil, "=D7+D10", "=E7+E10", "=E11/D11"},
		[]any{"注：丁园尚未开工。"},
	)
	ok(t, f.MergeCell(b, "A1", "G1"), f.MergeCell(b, "D3", "E3"), f.SetCellStyle(b, "D5", "E11", two), f.SetCellStyle(b, "F5", "F11", percent), f.SetCellStyle(b, "G5", "G9", date))
	for _, m := range []string{"A", "B", "C", "F", "G"} {
		ok(t, f.MergeCell(b, m+"3", m+"4"))
	}
	set(t, f, c, 1, []any{"企业代码", "企业名称", "从业人员（人）", "是否四上"})
	for i := range 60 {
		set(t, f, c, 2+i, []any{fmt.Sprintf("%06d", 370117+i), fmt.Sprintf("钢北第%d厂", i+1), 50 + 7*i, []string{"是", "否"}[i%2]})
	}
	ok(t, f.SetCellStr(c, "B4", "=cmd|'/c calc'!A0"), f.SetCellStr(c, "B5", "null"), f.SetCellStr(c, "B6", "1:30"), f.SetCellStr(c, "B7", `甲"乙", 丙: #1`))
	set(t, f, d, 1, []any{"重点工作"}, []any{"新建道路（公里）", 12.5}, []any{"整治小区（个）", 31}, []any{nil}, []any{nil, nil, nil, nil, 77}, []any{nil, nil, nil, nil, nil, "=1/0"})
	ok(t, f.SetDocProps(&excelize.DocProperties{Creator: "钢北区统计局", Created: "2021-08-26T00:00:00Z", Modified: "2021-08-26T00:00:00Z"}))
	computed(t, f)
	return f
}

// computed gives formulas their values, as Excel keeps them.
func computed(t testing.TB, f *excelize.File) {
	t.Helper()
	for _, s := range f.GetSheetList() {
		rows, err := f.GetRows(s)
		ok(t, err)
		for r := range len(rows) + 12 {
			for col := 1; col <= 8; col++ {
				cell, err := excelize.CoordinatesToCellName(col, r+1)
				ok(t, err)
				formula, err := f.GetCellFormula(s, cell)
				ok(t, err)
				if formula == "" {
					continue
				}
				value, err := f.CalcCellValue(s, cell, excelize.Options{RawCellValue: true})
				if err != nil {
					value = "#DIV/0!"
				}
				values[s+"!"+cell] = value
			}
		}
	}
}

// values are what the formulas come to, by sheet and cell.
var values = map[string]string{}

// written is a workbook as a file, its formulas with their values.
func written(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	return writtenAs(t, f, "经济指标", "重点项目", "企业名单", "Sheet4")
}

func writtenAs(t testing.TB, f *excelize.File, sheets ...string) []byte {
	t.Helper()
	sort.Slice(f.ContentTypes.Defaults, func(i, j int) bool {
		return f.ContentTypes.Defaults[i].Extension < f.ContentTypes.Defaults[j].Extension
	})
	var b bytes.Buffer
	ok(t, f.Write(&b))
	return withValues(t, b.Bytes(), sheets...)
}

// TestTheBookInTestdataIsThisOne holds testdata/import/book.xlsx to the code that
// makes it; with -update it is made.
func TestTheBookInTestdataIsThisOne(t *testing.T) {
	golden.Check(t, folder+"book.xlsx", written(t, officeBook(t)))
}
