package typeset_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
	"jianbao/templates"
)

// A table too wide even for a landscape page is set in parts: no figure is torn, every cell is there once, and each part
// has the rows' names. The notes stand below the last one.
func TestTableTooWideForAnyPageIsDivided(t *testing.T) {
	for _, template := range templates.Names() {
		for _, columns := range []int{18, 30, 100} {
			p := typesettest.PagesIn(t, withBlock(wide(columns, 5)), typesettest.StyleOf(t, template))
			var all strings.Builder
			runs := map[string]int{}
			for _, page := range p.Pages {
				all.WriteString(text(page))
				for _, m := range page.Marks {
					if r, ok := m.(*typeset.Run); ok {
						runs[r.Text]++
					}
				}
			}
			if strings.Contains(turned(p), "L") {
				t.Errorf("%s, %d columns: pages %s", template, columns, turned(p))
			}
			for i := range 5 {
				for k := range columns {
					figure := big.NewRat(int64(123456789+1000*i+k), 100).FloatString(2)
					if runs[figure] != 1 {
						t.Fatalf("%s, %d columns: %s is there %d times", template, columns, figure, runs[figure])
					}
				}
			}
			parts := strings.Count(all.String(), "部分，共")
			if want := fmt.Sprintf("（第%d部分，共%[1]d部分）", parts); parts < 2 || !strings.Contains(all.String(), want) {
				t.Errorf("%s, %d columns: %d parts, and no %s", template, columns, parts, want)
			}
			if n := strings.Count(all.String(), "镇街\n"); strings.Count(all.String(), "注：示例。") != 1 || n > parts {
				t.Errorf("%s, %d columns: the note or the heads come too often", template, columns)
			}
			names := 0
			for _, e := range p.Elements {
				if e.Role == typeset.RoleTH && e.Scope == typeset.OfRow {
					names++
				}
			}
			if names != 5*parts {
				t.Errorf("%s, %d columns: %d heads of rows in %d parts", template, columns, names, parts)
			}
			entries := 0
			for _, e := range p.Outline {
				if e.Title == "各镇街主要指标" {
					entries++
				}
			}
			if entries != 1 {
				t.Errorf("%s, %d columns: %d lines of the outline", template, columns, entries)
			}
		}
	}
}

// The names of rows stand on one line in every part, so that a row is as high in all of them.
func TestNamesAreWholeInAllParts(t *testing.T) {
	const name = "高新产业园区街道办事处"
	for columns := 18; columns < 40; columns++ {
		table := wide(columns, 1)
		table.Rows.(document.Held)[0].Cells[0].Text = name
		p := typesettest.Pages(t, withBlock(table))
		whole, parts := 0, 0
		for _, page := range p.Pages {
			whole += strings.Count(text(page), name)
			parts += strings.Count(text(page), "部分，共")
		}
		if parts < 2 || whole != parts {
			t.Errorf("%d columns in %d parts: the name is whole in %d", columns, parts, whole)
		}
	}
}

// The unit line stands above those parts only that have a column in this unit.
func TestUnitLineOfParts(t *testing.T) {
	table := wide(30, 2)
	for k := range table.Columns {
		table.Columns[k].Unit.Symbol = "亿元"
		if k > 3 {
			table.Columns[k].Unit.Symbol = "家"
			table.Columns[k].Title += "（家）"
		}
	}
	p := typesettest.Pages(t, withBlock(table))
	all := ""
	for _, page := range p.Pages {
		all += text(page)
	}
	if parts, units := strings.Count(all, "部分，共"), strings.Count(all, "单位：亿元"); parts < 2 || units != 1 {
		t.Errorf("%d unit lines above %d parts", units, parts)
	}
}

// A column called for short after the one before it has its whole title where a part begins with it.
func TestShortTitlesInParts(t *testing.T) {
	table := wide(30, 2)
	for k := 2; k < len(table.Columns); k++ {
		table.Columns[k].Beside = "位次"
	}
	p := typesettest.Pages(t, withBlock(table))
	all := ""
	for _, page := range p.Pages {
		all += text(page)
	}
	parts := strings.Count(all, "部分，共")
	if whole := strings.Count(all, "镇街指标"); parts < 2 || whole != parts || strings.Count(all, "位次") != 30-parts {
		t.Errorf("%d parts, %d begin with a whole title, %d short ones in all", parts, whole, strings.Count(all, "位次"))
	}
}

// One column that no page holds: there is nothing to divide, and its words are torn.
func TestColumnTooWideForAnyPage(t *testing.T) {
	table := document.Table{Title: "表", Columns: []document.Column{{Title: "甲", Key: true}, {Title: "乙"}, {Title: "丙"}},
		Rows: document.Held{{Cells: []document.Cell{typesettest.Word("一"), typesettest.Word(strings.Repeat("a", 400)), typesettest.Word("二")}}}}
	p := typesettest.Pages(t, withBlock(table))
	checkInside(t, p)
	n := 0
	for _, page := range p.Pages {
		n += strings.Count(text(page), "a")
	}
	if n != 400 {
		t.Errorf("%d of 400 letters", n)
	}
}

