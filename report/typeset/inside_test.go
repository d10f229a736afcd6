package typeset_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/style"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// box is what a run covers, its marks' own blank left aside.
type box struct {
	left, right, top, bottom float64
	text                     string
}

func boxOf(p *typeset.Pages, r *typeset.Run) box {
	if r.Turned { // its baseline goes down, its characters' tops are at the right
		upright := *r
		upright.Turned = false
		b := boxOf(p, &upright)
		return box{r.X - (b.bottom - r.Y), r.X + (r.Y - b.top), r.Y + (b.left - r.X), r.Y + (b.right - r.X), r.Text}
	}
	face := p.Faces[r.Face].Face
	runes := []rune(r.Text)
	width := float64(len(runes)-1) * r.Spacing
	for _, c := range runes {
		width += face.Advance(c) * r.Size
	}
	b := box{left: r.X, right: r.X + width, top: r.Y - 0.8*r.Size, bottom: r.Y + 0.1*r.Size, text: r.Text}
	if l, _, ok := face.InkBounds(runes[0]); ok {
		b.left += l * r.Size
	}
	last := runes[len(runes)-1]
	if _, rt, ok := face.InkBounds(last); ok {
		b.right -= (face.Advance(last) - rt) * r.Size
	}
	return b
}

// checkInside fails if a mark leaves the page's side margins or its foot, or two texts cover each other.
func checkInside(t *testing.T, p *typeset.Pages) {
	t.Helper()
	st := typesettest.Style(t)
	const mm = 72 / 25.4
	for i, page := range p.Pages {
		left, right := st.Page.Left*mm-0.1, page.Width-st.Page.Right*mm+0.1
		if page.Width > page.Height { // turned, the binding above
			left, right = st.Page.Bottom*mm-0.1, page.Width-st.Page.Top*mm+0.1
		}
		var boxes []box
		for _, m := range page.Marks {
			switch m := m.(type) {
			case *typeset.Run:
				b := boxOf(p, m)
				if b.left < left || b.right > right || b.bottom > page.Height {
					t.Errorf("page %d: %q leaves the margins: %.1f to %.1f", i+1, b.text, b.left, b.right)
				}
				boxes = append(boxes, b)
			case typeset.Rect:
				if m.X < left || m.X+m.W > right || m.W < 0 || m.H < 0 {
					t.Errorf("page %d: a rectangle leaves the margins: %+v", i+1, m)
				}
			}
		}
		for k, a := range boxes {
			for _, b := range boxes[k+1:] {
				const touch = 0.7 // squeezed marks come near
				if a.left < b.right-touch && b.left < a.right-touch && a.top < b.bottom && b.top < a.bottom {
					t.Errorf("page %d: %q covers %q", i+1, a.text, b.text)
				}
			}
		}
	}
}

// sides are the side margins of page i, counted from 0, in millimetres. What is numbered at the outer edge is printed on
// both sides, so that even pages are bound at the right (GB/T 9704-2012, 5.2.1).
func sides(st *style.Style, i int) (left, right float64) {
	if st.Page.NumberAt == "outer" && i%2 == 1 {
		return st.Page.Right, st.Page.Left
	}
	return st.Page.Left, st.Page.Right
}

// checkMargins fails if a text leaves the side margins.
func checkMargins(t *testing.T, p *typeset.Pages, st *style.Style) {
	t.Helper()
	for i, page := range p.Pages {
		left, right := sides(st, i)
		for _, m := range page.Marks {
			if r, ok := m.(*typeset.Run); ok {
				if b := boxOf(p, r); b.left < left*mm-0.1 || b.right > page.Width-right*mm+0.1 {
					t.Errorf("page %d: %q leaves the margins", i+1, r.Text)
				}
			}
		}
	}
}

func withBlock(b document.Block) *document.Document {
	return &document.Document{Title: "简报", Sections: []document.Section{{Number: "一", Title: "甲", Blocks: []document.Block{b}}}}
}

func randomCell(rng *rand.Rand, numeric bool) document.Cell {
	if !numeric {
		words := []string{"", "省级", "发展大道", "高铁新区基础设施建设及配套公共服务设施一期工程", "PM2.5", strings.Repeat("长", rng.IntN(60)), "https://example.com/a/very/long/address"}
		return typesettest.Word(words[rng.IntN(len(words))])
	}
	n := big.NewRat(rng.Int64N(1000000000)/int64(1+rng.IntN(1000000)), 100)
	return typesettest.Number([]string{"", "突破", "近"}[rng.IntN(3)]+n.FloatString(rng.IntN(4))+[]string{"", "亿元", "多"}[rng.IntN(3)], n)
}

