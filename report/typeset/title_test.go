package typeset

import (
	"reflect"
	"testing"
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
			if got := s.titleLines(c.title, typ); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
