package typeset

import (
	"reflect"
	"strings"
	"testing"

	"jianbao/report/style"
)

func TestTitleIsBrokenBySense(t *testing.T) {
	for _, c := range []struct {
		title string
		want  []string
	}{
		{"钢城区高质量发展情况简报", []string{"钢城区高质量发展情况简报"}},
		{"济南市钢城区二〇二一年上半年高质量发展情况统计简报", []string{"济南市钢城区二〇二一年上半年", "高质量发展情况统计简报"}},
		{"济南市钢城区2021年国民经济和社会发展统计公报", []string{"济南市钢城区2021年", "国民经济和社会发展统计公报"}},
		{"关于钢城区重点项目建设进展与固定资产投资运行情况的分析报告", []string{"关于钢城区重点项目建设进展与", "固定资产投资运行情况的分析报告"}},
	} {
		t.Run(c.title, func(t *testing.T) {
			s, typ := inFace(t, "serif-bold")
			typ.Size = 22
			s.width = 444
			if got := s.titleLines(c.title, typ, s.width); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// The lines of an official document's title grow, shrink, or are longest in the middle (GB/T 9704-2012, 7.3.1).
func TestTitleOfAnOfficialDocumentHasAShape(t *testing.T) {
	for _, c := range []struct {
		title string
		want  []string
	}{
		{"钢城区高质量发展情况简报", []string{"钢城区高质量发展情况简报"}},
		{"济南市钢城区2025年经济和社会发展统计简报", []string{"济南市钢城区2025年", "经济和社会发展统计简报"}},
		{"济南市钢城区2025年各镇街国民经济和社会发展主要指标完成情况及同比增长情况简报",
			[]string{"济南市钢城区2025年", "各镇街国民经济和社会发展主要指标", "完成情况及同比增长情况简报"}},
		{"钢城区统计局关于全区工业经济运行情况和重点项目建设进展情况的分析报告",
			[]string{"钢城区统计局关于全区工业经济运行情况和", "重点项目建设进展情况的分析报告"}},
	} {
		t.Run(c.title, func(t *testing.T) {
			s, typ := inFace(t, "serif-bold")
			s.style = &style.Style{Official: &style.Official{}}
			typ.Size = 22
			s.width = 442
			if got := s.titleLines(c.title, typ, s.width); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestShapely(t *testing.T) {
	s, typ := inFace(t, "serif-bold")
	for _, c := range []struct {
		lines []string
		want  bool
	}{
		{[]string{"一"}, true},
		{[]string{"一二", "一二三"}, true},
		{[]string{"一二三", "一二"}, true},
		{[]string{"一二", "一二"}, false},
		{[]string{"济南市钢城区2025年", "经济和社会发展统计简报"}, true}, // as many characters, digits being narrower
		{[]string{"一二", "一二三", "一二"}, true},
		{[]string{"一二", "一二三", "一二三", "一"}, true},
		{[]string{"一二三", "一二", "一二三"}, false},
		{nil, false},
	} {
		x := s.text(strings.Join(c.lines, ""), typ)
		if got := x.shapely(c.lines); got != c.want {
			t.Errorf("%q: %v", c.lines, got)
		}
	}
}
