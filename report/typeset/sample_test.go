package typeset

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"jianbao/fonts"
	"jianbao/report/style"
)

// embedded are the faces of the program.
func embedded(t testing.TB) Faces {
	t.Helper()
	faces := Faces{}
	for _, name := range fonts.Names() {
		f, err := fonts.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		faces[name] = f
	}
	return faces
}

// inFace is a setter without a document and a type of 12 points in a face.
func inFace(t testing.TB, name string) (*setter, typeOf) {
	t.Helper()
	s := &setter{style: &style.Style{}}
	face, err := s.faces.index(name, embedded(t))
	if err != nil {
		t.Fatal(err)
	}
	sans, err := s.faces.index("sans", embedded(t))
	if err != nil {
		t.Fatal(err)
	}
	s.faces.fallback = []int{sans}
	s.faces.borrow()
	return s, typeOf{Type: style.Type{Face: name, Size: 12, Pitch: 21}, face: face}
}

// prose makes sentences such as briefings have, at random.
func prose(rng *rand.Rand, clauses int) string {
	const han = "全区坚持转型升级精品钢装配式建筑产业汽车零部件装备制造新材料能源和节能环保加快集聚成形钢铁生产能力达到深加工集群主营业务收入突破"
	chars := []rune(han)
	words := func(most int) string {
		n := 1 + rng.IntN(most)
		out := make([]rune, n)
		for i := range out {
			out[i] = chars[rng.IntN(len(chars))]
		}
		return string(out)
	}
	pick := func(s ...string) string { return s[rng.IntN(len(s))] }
	var b strings.Builder
	for i := range clauses {
		b.WriteString(words(8))
		switch rng.IntN(9) {
		case 0:
			b.WriteString(strconv.Itoa(rng.IntN(100000)) + pick("亿元", "万人", "个百分点", "公里", "家", "㎡", "%"))
		case 1:
			b.WriteString(strconv.Itoa(rng.IntN(90)) + "." + strconv.Itoa(rng.IntN(10)) + "%～" + strconv.Itoa(rng.IntN(99)) + "%")
		case 2:
			b.WriteString("“" + words(5) + "”")
		case 3:
			b.WriteString("（" + words(4) + "）")
		case 4:
			b.WriteString("《" + words(6) + "》第" + strconv.Itoa(rng.IntN(99)) + "条")
		case 5:
			b.WriteString("——" + words(3))
		case 6:
			b.WriteString(pick("GDP", "S3", "PM2.5", "A·B", "“2+4”") + words(2))
		case 7:
			b.WriteString("“（" + words(2) + "）”")
		}
		if i < clauses-1 {
			b.WriteString(pick("，", "，", "、", "；", "。", "：", "……"))
		}
	}
	return b.String() + "。"
}