// A table most of whose rows would take two lines is set a little smaller, one with a long cell here and there is not.
func TestTypeIsSmallerWhereThatSparesLines(t *testing.T) {
	table := func(names ...string) document.Table {
		out := document.Table{Title: "表", Columns: []document.Column{{Title: "项目名称", Key: true}}}
		for range 5 {
			out.Columns = append(out.Columns, document.Column{Title: "年内计划", Numeric: true})
		}
		for _, name := range names {
			r := document.Row{Cells: []document.Cell{typesettest.Word(name)}}
			for range 5 {
				r.Cells = append(r.Cells, typesettest.Number("12345.67", big.NewRat(1234567, 100)))
			}
			out.Add(r)
		}
		return out
	}
	const short, long, longest = "新型墙体材料项目", "高性能石墨电极新材料产业园建设项目", "高性能石墨电极新材料生产基地及配套公共服务设施一期工程"
	full := typesettest.Style(t).TableBody.Size
	for _, c := range []struct {
		shows   string
		table   document.Table
		smaller bool
	}{
		{"names that fit", table(short, short, short), false},
		{"one that does not, of four", table(short, long, short, short), false},
		{"none that does, but a little smaller", table(long, long, long), true},
		{"none that does, nor would a little smaller", table(longest, longest, longest), false},
	} {
		p := typesettest.Pages(t, withBlock(c.table))
		size := 0.0
		for _, m := range p.Pages[0].Marks {
			if r, ok := m.(*typeset.Run); ok && r.Text == "12345.67" {
				size = r.Size
			}
		}
		if (size < full) != c.smaller || size < 0.85*full {
			t.Errorf("%s: the figures are %.2f points high, the full size is %.2f", c.shows, size, full)
		}
	}
}

// Totals of some rows are set as 其中 of the total of all; where there is none, as totals.
func TestPartialTotals(t *testing.T) {
	for _, total := range []bool{true, false} {
		table := typesettest.Projects(3)
		if !total {
			table.Totals = table.Totals[1:]
		}
		p := typesettest.Pages(t, withBlock(table))
		st := typesettest.Style(t)
		x, face := map[string]float64{}, map[string]string{}
		for _, m := range p.Pages[0].Marks {
			if r, ok := m.(*typeset.Run); ok && r.Size == st.TableBody.Size {
				if _, seen := x[r.Text]; !seen || r.X < 100 {
					x[r.Text], face[r.Text] = r.X, p.Faces[r.Face].Name
				}
			}
		}
		want := st.TableTotal.Face
		if total {
			want = st.TableBody.Face
			if in := x["市级"] - x["合计"]; in < 0.99*st.TableBody.Size || face["合计"] != st.TableTotal.Face {
				t.Errorf("a partial total is indented by %.1f points below one in %s", in, face["合计"])
			}
		}
		if face["市级"] != want {
			t.Errorf("with a total of all %v, partial ones are in %s", total, face["市级"])
		}
	}
}

// 注： is said once, also where the note begins with it.
func TestNoteMarkedByTheOffice(t *testing.T) {
	table := wide(2, 1)
	table.Note = "注：部分数据因四舍五入，总计与分项合计略有差异。"
	if got := text(typesettest.Pages(t, withBlock(table)).Pages[0]); strings.Count(got, "注：") != 1 {
		t.Errorf("the page holds %q", got)
	}
}

// The label of a total reaches over the empty cells after it, so that it takes one line and makes no column wider.
func TestLabelOfATotalReachesOverEmptyCells(t *testing.T) {
	table := document.Table{Title: "表", Columns: []document.Column{{Title: "名称", Key: true}, {Title: "级别"}, {Title: "说明"}, {Title: "投资", Numeric: true}}}
	row := func(kind document.RowKind, name, level string) {
		table.Add(document.Row{Kind: kind, Cells: []document.Cell{
			typesettest.Word(name), typesettest.Word(level), typesettest.Word(strings.Repeat(level, 12)), typesettest.Number("1.00", big.NewRat(1, 1))}})
	}
	row(document.BodyRow, "甲项目", "省级")
	const label = "新能源和节能环保及其他新兴产业（示例数据）"
	row(document.TotalRow, label, "")
	p := typesettest.Pages(t, withBlock(table))
	checkInside(t, p)
	if _, ok := find(p, 0, label); !ok {
		t.Errorf("the label is broken: %q", text(p.Pages[0]))
	}
	name, level := box{}, box{}
	for _, m := range p.Pages[0].Marks {
		if r, ok := m.(*typeset.Run); ok && r.Text == "甲项目" {
			name = boxOf(p, r)
		} else if ok && r.Text == "省级" {
			level = boxOf(p, r)
		}
	}
	if gap := level.left - name.right; gap > float64(len([]rune(label)))*5 {
		t.Errorf("the label makes its column wider: %.0f points to the next", gap)
	}
}
