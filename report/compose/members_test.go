package compose_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/report/document"
	"jianbao/report/load"
)

// rolledUp composes a city over three districts.
func rolledUp(t *testing.T, city string) *document.Document {
	t.Helper()
	files := fstest.MapFS{}
	for name, body := range map[string]string{
		"a": "{id: gdp, name: 地区生产总值, value: 40.1亿元}, {id: air, name: 空气指数, value: 4.4}, {id: own, name: 特产, value: 3个}",
		"b": "{id: gdp, name: 地区生产总值, value: 358800万元}, {id: air, name: 空气指数, value: 4.10}",
		"c": "{id: gdp, name: 地区生产总值, observations: [{period: 2020-H1, value: 20亿元}, {period: 2021-H1, value: 突破40.1亿元}]}",
	} {
		member := strings.Replace(head, "测试区", strings.ToUpper(name)+"区", 1) + "    indicators: [" + body + "]\n"
		files["m/"+name+".yaml"] = &fstest.MapFile{Data: []byte(member)}
	}
	d, findings := load.Bytes("d.yaml", []byte(strings.Replace(head, "sections:", "members: m/*.yaml\nsections:", 1)+city), files, load.Options{})
	if len(findings) > 0 {
		t.Fatalf("does not load: %v", findings)
	}
	doc, findings := made(d)
	if len(findings) > 0 {
		t.Fatalf("does not compose: %v", findings)
	}
	return doc
}

// TestMembersStandSideBySide has the digits of each as published, equals share a
// rank, and less is better where the city says so.
func TestMembersStandSideBySide(t *testing.T) {
	doc := rolledUp(t, `    indicators:
      - {id: gdp, name: 地区生产总值, value: 突破116亿元, formula: sum(members.gdp)}
      - {id: air, name: 空气指数, value: 4.2, better: lower}
      - {id: count, name: 区县, value: 3个, formula: count(members)}
    charts: [{type: ranking, of: [members.gdp]}]
    text: 全市{{count "members"}}个区县。
`)
	last := doc.Sections[len(doc.Sections)-1]
	if last.Number != "二" || last.Title != "分地区情况" || len(last.Blocks) != 1 {
		t.Fatalf("the last chapter is %s %s of %d blocks", last.Number, last.Title, len(last.Blocks))
	}
	var b strings.Builder
	table := last.Blocks[0].(document.Table)
	dumpTable(&b, table)
	const want = `
分地区主要指标（2021年上半年）
| 地区 | 地区生产总值（亿元） | 地区生产总值位次 | 空气指数 | 空气指数位次 
| A区 | 40.1 | 1 | 4.4 | 2 
| B区 | 35.88 | 3 | 4.10 | 1 
| C区 | 突破40.1亿元 | 1 |  |  
| 测试区 | 突破116亿元 = |  | 4.2 |  
`
	if b.String() != want {
		t.Errorf("the table is %s\nwant %s", b.String(), want)
	}
	if head := table.Columns[2].Head(); head != "位次" {
		t.Errorf("next to its figure a rank is called %s", head)
	}
	alone := table.Keep(func(k int) bool { return k == 0 || k == 2 })
	if head := alone.Columns[1].Head(); head != "地区生产总值位次" {
		t.Errorf("by itself a rank is called %s", head)
	}
	chart := doc.Sections[0].Blocks[len(doc.Sections[0].Blocks)-1].(document.Chart)
	if got := strings.Join(chart.Categories, " "); got != "A区 C区 B区" {
		t.Errorf("the chart ranks %s", got)
	}
	if got := doc.Sections[0].Blocks[0].(document.Paragraph).Text; got != "全市3个区县。" {
		t.Errorf("the text is %s", got)
	}
}

// TestMembersOfEachPeriodAddedUp stand in a table for each.
func TestMembersOfEachPeriodAddedUp(t *testing.T) {
	doc := rolledUp(t, "    indicators:\n      - {id: gdp, name: 地区生产总值, formula: sum(members.gdp), observations: [{period: 2020-H1, value: 60亿元}, {period: 2021-H1, value: 116亿元}]}\n")
	blocks := doc.Sections[len(doc.Sections)-1].Blocks
	if len(blocks) != 2 || blocks[0].(document.Table).ID != "members" || blocks[1].(document.Table).ID != "members_2020_H1" {
		t.Fatalf("the tables are %+v", blocks)
	}
}

func TestWithoutMembersThereIsNoChapterOfThem(t *testing.T) {
	doc, _ := from(t, "    indicators: [{id: gdp, name: 地区生产总值, value: 116亿元}]\n")
	if len(doc.Sections) != 1 {
		t.Errorf("there are %d chapters", len(doc.Sections))
	}
}
