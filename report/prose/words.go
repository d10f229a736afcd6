package prose

import (
	"strings"
	"sync"
)

// names are words that begin with a numeral and are no quantity. Those of two
// characters whose numeral stands alone and which no unit follows need not be
// here: a lone numeral counts only in few places.
const names = `
一些 一定 一般 一样 一起 一直 一切 一旦 一方面 一部分 一部份 一家人 一次性 一批 一面 一度 一道 一片 一条龙 一条心 一站式 一口气 一流 一律 一致 一体 一同 一时
一门心思 一件事 一张图 一张网 一网通办 一窗受理 一码 一卡通 一本通 一盘棋 一线 一号 一期工程 一事一议 一村一品 一企一策 一户一策 一年一度 一名名 一个个 一条条 一项项 一步步 一点点
一点一滴 一分为二 一代代 一辈子 一把手 一揽子 一系列 一对一 一道道 一张张 一座座 一家家 一户户 一件件 一次次 一类县 一里一外 一日千里 一朝一夕 一心一意 一五一十 一清二楚 一刀切
一举 一带一路 一老一小 一二三产 一产 二产 三产 一分钱一分货 一场场 一处处 一位位 一方水土 一方平安 一亩三分地
二维码 二氧化碳 二氧化硫 二手 二孩 三孩 二十大 十九大 十八大 十七大 三中全会 四中全会 五中全会 六中全会 七中全会 二次创业 二次供水
三农 三公 三资 三会一课 三严三实 三下乡 三支一扶 三位一体 三包 三好 三三两两 三言两语 三角 三峡 三亚 三明 三令五申 三只松鼠 三级 三维 三角洲 三会 三品一标 三权分置 三重一大 三百六十行
四川 四海 四季 四面八方 四处 四周 四方 四肢 四风 四新 四上企业 四好农村路 四个全面 四个意识 四个自信 五险一金 五谷 五金 五保 五星红旗 五一 五四 五位一体 五大发展理念 五年规划 五年计划
六稳 六保 六一 七一 八一 九三 九牛一毛 七上八下 八达岭 八仙 九寨 九江 八方 十分 十足 十全十美 十一届 十字 十堰 十里长街 十之八九
十二五 十三五 十四五 十五五 十一五 十五规划 百姓 百货 百科 百花 百年 百强 百色 百分百 百家争鸣 百度 百叶 百合 千万不 千家万户 千方百计 千里 千岛湖 千禧 千户苗寨 千人计划
万一 万科 万物 万里 万事 万象 万达 万众 万宁 万州 万能 万家 万户 万千 万村 万无一失 万水千山 亿万 两会 两岸 两委 两山 两新 两个维护 两个确立 两手 两旁 两侧 两边 两用 两难 两化 两重 两学一做 两不愁三保障 两癌
零售 零件 零部件 零距离 零散 零星 零食 零碳 零工 零钱 零时 零下 零和 零门槛 零容忍 零跑腿 零基础 零头 几乎 几何 几率 几时 几经 几度 数字 数据 数量 数控 数学 半导体 半岛 半径 半天 半成品 半决赛 半挂 半夜 半山 半数 半个月亮
七七八八 乱七八糟 九九重阳 一带 一把 一边 一来 一向 一概 一味 一再 一贯 一经 一手 一路 一类 一级 二级 四级 五级 一等 二等 三等 一等奖 二等奖 三等奖 点对点 百日攻坚 百日 千年 百年大计 百分点
三次产业 三大攻坚战 三大战役 十一黄金周 十一假期 十一长假 九一八 一二九运动 一次办好 一次办成 十里河 211工程 985工程 211高校 985高校 12345政务 12345便民 12345市民 12345平台`

// wordTree finds the longest of a set of words at a place.
type wordTree struct {
	next map[rune]*wordTree
	ends bool
}

var nameTree = sync.OnceValue(func() *wordTree { return treeOf(names) })

func treeOf(words string) *wordTree {
	root := &wordTree{}
	for word := range strings.FieldsSeq(words) {
		node := root
		for _, r := range word {
			if node.next == nil {
				node.next = map[rune]*wordTree{}
			}
			if node.next[r] == nil {
				node.next[r] = &wordTree{}
			}
			node = node.next[r]
		}
		node.ends = true
	}
	return root
}

// wordAt is where the longest name at i ends, i if there is none.
func wordAt(text []rune, i int) int {
	end, node := i, nameTree()
	for j := i; j < len(text); j++ {
		node = node.next[text[j]]
		if node == nil {
			break
		}
		if node.ends {
			end = j + 1
		}
	}
	return end
}

// wordsEnding are the characters that make a word with a lone numeral behind
// them: 统一, 周三, 之一.
var wordsEnding = map[rune]string{
	'一': "统唯单同专万逐如不归之划整合惟定择其惟进初周期拜独始老第首",
	'二': "周期拜初老", '三': "周期拜初老再张李", '四': "周期拜初老张李", '五': "周期拜初老", '六': "周期拜初老", '九': "初老", '十': "初合", '两': "斤",
	'零': "归清凋飘",
}

// latinWord is where the word of Latin letters at i ends, with digits and signs
// that belong to it (PM2.5, G20, R&D, S3线, COVID-19), an address, or the
// designation of a standard (GB/T 9704-2012).
func latinWord(text []rune, i int) int {
	if hasAt(text, i, "http") || hasAt(text, i, "www.") {
		j := i
		for j < len(text) && text[j] > ' ' && text[j] < 0x80 {
			j++
		}
		return j
	}
	if end := lettersBeforeFigure(text, i); end > i {
		return end
	}
	j := i
	for j < len(text) && (isLatin(text[j]) || isDigit(text[j]) || anyOf(text[j], ".-_&@/") && (isLatin(at(text, j+1)) || isDigit(at(text, j+1)))) {
		j++
	}
	if at(text, j) == ' ' && isDigit(at(text, j+1)) {
		k := j + 1
		for isDigit(at(text, k)) || at(text, k) == '.' {
			k++
		}
		if anyOf(at(text, k), "-—") && isDigit(at(text, k+1)) && isDigit(at(text, k+4)) {
			return k + 5
		}
		if standardBodies[string(text[i:j])] {
			return k
		}
	}
	return j
}

// lettersBeforeFigure is where the letters at i end if a figure follows them that is
// no part of their word: 实现GDP256亿元, 销售SUV3万辆; else i.
func lettersBeforeFigure(text []rune, i int) int {
	end := i
	for isLatin(at(text, end)) {
		end++
	}
	if !isDigit(at(text, end)) {
		return i
	}
	behind := end
	for isDigit(at(text, behind)) || at(text, behind) == '.' || at(text, behind) == ',' {
		behind++
	}
	if anyOf(at(text, behind), "万亿") || len(inFull(text[i:end])) != end-i {
		return end
	}
	return i
}

// standardBodies begin the designation of a standard, whose year may be left out.
var standardBodies = map[string]bool{"GB": true, "GB/T": true, "GB/Z": true, "ISO": true, "IEC": true, "ISO/IEC": true}
