package typeset_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// A figure is written as published or not at all; a name too long for two lines ends in ….
func TestFiguresAreWholeAndNamesAtMostTwoLines(t *testing.T) {
	long := strings.Repeat("高新技术产业开发区基础设施", 6)
	hedged := typesettest.Number("突破1200", big.NewRat(1200, 1))
	c := document.Chart{Type: "ranking", Title: "图", Categories: []string{long, "乙"}, Series: []document.Series{{Name: "值", Cells: []document.Cell{hedged, typesettest.Number("3.50", big.NewRat(7, 2))}}}}
	marks := drawn(t, c)
	if got := wording(marks); !strings.Contains(got, "突破1200") || !strings.Contains(got, "3.50") || !strings.Contains(got, "…") {
		t.Errorf("texts: %s", got)
	}
	lines := map[string]bool{}
	for _, r := range of[*typeset.Run](marks) {
		if strings.Contains(long, strings.TrimSuffix(r.Text, "…")) {
			lines[fmt.Sprintf("%.1f", r.Y)] = true
		}
	}
	if len(lines) != 2 {
		t.Errorf("the name stands on %d lines", len(lines))
	}
}

// Long names that begin alike are cut in the middle, so that no two categories read the same.
func TestCutNamesTellApart(t *testing.T) {
	long := strings.Repeat("高新技术产业开发区基础设施", 6)
	values := numbers("值", "3", "2", "1")
	for _, typ := range []document.ChartType{document.RankingChart, document.BarChart, document.ShareChart} {
		c := document.Chart{Type: typ, Title: "图", Categories: []string{long + "一期工程", long + "二期工程", "甲" + long}, Series: []document.Series{values}}
		got := wording(drawn(t, c))
		for _, want := range []string{"一期工程", "二期工程"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %s in %s", typ, want, got)
			}
		}
		if strings.Count(got, "…") != 3 && typ == document.RankingChart {
			t.Errorf("not all names are cut: %s", got)
		}
	}
}

// A curve through things, not periods, names each of them even if one name is long.
func TestThingsOnAnAxisAreAllNamed(t *testing.T) {
	for template, st := range both(t) {
		c := document.Chart{Type: document.LineChart, Title: "图", Series: []document.Series{numbers("值", "3", "2", "1", "5", "4", "7")},
			Categories: []string{"农业", "工业", "建筑业", "批发和零售业", "交通运输、仓储和邮政、快递业", "住宿和餐饮业"}}
		got := wording(figureOf(typesettest.PagesIn(t, withBlock(c), st)))
		for _, n := range []string{"农业", "工业", "建筑业", "批发和零", "交通运输", "住宿和餐"} {
			if !strings.Contains(got, n) {
				t.Errorf("%s: no %s in %s", template, n, got)
			}
		}
	}
}

// An axis of nothing but zeros has no ticks between 0 and 1.
func TestAxisOfZeros(t *testing.T) {
	c := document.Chart{Type: document.LineChart, Title: "图", Unit: "例", Categories: letters(3), Series: []document.Series{numbers("值", "0", "0", "0")}}
	if got := wording(drawn(t, c)); strings.Contains(got, ".") {
		t.Errorf("ticks at parts of one: %s", got)
	}
}

// A curve through things with long names has each of them named, though shortened.
func TestLongNamesOnAnAxis(t *testing.T) {
	long := strings.Repeat("高新技术产业开发区", 8)
	c := document.Chart{Type: document.LineChart, Title: "图", Series: []document.Series{numbers("值", "3", "2", "1", "5")}}
	for _, n := range []string{"甲", "乙", "丙", "丁"} {
		c.Categories = append(c.Categories, n+long)
	}
	got := wording(drawn(t, c))
	for _, n := range []string{"甲高", "乙高", "丙高", "丁高"} {
		if !strings.Contains(got, n) {
			t.Errorf("no %s in %s", n, got)
		}
	}
}
