package transcribe_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/internal/golden"
	"jianbao/report/load"
	"jianbao/report/transcribe"
	"jianbao/report/xlsx/foreign"
)

// made is a workbook's data file, with its files, loaded again.
func made(t testing.TB, raw []byte, csv bool) (*transcribe.Result, *dataset.Dataset) {
	t.Helper()
	r, err := transcribe.Book(raw, transcribe.Options{Name: "book", CSV: csv})
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, c := range r.CSV {
		files[c.Name] = &fstest.MapFile{Data: load.WriteCSV(c.Rows)}
	}
	text := load.Write(r.File)
	d, findings := load.Bytes("book.yaml", text, files, load.Options{})
	for _, f := range findings {
		t.Errorf("line %d: %s", f.Place.Line, f.Message.In(diag.EN))
	}
	if t.Failed() {
		t.Fatalf("in\n%s", text)
	}
	return r, d
}

func TestAnOfficesWorkbookBecomesADataFile(t *testing.T) {
	r, d := made(t, written(t, officeBook(t)), false)
	golden.Check(t, folder+"book.yaml", load.Write(r.File))
	result := check.Check(d)
	verdicts := map[diag.Verdict]int{}
	for _, c := range result.Judged.All() {
		verdicts[c.Verdict]++
	}
	if verdicts[diag.Inconsistent] != 0 || verdicts[diag.Consistent] < 15 {
		t.Errorf("checks: %v; findings: %v", verdicts, result.Findings)
	}
}

func TestAWrongSumInTheWorkbookIsFound(t *testing.T) {
	f := officeBook(t)
	for cell, v := range map[string]float64{"C6": 9.24} {
		ok(t, f.SetCellValue("经济指标", cell, v))
	}
	old := values["经济指标!C5"]
	defer func() { values["经济指标!C5"] = old }()
	values["经济指标!C5"] = "12.6"
	_, d := made(t, written(t, f), false)
	if !slices.ContainsFunc(check.Check(d).Findings, func(f diag.Finding) bool { return f.Code == diag.TotalMismatch }) {
		t.Error("no finding of the sum that is wrong")
	}
}

func TestLongTablesGoIntoFilesBesideTheDataFile(t *testing.T) {
	r, d := made(t, written(t, officeBook(t)), true)
	if len(r.CSV) != 1 || r.CSV[0].Name != "book-1.csv" || len(r.CSV[0].Rows) != 61 {
		t.Fatalf("files: %+v", r.CSV)
	}
	table := d.Table("企业名单")
	if table.Len() != 60 || table.Row(0).Text(0) != "370117" || table.Row(2).Text(1) != "=cmd|'/c calc'!A0" || table.Row(3).Text(1) != "null" {
		t.Errorf("the first rows: %s, %s", table.Row(2).Text(1), table.Row(3).Text(1))
	}
}

// TestNoNumberIsLost makes workbooks of all kinds of things in all kinds of places:
// every number must stand in the data file or be named as left out.
func TestNoNumberIsLost(t *testing.T) {
	texts := []string{"指标", "单位", "本期", "同比（%）", "合计", "小计", "其中：甲", "一、工业", "总投资（亿元）", "2020年", "甲", "乙村", "-", "单位：亿元", "注：无", "约30", "备注", "序号"}
	for seed := range uint64(600) {
		random := rand.New(rand.NewPCG(seed, 1))
		f := excelize.NewFile()
		var numbers []string
		for row := 1; row <= 3+random.IntN(10); row++ {
			for col := 1; col <= 1+random.IntN(6); col++ {
				cell, _ := excelize.CoordinatesToCellName(col, row)
				switch random.IntN(5) {
				case 0:
				case 1, 2:
					ok(t, f.SetCellStr("Sheet1", cell, texts[random.IntN(len(texts))]))
				default:
					numbers = append(numbers, fmt.Sprintf("%d", 10_000_000+row*1000+col))
					ok(t, f.SetCellStr("Sheet1", cell, ""), f.SetCellInt("Sheet1", cell, int64(10_000_000+row*1000+col)))
				}
			}
		}
		switch random.IntN(3) {
		case 0:
			ok(t, f.MergeCell("Sheet1", "A1", "A3"))
			numbers = slices.DeleteFunc(numbers, func(n string) bool { return n == "10002001" || n == "10003001" })
		case 1:
			ok(t, f.MergeCell("Sheet1", "A1", "C1"))
			numbers = slices.DeleteFunc(numbers, func(n string) bool { return n == "10001002" || n == "10001003" }) // which a merge empties
		}
		raw := written(t, f)
		_ = f.Close()
		r, _ := made(t, raw, seed%2 == 0)
		text := string(load.Write(r.File))
		for _, c := range r.CSV {
			text += string(load.WriteCSV(c.Rows))
		}
		data := text[strings.Index(text, "version:"):]
		for _, n := range numbers {
			told := slices.ContainsFunc(r.Remarks, func(x diag.Text) bool { return strings.Contains(x.In(diag.ZH), n) })
			if !strings.Contains(data, n) && !told {
				t.Errorf("seed %d: %s is neither in the data file nor among what is left out:\n%s", seed, n, text)
			}
		}
		if t.Failed() {
			return
		}
	}
}

// FuzzBook transcribes whatever can be read, into a data file that can be read.
func FuzzBook(f *testing.F) {
	f.Add(written(f, officeBook(f)))
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := foreign.Open(raw, foreign.DefaultLimits())
		if err != nil {
			return
		}
		if _, err := foreign.Read(p); err == nil {
			made(t, raw, false)
		}
	})
}
