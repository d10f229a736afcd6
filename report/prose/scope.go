package prose

import (
	"regexp"
	"slices"
	"strings"
)

// region is a stretch of text that says whom a figure is about: 全市, 济南市, or a
// district named at the beginning of a clause.
var region = regexp.MustCompile(`全[国省市区县]|(?:^|[，。；：、])\p{Han}{2,3}[省市区县]`)

// commonRegions are words that end like a region's name and name none: 城区, 园区.
const commonRegions = "全我该辖城园新社景地山校灾片郊街老特库港各个多在本县市自"

// isElsewhere reports whether the words before a claim speak last of another
// region than that of the data, or of a larger one.
func (v *verifier) isElsewhere(before string) bool {
	elsewhere, at := false, -1
	for _, own := range v.facts.Regions {
		at = max(at, strings.LastIndex(before, own))
	}
	for _, parent := range v.facts.Around {
		if i := strings.LastIndex(before, parent); parent != "" && i > at {
			elsewhere, at = true, i
		}
	}
	for _, m := range region.FindAllStringIndex(before, -1) {
		name := strings.TrimLeft(before[m[0]:m[1]], "，。；：、")
		runes := []rune(name)
		if v.isInName(before[m[0]:]) {
			continue
		}
		whole := runes[0] == '全' && len(runes) == 2
		if strings.HasPrefix(before[m[1]:], "级") || strings.HasPrefix(before[m[1]:], "直") {
			continue // 其中省级项目
		}
		if m[1] <= at || slices.Contains(v.facts.Regions, name) || !whole && anyOf(runes[len(runes)-2], commonRegions) {
			continue
		}
		elsewhere, at = true, m[1]
	}
	return elsewhere
}

// isInName reports whether text begins with a region that is part of an
// indicator's name: 全国森林乡村.
func (v *verifier) isInName(text string) bool {
	const enough = 4
	runes := []rune(text)
	if len(runes) < enough {
		return false
	}
	start := string(runes[:enough])
	return slices.ContainsFunc(v.facts.All, func(f Fact) bool { return strings.Contains(f.Name, start) })
}

// qualifiers make another figure of one that is named: 新增 of what there is,
// 每 of the whole.
var qualifiers = []string{"新增", "净增", "新签", "新开工", "开工", "竣工", "投产", "已完成", "截至", "平均", "人均", "年均", "日均", "每", "占", "剩余", "尚", "余下", "增加", "减少", "另有", "同期"}

// fillers say nothing of what a figure is.
var fillers = strings.NewReplacer("总数", "", "共有", "", "已有", "", "达到", "", "超过", "", "突破", "", "不足", "", "不超过", "", "力争", "", "预计", "", "目前", "", "其中", "",
	"为", "", "是", "", "有", "", "共", "", "达", "", "计", "", "约", "", "近", "", "的", "", "了", "", "在", "", "要", "", "双", "", "|", "", "则", "", "也", "", "又", "", "分别", "")

// plainly reports whether the words nearest to a claim leave the name of a fact
// as it is: nothing in them makes another figure of it, and if the name stands in
// the clause before, they add nothing to it.
func (s surroundings) plainly(c candidate) bool {
	near := string(s.near)
	for _, word := range qualifiers {
		if strings.Contains(near, word) && !strings.Contains(c.fact.Name, word) && !c.whole {
			return false
		}
	}
	name := plainText([]rune(c.fact.Name))
	before, after, _ := strings.Cut(near, "|")
	rest := []rune(fillers.Replace(before))
	covered := cover(rest, name)
	added, last := 0, len(rest)
	for i := range rest {
		if !covered[i] {
			added++
		} else {
			last = i + 1
		}
	}
	if 2*c.own < len(name) {
		return added <= mostAdded
	}
	// 高新技术企业研发人员25名 is of the persons, unless the name follows the figure.
	return len(rest)-last <= mostAdded || slices.Contains(cover([]rune(after), name), true)
}

// mostAdded is how many characters may stand besides a name that add nothing to
// it.
const mostAdded = 2