// Tables of all shapes, too wide ones among them: nothing leaves the page or covers another.
func TestTablesStayInside(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 60 {
		table := document.Table{Title: "表", Unit: "亿元"}
		for range 1 + rng.IntN(40) {
			table.Columns = append(table.Columns, document.Column{Title: []string{"指标", "2021年上半年", "完成率（%）", "年内计划完成投资额度"}[rng.IntN(4)], Numeric: rng.IntN(2) > 0})
		}
		for range rng.IntN(40) {
			r := document.Row{Kind: document.RowKind(rng.IntN(3)), Depth: rng.IntN(2)}
			for _, c := range table.Columns {
				r.Cells = append(r.Cells, randomCell(rng, c.Numeric))
			}
			table.Add(r)
		}
		checkInside(t, typesettest.Pages(t, withBlock(table)))
	}
}

// A row that takes more than half a page goes on on the next, its lines as far apart as those of other rows.
func TestRowHigherThanAPage(t *testing.T) {
	long := strings.Repeat("很长的说明，", 900)
	table := document.Table{Title: "表", Columns: []document.Column{{Title: "甲"}, {Title: "乙"}},
		Rows: document.Held{{Cells: []document.Cell{typesettest.Word("短"), typesettest.Word(long)}}}}
	p := typesettest.Pages(t, withBlock(table))
	if len(p.Pages) < 2 {
		t.Error("the row does not go on on a second page")
	}
	checkInside(t, p)
	pitch, y := typesettest.Style(t).TableBody.Pitch, 0.0
	for _, m := range p.Pages[1].Marks {
		r, ok := m.(*typeset.Run)
		if !ok || !strings.Contains(long, r.Text) || r.Y == y {
			continue
		}
		if y > 0 && math.Abs(r.Y-y-pitch) > 0.01 {
			t.Errorf("%q stands %.2f pt below the line before, want %.2f", r.Text, r.Y-y, pitch)
		}
		y = r.Y
	}
	if y == 0 {
		t.Error("no line found")
	}
}

func TestFiguresStandOnTheirPoint(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Title: "名称"}, {Title: "值", Numeric: true}}}
	for _, s := range []string{"1.5", "120.25", "突破1200.0", "3.125亿元"} {
		table.Add(document.Row{Cells: []document.Cell{typesettest.Word("甲"), typesettest.Number(s, big.NewRat(1, 1))}})
	}
	p := typesettest.Pages(t, withBlock(table))
	points := map[string]int{}
	for _, m := range p.Pages[0].Marks {
		r, ok := m.(*typeset.Run)
		if !ok || !strings.Contains(r.Text, ".") {
			continue
		}
		before, _, _ := strings.Cut(r.Text, ".")
		x := r.X
		for _, c := range before {
			x += p.Faces[r.Face].Face.Advance(c)*r.Size + r.Spacing
		}
		points[fmt.Sprintf("%.1f", x)]++
	}
	if len(points) != 1 {
		t.Errorf("points at %v", points)
	}
}

// Charts of all types with few and many marks, short and long labels.
func TestChartsStayInside(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, typ := range []document.ChartType{"bar", "line", "share", "progress", "ranking", "parts"} {
		for range 20 {
			c := document.Chart{Type: typ, Title: "图", Unit: "亿元"}
			for range 1 + rng.IntN(24) {
				c.Categories = append(c.Categories, []string{"甲", "2021年上半年", strings.Repeat("名", 1+rng.IntN(30))}[rng.IntN(3)])
			}
			for k := range 1 + rng.IntN(3) {
				s := document.Series{Name: strings.Repeat("系列", 1+k*rng.IntN(20))}
				for range c.Categories {
					n := big.NewRat(rng.Int64N(100000)-int64(rng.IntN(2)*20000), 100)
					cell := typesettest.Number(n.FloatString(2), n)
					if rng.IntN(8) == 0 {
						cell = typesettest.Word("…")
					}
					s.Cells = append(s.Cells, cell)
				}
				c.Series = append(c.Series, s)
			}
			checkInside(t, typesettest.Pages(t, withBlock(c)))
			if t.Failed() {
				t.Fatalf("a chart of type %s with %d categories and %d series", typ, len(c.Categories), len(c.Series))
			}
		}
	}
}
