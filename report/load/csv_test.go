package load

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"jianbao/report/figure"
)

const projects = tables + `      - id: t
        title: 项目
        columns:
          - {id: name, title: 项目名称}
          - {id: level, title: 级别, one_of: [省级, 市级]}
          - {id: amount, title: 总投资, unit: 亿元, decimals: 2}
          - {id: rate, title: 占比, unit: "%", decimals: 1, formula: "share(amount, sum(t.amount))"}
        file: t.csv
`

func TestCSV(t *testing.T) {
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String("项目名称,级别,总投资\n甲,省级,1.00\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, csv string }{
		{"titles", "项目名称,级别,总投资,占比\n甲,省级,1.00,100.0\n"},
		{"ids, in another order", "amount,level,name\n1.00,省级,甲\n"},
		{"byte order mark, CRLF, quotes, empty lines", "\ufeff\"项目名称\",级别,总投资\r\n\r\n\"甲\",\"省级\",\"1.00\"\r\n,,\r\n\r\n"},
		{"blanks around", " 项目名称 ,级别,总投资\n 甲, 省级 ,\u30001.00\n"},
		{"empty cells at the end", "项目名称,级别,总投资,,\n甲,省级,1.00,,,\n"},
		{"GB 18030", gbk},
	} {
		t.Run(c.name, func(t *testing.T) {
			ds := sound(t, projects, map[string]string{"t.csv": c.csv})
			table := ds.Table("t")
			if table.Len() != 1 {
				t.Fatalf("%d rows", table.Len())
			}
			if row := table.Row(0); row.Key() != "甲" || row.Text(1) != "省级" || row.Figure(2).Text != "1.00亿元" {
				t.Errorf("%s, %s, %s", row.Key(), row.Text(1), row.Figure(2))
			}
			if len(ds.Inputs) != 2 || ds.Inputs[1].Name != "t.csv" {
				t.Errorf("inputs: %d", len(ds.Inputs))
			}
		})
	}
}

func TestFindingsInCSV(t *testing.T) {
	const ok = "项目名称,级别,总投资\n"
	for _, c := range []struct {
		name, csv string
		want      []string
	}{
		{"unknown header", "项目名称,级别,总投资额\n甲,省级,1\n", []string{"t.csv:1:1-5 JB104|amount", "t.csv:1:9-13 JB112|总投资额|→ 总投资"}},
		{"header twice", "项目名称,级别,总投资,amount\n甲,省级,1,2\n", []string{"t.csv:1:13-19 JB103"}},
		{"semicolons", "项目名称;级别;总投资\n甲;省级;1\n", []string{"JB104", "JB104", "JB104", "t.csv:1:1-12 JB112"}},
		{"one_of", ok + "甲,省纫,1\n", []string{"t.csv:2:3-5 JB112|省纫|→ 省级"}},
		{"too few cells", ok + "甲,省级\n乙,省级,2\n", []string{"t.csv:2:3-5 JB112|2 格|3 格"}},
		{"too many cells", ok + "甲,省级,1,2,3\n", []string{"t.csv:2:8-9 JB112|5 格"}},
		{"no figure, after a quoted cell", ok + "\"甲,\"\"乙\",省级,\"1..2\"\n", []string{"t.csv:2:13-17 JB106"}},
		{"a cell of several lines", ok + "\"甲\n乙\",省级,x1\n", []string{"t.csv:3:7-9 JB106"}},
		{"control character", ok + "甲\x01,省级,1\n", []string{"t.csv:2:1-3 JB116"}},
		{"open quote", ok + "乙,省级,1\n\"甲,省级,1\n", []string{"t.csv:3:1-2 JB112|没有配对"}},
		{"quote in the middle", ok + "甲\"a\",省级,1\n", []string{"t.csv:2:2-3 JB112"}},
		{"empty", "", []string{"t.csv:0:0-0 JB112"}},
		{"neither encoding", "项目名称\n\xff\xff\n", []string{"17:15-20 JB112"}},
		{"number too long", ok + "甲,省级," + strings.Repeat("9", 61) + "\n", []string{"t.csv:2:6-67 JB114"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := read(projects, map[string]string{"t.csv": c.csv})
			expect(t, findings, c.want...)
		})
	}
}

func TestFindingsOfOneKindDoNotHideTheRest(t *testing.T) {
	text := strings.Repeat("甲,区级,1\n", 130)
	_, findings := read(projects+"        totals: [{label: 合计, amont: 3}]\n", map[string]string{"t.csv": "项目名称,级别,总投资\n" + text})
	if len(findings) != DefaultLimits().RowFindings+2 {
		t.Fatalf("%d findings", len(findings))
	}
	if got := brief(findings[0]); !strings.Contains(got, "10:13-14 JB112") || !strings.Contains(got, "还有 30 处") {
		t.Errorf("got %s", got)
	}
	if got := brief(findings[1]); !strings.Contains(got, "→ amount") {
		t.Errorf("got %s", got)
	}
}

func TestAFileIsReadOnceForTwoTables(t *testing.T) {
	second := strings.Replace(strings.TrimPrefix(projects, tables), "id: t", "id: u", 1)
	ds := sound(t, projects+second, map[string]string{"t.csv": "项目名称,级别,总投资\n甲,省级,1.00\n"})
	if len(ds.Inputs) != 2 || ds.Table("t").Row(0).Key() != "甲" || ds.Table("u").Row(0).Key() != "甲" {
		t.Errorf("%d inputs, %d and %d rows", len(ds.Inputs), ds.Table("t").Len(), ds.Table("u").Len())
	}
}

