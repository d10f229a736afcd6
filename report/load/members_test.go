package load

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// cityOf is a data file of a city with a pattern of members and indicators, one
// a line from line 11 on.
func cityOf(pattern string, lines ...string) string {
	return "version: 1\ndistrict: {name: 测试市, code: \"370100\"}\ntitle: 测试\nperiod: 2021\npublished: 2022-01-31\nmembers: '" + pattern +
		"'\nsections:\n  - id: s\n    title: 节\n    indicators:\n" + listed(lines)
}

// districtOf is a data file of a district; its first indicator is on line 10.
func districtOf(name, code string, lines ...string) string {
	if code != "" {
		name += fmt.Sprintf(", code: %q", code)
	}
	return strings.Replace(section, "测试区", name, 1) + "    indicators:\n" + listed(lines)
}

func listed(lines []string) string { return "      - " + strings.Join(lines, "\n      - ") + "\n" }

// sumOfGDP is an indicator that adds up the members.
const sumOfGDP = "{id: gdp, name: 生产总值, value: 75亿元, formula: sum(members.gdp)}"

func gdp(value string) string { return "{id: gdp, name: 生产总值, value: " + value + "}" }

// shown is a table of members, row by row.
func shown(t *dataset.Table) string {
	var b strings.Builder
	for row := range t.Rows() {
		for k, c := range t.Columns {
			if c.Numeric {
				fmt.Fprintf(&b, "%s=%s@%s:%d ", c.ID.Value, row.Figure(k), row.Place(k).File, row.Place(k).Line)
			} else {
				fmt.Fprintf(&b, "%s ", row.Text(k))
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestMembersAreReducedToWhatIsAskedFor(t *testing.T) {
	d := sound(t, cityOf("districts/*.yaml", sumOfGDP,
		"{id: rich, name: 富区, value: 1个, formula: 'count(members, income > 3)'}",
		"{id: air, name: 优良率, value: 80%}"), map[string]string{
		"districts/b.yaml": districtOf("乙区", "370103", gdp("35亿元"), "{id: income, name: 收入, value: 2.5万元}", "{id: other, name: 其他, value: 3个}"),
		"districts/a.yaml": districtOf("甲区", "370102", gdp("40亿元"), "{id: income, name: 收入, value: 3.5万元}"),
		"districts/c.csv":  "no data file",
	})
	want := "甲区 370102 gdp=40亿元@districts/a.yaml:10 income=3.5万元@districts/a.yaml:11 \n" +
		"乙区 370103 gdp=35亿元@districts/b.yaml:10 income=2.5万元@districts/b.yaml:11 \n"
	if got := shown(d.MemberTable(d.Period)); got != want {
		t.Errorf("the table is\n%swant\n%s", got, want)
	}
	if others := d.MemberTable(d.Period).Others; len(others) != 1 || others[0].ID.Value != "other" {
		t.Errorf("beside it the members have %v", others)
	}
	var names []string
	for _, in := range d.Inputs {
		names = append(names, in.Name)
		if in.Name != "d.yaml" && (in.Text != "" || in.SHA256 == [32]byte{}) {
			t.Errorf("of %s the text is kept, or no sum", in.Name)
		}
	}
	if want := []string{"d.yaml", "districts/a.yaml", "districts/b.yaml"}; !slices.Equal(names, want) {
		t.Errorf("inputs are %v, want %v", names, want)
	}
	if got := d.Inputs[1].Lines[10]; got != "      - "+gdp("40亿元") {
		t.Errorf("the line kept of a figure is %q", got)
	}
}

func TestMembersOfEveryPeriodAddedUp(t *testing.T) {
	d := sound(t, cityOf("*/d.yaml",
		"{id: gdp, name: 生产总值, formula: sum(members.gdp), observations: [{period: 2020, value: 30亿元}, {period: 2021, value: 40亿元}]}",
		"{id: air, name: 优良率, observations: [{period: 2019, value: 70%}]}"), map[string]string{
		"a/d.yaml": districtOf("甲区", "", "{id: gdp, name: 生产总值, observations: [{period: 2019, value: 1亿元}, {period: 2020, value: 30亿元}]}"),
	})
	if len(d.MemberTables) != 2 {
		t.Fatalf("there are %d tables, want those of 2021 and 2020", len(d.MemberTables))
	}
	year := func(s string) period.Period { p, _ := period.Parse(s); return p }
	if got := shown(d.MemberTable(year("2020"))); got != "甲区  gdp=30亿元@a/d.yaml:10 \n" {
		t.Errorf("2020 is %q", got)
	}
	if f := d.MemberTable(d.Period).Row(0).Figure(2); f.Absent != figure.Unknown {
		t.Errorf("2021, which was not given, is %s", f)
	}
	if d.MemberTable(year("2019")) != nil {
		t.Error("a period was read that nothing adds up")
	}
}

// TestUnitsOfMembers has the city's own unit first, else that of most.
func TestUnitsOfMembers(t *testing.T) {
	members := map[string]string{
		"m/a.yaml": districtOf("甲区", "", "{id: gdp, name: 生产总值, value: 40亿元}", "{id: x, name: 投资, value: 1亿元}"),
		"m/b.yaml": districtOf("乙区", "", "{id: gdp, name: 生产总值, value: 350000万元}", "{id: x, name: 投资, value: 2万元}"),
		"m/c.yaml": districtOf("丙区", "", "{id: gdp, name: 生产总值, value: 250000万元}", "{id: x, name: 投资, value: 3万元}"),
	}
	d := sound(t, cityOf("m/*.yaml", sumOfGDP, "{id: y, name: 投资合计, value: 1亿元, formula: sum(members.x)}"), members)
	table := d.MemberTable(d.Period)
	if got := table.Columns[2].Unit + " " + table.Columns[3].Unit; got != "亿元 万元" {
		t.Errorf("the units are %q", got)
	}
	members["m/b.yaml"] = districtOf("乙区", "", "{id: gdp, name: 生产总值, value: 35%}")
	d, findings := read(cityOf("m/*.yaml", sumOfGDP), members)
	if len(findings) != 1 || !strings.HasPrefix(brief(findings[0]), "m/b.yaml:10:38-41 JB111 乙区（m/b.yaml）的“生产总值”写的是35%") {
		t.Errorf("the findings are %v", findings)
	}
	table = d.MemberTable(d.Period)
	if f := table.Row(1).Figure(2); f.Absent != figure.Unknown || !slices.Equal(table.Members[1].Unlike, []string{"gdp"}) {
		t.Errorf("a figure of another measure is %s, unlike is %v", f, table.Members[1].Unlike)
	}
}

func TestWhatIsWrongWithMembers(t *testing.T) {
	good := districtOf("甲区", "370102", gdp("40亿元"))
	for name, c := range map[string]struct {
		pattern string
		files   map[string]string
		want    []string
	}{
		"no file": {"district/*.yaml", map[string]string{"districts/a.yaml": good},
			[]string{"6:11-26 JB113 没有数据文件合乎“district/*.yaml” → districts/*.yaml"}},
		"another ending": {"m/*.yml", map[string]string{"m/a.yaml": good}, []string{"6:11-18 JB113 没有数据文件合乎“m/*.yml” → m/*.yaml"}},
		"no pattern":     {"m/[", map[string]string{"m/a.yaml": good}, []string{"6:11-14 JB113 “m/[”不是文件名的式样"}},
		"outside":        {"../*.yaml", nil, []string{"6:11-20 JB113 “../*.yaml”不在数据文件所在的文件夹内"}},
		"itself":         {"*.yaml", map[string]string{"d.yaml": good, "a.yaml": good}, []string{"6:11-17 JB118 members 包括了这个文件自己"}},
		"one above": {"a.yaml", map[string]string{"d.yaml": good, "a.yaml": cityOf("d.yaml", gdp("1亿元"))},
			[]string{"6:11-17 JB118 members 绕了回来：a.yaml 的下辖地区里又有上级 (6:11)"}},
		"malformed": {"m/*.yaml", map[string]string{"m/a.yaml": "version: 1\n x: [", "m/b.yaml": good},
			[]string{"6:11-19 JB117 下辖地区的数据文件 m/a.yaml 有1处错误，它的数不能用来汇总 (2:2)"}},
		"one code twice": {"m/*.yaml", map[string]string{"m/a.yaml": good, "m/b.yaml": good},
			[]string{"m/b.yaml:2:29-35 JB119 甲区（m/b.yaml）与甲区（m/a.yaml）的区划代码相同（370102）：同一个地区会汇总两次 (2:29)"}},
		"another city's code": {"m/*.yaml", map[string]string{"m/a.yaml": districtOf("甲区", "370202", gdp("40亿元"))},
			[]string{"m/a.yaml:2:29-35 JB119 甲区（m/a.yaml）的区划代码 370202 不以 3701 开头，按代码不属于测试市（370100） (2:30)"}},
	} {
		t.Run(name, func(t *testing.T) {
			d, findings := read(cityOf(c.pattern, sumOfGDP), c.files)
			var got []string
			for _, f := range findings {
				got = append(got, brief(f))
			}
			if d == nil || !slices.Equal(got, c.want) {
				t.Errorf("found %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestTheNameOfMembersIsTaken(t *testing.T) {
	_, findings := read(cityOf("m/*.yaml", "{id: members, name: 成员, value: 3个}"), map[string]string{"m/a.yaml": districtOf("甲区", "", gdp("1亿元"))})
	if len(findings) != 1 || findings[0].Code != diag.DuplicateKey {
		t.Errorf("the findings are %v", findings)
	}
}

// TestAJudgedMember keeps what its formulas compute, and nothing of one with
// errors.
func TestAJudgedMember(t *testing.T) {
	files := fstest.MapFS{
		"m/a.yaml": {Data: []byte(districtOf("甲区", "", "{id: gdp, name: 生产总值, unit: 亿元, formula: 1 + 1}"))},
		"m/b.yaml": {Data: []byte(districtOf("乙区", "", gdp("5亿元")))},
	}
	two, _ := figure.Parse("2亿元", figure.Options{})
	d, findings := Bytes("d.yaml", []byte(cityOf("m/*.yaml", sumOfGDP)), files, Options{Judge: func(d *dataset.Dataset) Judgement {
		if d.File == "m/b.yaml" {
			return Judgement{Findings: []diag.Finding{{Severity: diag.Error, Place: diag.Place{File: d.File, Line: 3, Column: 1, EndColumn: 2}}}}
		}
		return Judgement{Values: map[dataset.Ref]figure.Figure{"gdp@2021": two}, BorneOut: map[dataset.Ref]bool{"gdp@2021": true}}
	}})
	if got := shown(d.MemberTable(d.Period)); got != "甲区  gdp=2亿元@m/a.yaml:10 \n乙区  gdp=@m/b.yaml:10 \n" {
		t.Errorf("the members are\n%s", got)
	}
	if table := d.MemberTable(d.Period); !table.Row(0).BorneOut(2) || table.Row(1).BorneOut(2) {
		t.Error("what the members' own checks bear out is not kept")
	}
	if len(findings) != 1 || findings[0].Code != diag.MemberFault || findings[0].Severity != diag.Warning {
		t.Errorf("the findings are %v", findings)
	}
	if d.Inputs[2].Lines[3] == "" {
		t.Error("the line of what is wrong in a member is not kept")
	}
}

func TestMembersHaveALimit(t *testing.T) {
	files := fstest.MapFS{"m/a.yaml": {Data: []byte(cityOf("n/*.yaml", gdp("1亿元")))}}
	for n := range 4 {
		files[fmt.Sprintf("m/n/%d.yaml", n)] = &fstest.MapFile{Data: []byte(districtOf("区", "", gdp("1亿元")))}
	}
	limits := DefaultLimits()
	limits.Members = 4
	_, findings := Bytes("d.yaml", []byte(cityOf("m/*.yaml", sumOfGDP)), files, Options{Limits: limits})
	if len(findings) == 0 {
		t.Error("five members are within a limit of four")
	}
	limits.Members, limits.Levels = 5, 1
	if _, findings = Bytes("d.yaml", []byte(cityOf("m/*.yaml", sumOfGDP)), files, Options{Limits: limits}); len(findings) == 0 {
		t.Error("two levels are within a limit of one")
	}
	limits.Levels = 2
	if _, findings = Bytes("d.yaml", []byte(cityOf("m/*.yaml", sumOfGDP)), files, Options{Limits: limits}); len(findings) > 0 {
		t.Errorf("five members on two levels: %v", findings)
	}
}

// TestMembersAreNotKeptWhole reads members that are long but for one figure.
func TestMembersAreNotKeptWhole(t *testing.T) {
	long := make([]string, 300)
	for n := range long {
		long[n] = fmt.Sprintf("{id: x%d, name: 指标之%d, value: %d.5亿元, note: %s}", n, n, n, strings.Repeat("说明", 40))
	}
	files := map[string]string{}
	for n := range 60 {
		files[fmt.Sprintf("m/%02d.yaml", n)] = districtOf(fmt.Sprintf("%d区", n), "", append([]string{gdp("40亿元")}, long...)...)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	d := sound(t, cityOf("m/*.yaml", sumOfGDP), files)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if kept := int(after.HeapAlloc) - int(before.HeapAlloc); kept > 60*300*100 {
		t.Errorf("%d KB are kept of 60 members of %d KB", kept>>10, len(files["m/00.yaml"])>>10)
	}
	runtime.KeepAlive(d)
	runtime.KeepAlive(files)
}
