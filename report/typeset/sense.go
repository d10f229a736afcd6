package typeset

import "strings"

// Costs of breaking a title, in squares of an em of uneven length.
const (
	atSense    = 0   // after a place, a time, a particle
	besideWord = 4   // beside a known word
	anywhere   = 25  // between words or inside one: not known
	insideName = 200 // inside a known word, or before the 区 of a place's name
)

// titleWords are words that titles of briefings are made of; none is torn. A longer one goes before its parts.
var titleWords = strings.Fields(`国民经济和社会发展 经济和社会发展 高质量发展 经济社会发展 国民经济 经济社会 主要指标 统计公报 经济运行 社会发展 固定资产 重点项目
	乡村振兴 生态环境 年上半年 年下半年 年一季度 年二季度 年三季度 年前三季度 年四季度 上半年 下半年 一季度 二季度 三季度 前三季度 四季度 全年 经济 社会 发展 运行 统计 情况 简报 公报 报告 分析 通报
	监测 一般公共预算 生产总值 消费品 零售总额 可支配收入 增加值 总产值 总额 余额 收入 支出 人均 月报 季报 年报 快报 工作 数据 指标 工业 农业 投资 消费 人口 民生 生态 环境 产业 企业 建设 完成 进展 高质量 全市 全区 全县 镇街 增长 同比 关于`)

// senseCosts is the cost of a line's end before each character.
func (x *text) senseCosts() []float64 {
	n := len(x.glyphs)
	costs := make([]float64, n+1)
	for i := 1; i < n; i++ {
		switch a, b := x.glyphs[i-1].r, x.glyphs[i].r; {
		case among(b, "区市县省州盟旗镇乡的和与及、年月"):
			costs[i] = insideName
		case among(a, "区市县省州盟旗镇乡的和与及、年月：—　 ") || isClosing(a) || b == '（':
			costs[i] = atSense
		default:
			costs[i] = anywhere
		}
	}
	for i := 0; i < n; {
		length := x.knownWord(i)
		for k := i + 1; k < i+length; k++ {
			costs[k] = insideName
		}
		if length > 0 {
			costs[i] = min(costs[i], besideWord)
			costs[i+length] = min(costs[i+length], besideWord)
		}
		i += max(length, 1)
	}
	costs[n] = 0
	return costs
}

// knownWord is the length of the title word that starts at glyph i, or 0.
func (x *text) knownWord(i int) int {
	rest := x.string(i, min(i+10, len(x.glyphs)))
	for _, w := range titleWords {
		if strings.HasPrefix(rest, w) {
			return len([]rune(w))
		}
	}
	return 0
}

// string is the characters of glyphs [from, to).
func (x *text) string(from, to int) string {
	runes := make([]rune, 0, to-from)
	for _, g := range x.glyphs[from:to] {
		runes = append(runes, g.r)
	}
	return string(runes)
}

// whole is the natural width of all of it on one line.
func (x *text) whole() float64 { return x.width(x.sums(), 0, len(x.glyphs)) }

// width is the natural width of glyphs [from, to) as a line.
func (x *text) width(sum sums, from, to int) float64 {
	if from == to {
		return 0
	}
	return -x.fit(sum, from, to, shape{}).slack
}