func TestInlineRows(t *testing.T) {
	inline := strings.Replace(projects, "        file: t.csv\n", "        rows:\n", 1)
	ds := sound(t, inline+"          - [甲, 省级, 1.00]\n          - [甲, null, 2.00, 66.7]\n          - ['', 市级, …, -1]\n", nil)
	rows := slices.Collect(ds.Table("t").Rows())
	if rows[0].Key() != "甲" || rows[1].Key() != "甲#2" || rows[2].Key() != "#3" {
		t.Errorf("keys %q %q %q", rows[0].Key(), rows[1].Key(), rows[2].Key())
	}
	if rows[1].Text(3) != "66.7" || rows[0].Figure(3).Absent != figure.Unknown || rows[2].Figure(2).Absent != figure.BelowUnit {
		t.Errorf("%s, %v, %v", rows[1].Text(3), rows[0].Figure(3), rows[2].Figure(2))
	}
	if p := rows[1].Place(2); p.Line != 19 || p.Column != 23 || p.EndColumn != 27 {
		t.Errorf("a cell stands at %+v", p)
	}
	_, findings := read(inline+"          - [甲, 省级]\n          - [乙, 省级, 1, 2, 3]\n          - 丙\n", nil)
	expect(t, findings, "18:13-14 JB112|2 格|4 列", "19:13-14 JB112|5 格", "20:13-14 JB105", "20:13-14 JB112|0 格")
}

func TestWhichColumnsAreFigures(t *testing.T) {
	ds := sound(t, tables+`      - id: t
        title: 表
        columns: [{id: code, title: 代码}, {id: n, title: 数}, {id: mixed, title: 混}, {id: none, title: 空}, {id: year, title: 年, key: true}, {id: u, title: 量, unit: 个}]
        rows:
          - [007, "1,526", 1, ~, 2020, ~]
          - [008, -3.5, 一般, ~, 2021, ~]
          - [009, …, 2, ~, 2022, ~]
`, nil)
	for i, want := range []struct{ numeric, key bool }{{false, false}, {true, false}, {false, false}, {false, false}, {false, true}, {true, false}} {
		if c := ds.Table("t").Columns[i]; c.Numeric != want.numeric || c.Key != want.key {
			t.Errorf("%s: numeric %v, key %v", c.ID.Value, c.Numeric, c.Key)
		}
	}
}

func TestTotals(t *testing.T) {
	file := map[string]string{"t.csv": "项目名称,级别,总投资\n甲,省级,1.00\n乙,市级,2.00\n"}
	ds := sound(t, projects+"        totals:\n          - {label: 合计, count: 2, amount: 3.00}\n          - {label: 省级, where: {level: 省级}, amount: null}\n", file)
	table := ds.Table("t")
	if total := table.Totals[0]; total.Count == nil || total.Values[0].Column != table.Columns[2] || !total.Count.Figure.Precision.Exact {
		t.Errorf("%+v", total)
	}
	if total := table.Totals[1]; !table.Matches(table.Row(0), total.Where) || table.Matches(table.Row(1), total.Where) ||
		total.Values[0].Figure.Absent != figure.Unknown {
		t.Errorf("%+v", total)
	}
	for _, c := range []struct{ total, want string }{
		{"{label: 合计, amuont: 3}", "19:25-31 JB102|→ amount"},
		{"{label: 合计, name: 3}", "JB102|name"},
		{"{count: 3}", "JB104|label"},
		{"{label: 合计, where: {level: 省}}", "19:40-41 JB116|→ 省级"},
		{"{label: 合计, where: {levle: 省级}}", "19:33-38 JB102|→ level"},
		{"{label: 合计, where: 省级}", "19:32-34 JB105"},
		{"{label: 合计, amount: 3家}", "JB108"},
		{"{label: 一}\n          - {label: 一}", "20:21-22 JB103|(19:21)"},
	} {
		_, findings := read(projects+"        totals:\n          - "+c.total+"\n", file)
		expect(t, findings, c.want)
	}
}

func TestTableFindings(t *testing.T) {
	for _, c := range []struct {
		table string
		want  []string
	}{
		{"{id: t, title: 表, columns: [{id: a, title: 甲}]}", []string{"JB104|rows"}},
		{"{id: t, title: 表, columns: [{id: a, title: 甲}], rows: [[x]], file: a.csv}", []string{"JB105|file"}},
		{"{id: t, title: 表, columns: [{id: a, title: 甲}], file: ../a.csv}", []string{"JB113|../a.csv"}},
		{"{id: t, title: 表, columns: [{id: a, title: 甲}], file: no.csv}", []string{"JB113|没有文件"}},
		{"{id: t, title: 表, columns: [{id: a, title: 甲}, {id: a, title: 乙}], rows: [[x, y]]}", []string{"JB103|(10:42)"}},
		{"{id: t, title: 表, columns: [{id: a, title: 甲, key: true}, {id: b, title: 乙, key: true}], rows: [[x, y]]}", []string{"JB103|(10:42)"}},
		{"{id: t, title: 表, columns: [{id: a, title: 甲, key: yes}], rows: [[x]]}", []string{"JB116|true"}},
		{"{id: t, title: 表}", []string{"JB104|columns"}},
	} {
		_, findings := read(tables+"      - "+c.table+"\n", nil)
		expect(t, findings, c.want...)
	}
}
