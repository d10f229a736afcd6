package typeset

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/segmenter"
)

// A | in a text marks a place where no line may break.
func TestNoBreak(t *testing.T) {
	for _, c := range []struct {
		shows, text string
		ours        bool // the Unicode algorithm alone would break there
	}{
		{"before a comma", "工业|，农业", false},
		{"before a closing quote", "“双过千亿|”企业", false},
		{"after an opening quote", "建成“|四好农村路", false},
		{"before 々", "人|々", false},
		{"before a square metre", "面积20|㎡", true},
		{"before a middle dot", "阿凡提|·买买提", true},
		{"before a dash", "规划|——实施", true},
		{"before a wave dash", "增长63%|～68%", true},
		{"after a wave dash", "增长63%～|68%", true},
		{"inside a dash", "规划—|—实施", false},
		{"inside an ellipsis", "规划…|…实施", false},
		{"inside a number", "投入12.|6亿元", false},
		{"inside a number with commas", "贫困户1,|526户", false},
		{"inside a number of full-width digits", "项目６|０个", true},
		{"before a per cent", "提高8|0|%", false},
		{"before a full-width per cent", "提高80|％", false},
		{"between a number and its unit", "收入1200|亿|元", true},
		{"between a rough number and its unit", "道路10|多|条", true},
		{"inside a unit that begins like a magnitude", "发电3万|千|瓦|时", true},
		{"inside a unit of two", "浓度36|微|克|/|立|方|米", true},
		{"inside a unit", "提高20|个|百|分|点", true},
		{"between a year and 年", "在2026|年", true},
		{"between a number in words and its unit", "一|千|二|百|条", true},
		{"inside a fraction in words", "百|分|之|二|十", true},
		{"between 第 and its number", "列第|一位", true},
		{"between a law and its article", "《办法》|第三条", true},
		{"inside an interval", "为[350.19, |350.21]|亿元", true},
		{"inside a word of letters", "用Exc|el做表", false},
		{"inside a model number", "型号ZQ|-|1200A/|B的设备", true},
		{"inside a model number that begins with digits", "用10kV/|0.4kV变压器", true},
		{"inside a model number between spaces", "the ZQ-1200A/|B pump", true},
		{"between a currency's code and its number", "折合USD |1.25亿", true},
	} {
		t.Run(c.shows, func(t *testing.T) {
			text, places := marked(c.text)
			may, unicode := breaksOf(text), uax14(text)
			differs := false
			for _, p := range places {
				if may[p] {
					t.Errorf("%s breaks before %c", string(text), text[p])
				}
				differs = differs || unicode[p]
			}
			if differs != c.ours {
				t.Errorf("%s: the Unicode algorithm breaks there: %v, want %v", string(text), differs, c.ours)
			}
		})
	}
}

// A | in a text marks a place where a line may break.
func TestBreak(t *testing.T) {
	for _, c := range []struct{ shows, text string }{
		{"between Han", "经|济"},
		{"after a comma", "工业，|农业"},
		{"before an opening quote", "建成|“四好农村路”"},
		{"after a closing quote", "“四上”|企业"},
		{"after a closing quote before a number", "“四好农村路”|320公里"},
		{"after a unit", "20个百分点|左右"},
		{"between a date's parts", "2021年|8月|27日"},
		{"after a space", "GDP |growth"},
		{"before a bracket", "完成率|（%）"},
		{"at a slash of an address", "见https://example.com/|tongji/|index"},
		{"at a slash between words", "and/|or"},
		{"before a number after a word", "GDP of |2021"},
		{"between a number without a unit and Han", "A4|纸"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			text, places := marked(c.text)
			may := breaksOf(text)
			for _, p := range places {
				if !may[p] {
					t.Errorf("%s does not break before %c", string(text), text[p])
				}
			}
		})
	}
}

func breaksOf(text []rune) []bool {
	may := make([]bool, len(text)+1)
	breakable(text, may)
	return may
}

// What is done without the Unicode algorithm comes out as it says, also beside what is left to it.
func TestPlainTextBreaksAsUnicodeSays(t *testing.T) {
	signs := []rune("经济一。，、；：（）《》123aZ.,%“”—…·～ -+/()[]$℃㎡々〇　１！？「」\u0301\u200D🙂🇨é")
	rng := rand.New(rand.NewPCG(1, 1))
	for range 100_000 {
		text := make([]rune, 1+rng.IntN(12))
		for i := range text {
			text[i] = signs[rng.IntN(len(signs))]
			if rng.IntN(3) > 0 {
				text[i] = signs[rng.IntN(18)]
			}
		}
		may, want := make([]bool, len(text)+1), uax14(text)
		unicodeBreaks(text, may)
		want[len(text)] = false
		for i := 1; i < len(text); i++ {
			if keepsTogether(text[i-1], text[i]) { // whatever Unicode says
				may[i], want[i] = false, false
			}
		}
		if !slices.Equal(may, want) {
			t.Fatalf("%+q: %v, want %v", string(text), may, want)
		}
	}
}

// marked takes the | out of a text and gives their places.
func marked(s string) (text []rune, places []int) {
	for i, part := range strings.Split(s, "|") {
		if i > 0 {
			places = append(places, len(text))
		}
		text = append(text, []rune(part)...)
	}
	return text, places
}

// Numbers are not looked at, since they would not be broken.
func TestNoBreakInsideANumber(t *testing.T) {
	for _, s := range []string{"", "7", "0.5", "1,526.30", "12345678901234567890", "1.2.3", "5,"} {
		text := []rune(s)
		if !isNumber(text) {
			t.Errorf("%q is no number", s)
		}
		unicode := make([]bool, len(text)+1)
		if len(text) > 0 {
			unicode = uax14(text)
		}
		for i := 1; i < len(text); i++ {
			if unicode[i] && !keepsTogether(text[i-1], text[i]) {
				t.Errorf("%q breaks before %c", s, text[i])
			}
		}
	}
	for _, s := range []string{"5亿元", "-5", ",5", "5 6"} {
		if isNumber([]rune(s)) {
			t.Errorf("%q is a number", s)
		}
	}
}

// uax14 is the breaks of the Unicode algorithm alone.
func uax14(text []rune) []bool {
	may := make([]bool, len(text)+1)
	var seg segmenter.Segmenter
	seg.Init(text)
	for it := seg.LineIterator(); it.Next(); {
		may[it.Line().Offset+len(it.Line().Text)] = true
	}
	return may
}
