package prose

import (
	"slices"
	"sort"
	"strings"
)

// commonRegions are the characters before 区, 市 and the like that make no region's
// name of them: 城区, 园区, 全区省、市重点项目, 列入省重点项目.
const commonRegions = "全我该辖城园新社景地山校灾片郊街老特库港各个多在有本省县市区自的入排获得为是被报"

// regionMark is where a sentence says whom it speaks about; at counts characters.
type regionMark struct {
	at        int
	elsewhere bool // another region than that of the data, or a larger one
}

// regions are the marks of a sentence in their order: 全市, 济南市, or a district
// named at the beginning of a clause.
func (v *verifier) regions(sentence []rune) []regionMark {
	var all []regionMark
	for i, r := range sentence {
		// Own regions and those around end with any character; the others with these.
		end := i + 1
		switch {
		case v.regionEnds[r] && endsWithAny(sentence[:end], v.facts.Regions):
			all = append(all, regionMark{end, false})
		case v.regionEnds[r] && endsWithAny(sentence[:end], v.facts.Around):
			all = append(all, regionMark{end, true})
		case anyOf(r, "国省市区县") && v.isRegion(sentence, i):
			all = append(all, regionMark{end, true})
		}
	}
	return all
}

func endsWithAny(text []rune, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return name != "" && endsAt(text, len(text), name)
	})
}

// isRegion reports whether the name of a region, none of the data's own, ends at
// i: 全市, or two or three characters at the beginning of a clause or behind 相邻的.
// 其中省级项目 and 全国森林乡村 have none.
func (v *verifier) isRegion(sentence []rune, i int) bool {
	const shortestName, longestName = 2, 3
	if anyOf(at(sentence, i+1), "级直市区县") { // 省级, 安排省市区项目
		return false
	}
	if at(sentence, i-1) == '全' {
		return !v.isInName(sentence[i-1:])
	}
	if sentence[i] == '国' || anyOf(at(sentence, i-1), commonRegions) {
		return false
	}
	for length := shortestName; length <= longestName; length++ {
		first := i - length
		if first < 0 || slices.ContainsFunc(sentence[first:i], func(r rune) bool { return !isHan(r) }) {
			return false
		}
		if first == 0 || anyOf(sentence[first-1], "，。；：、") || isNextTo(sentence[:first]) {
			return !v.isInName(sentence[first:])
		}
	}
	return false
}

// isNextTo reports whether words end with what is said of a neighbour: 相邻的, 周边的.
func isNextTo(words []rune) bool {
	end := len(words)
	return at(words, end-1) == '邻' || at(words, end-1) == '的' && anyOf(at(words, end-2), "邻近边壤")
}

// isElsewhere reports whether the words before a place, from not too far away,
// speak last of another region.
func (r *reading) isElsewhere(start int) bool {
	i := sort.Search(len(r.regions), func(k int) bool { return r.regions[k].at > start })
	return i > 0 && r.regions[i-1].elsewhere && r.regions[i-1].at > start-longestFar
}

// isInName reports whether text begins with a region that is part of an
// indicator's name: 全国森林乡村.
func (v *verifier) isInName(text []rune) bool {
	const enough = 4
	if len(text) < enough {
		return false
	}
	start := string(text[:enough])
	return slices.ContainsFunc(v.facts.All, func(f Fact) bool { return strings.Contains(f.Name, start) })
}

// qualifiers make another figure of one that is named: 新增 of what there is,
// 每 of the whole, 非 of the contrary.
var qualifiers = []string{"非", "新认定", "新培育", "新引进", "新登记", "新设", "新批", "新建", "新增", "净增", "新签", "新开工", "开工", "竣工", "投产", "已完成", "截至", "平均", "人均", "年均", "日均", "每", "占", "剩余", "仅剩", "尚", "余下", "增加", "减少", "另有", "同期"}

// kinds make a part of what a name right behind them stands for: 省级重点项目 are
// not all 重点项目.
var kinds = []string{"级", "民营", "私营", "国有", "外资", "城镇", "农村", "城市", "乡村", "女性", "男性", "工业", "农业", "服务业", "规模以上", "限额以上", "在建", "续建", "大型", "小型"}

// fillers say nothing of what a figure is.
var fillers = strings.NewReplacer("总数", "", "数量", "", "个数", "", "总额", "", "共有", "", "不少于", "", "不低于", "", "不高于", "", "不多于", "", "至少", "", "至多", "", "最多", "", "将近", "", "接近", "", "大约", "", "不到", "", "不满", "",
	"由", "", "从", "", "位居", "", "排在", "", "排名", "", "居", "", "逾", "", "超", "",
	"已有", "", "达到", "", "超过", "", "突破", "", "不足", "", "不超过", "", "力争", "", "预计", "", "目前", "", "其中", "", "已经", "", "实现", "", "完成", "", "拥有", "", "现有", "", "全部", "", "仍然", "", "攀升", "", "降到", "", "降至", "", "升至", "", "升到", "", "增至", "", "增加到", "", "提高到", "", "提升到", "", "提升至", "", "下降到", "", "减少到", "", "均超过", "", "均达", "", "均为", "",
	"为", "", "是", "", "有", "", "共", "", "达", "", "计", "", "约", "", "近", "", "的", "", "了", "", "在", "", "要", "", "双", "", "|", "", "则", "", "也", "", "又", "", "分别", "")

// plainly reports whether the words nearest to a claim leave the name of a fact
// as it is: nothing in them makes another figure of it. alike is whether the claim
// counts or measures by the same word.
func (s *surroundings) plainly(c candidate, alike bool) bool {
	near := withoutPeriods(string(s.near.text))
	name := string(plainText([]rune(c.fact.Name)))
	if c.whole && slices.ContainsFunc(kinds, func(kind string) bool { return strings.Contains(near, kind+name) }) {
		return false
	}
	for _, word := range qualifiers {
		if c.whole {
			if word == "占" {
				continue // of a share the name is the whole's
			}
			word += name // 新增高新技术企业3家
		}
		if strings.Contains(near, word) && !strings.Contains(c.fact.Name, word) {
			return false
		}
	}
	before, after, _ := strings.Cut(near, "|")
	for _, own := range s.regions {
		before = strings.ReplaceAll(before, own, "")
	}
	return c.listed || addsNothing([]rune(fillers.Replace(before)), []rune(after), c, alike)
}

// addsNothing reports whether words before and behind a claim name nothing besides
// a candidate. 出口企业12家 is of other firms than 高新技术企业: a head that both share
// bears no name out beside a word of its own. A name that stands there whole may
// have such words before it, but not behind it, 高新技术企业研发人员25名, unless it
// follows the figure.
func addsNothing(before, after []rune, c candidate, alike bool) bool {
	called := stretchOf(plainText([]rune(c.fact.Name)))
	covered := called.cover(before)
	ofWhole := make([]bool, len(before))
	if c.fact.Whole != "" { // 第三产业增加值占地区生产总值的比重
		words := stretchOf(plainText([]rune(c.fact.Whole + "，比重，比例")))
		words.mark(ofWhole, before)
	}
	added, last := 0, 0
	for i := range before {
		if !covered[i] && !ofWhole[i] {
			added++
		} else {
			last = i + 1
		}
	}
	if !c.whole {
		return added < shortest
	}
	if last > 0 {
		added = len(before) - last
	}
	return added == 0 || added < shortest && alike || slices.Contains(called.cover(after), true)
}
