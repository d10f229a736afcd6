package typeset

import (
	"math"
	"strings"
)

// titleBlock opens the first page: whose briefing and for when, the title, issuer and date, a rule.
func (s *setter) titleBlock() {
	t, by := s.types.title, s.types.byline
	above := strings.TrimSpace(s.doc.District + "　" + s.doc.Period)
	s.add(keepAll(slabsOf(s.compose(above, by, s.width, 0, centred), by))...)
	var title block
	for _, l := range s.titleLines(s.doc.Title, t) {
		title.lines = append(title.lines, s.compose(l, t, s.width, 0, centred).lines...)
	}
	s.add(keepAll(slabsOf(title, t))...)

	date := ""
	if s.doc.Published.Year > 0 {
		date = s.doc.DateText()
	}
	s.byline(s.doc.Issuer, date)
	weight := s.style.Page.TitleRule
	s.add(slab{
		height: weight,
		before: by.Size / 2,
		after:  s.types.body.Pitch,
		marks:  []Mark{Line{0, weight / 2, s.width, weight / 2, weight, colour(s.style.Page.Accent)}},
		keep:   true,
	})
}

// byline sets issuer and date on one line, at its two ends, or below each other if the line is too short for both.
func (s *setter) byline(issuer, date string) {
	t := s.types.byline
	if issuer == "" || date == "" {
		s.add(keepAll(slabsOf(s.compose(issuer+date, t, s.width, 0, centred), t))...)
		return
	}
	l, r := s.compose(issuer, t, s.width, 0, left), s.compose(date, t, s.width, 0, right)
	if l.width+r.width+2*t.Size > s.width || len(l.lines) != 1 || len(r.lines) != 1 {
		s.add(keepAll(slabsOf(l, t))...)
		s.add(keepAll(slabsOf(r, t))...)
		return
	}
	l.lines[0] = append(l.lines[0], r.lines[0]...)
	s.add(keepAll(slabsOf(l, t))...)
}

// titleLines divides a title by sense into as few lines as it needs, of lengths as even as the sense lets them be.
func (s *setter) titleLines(title string, t typeOf) []string {
	x := s.text(title, t)
	n := len(x.glyphs)
	whole := x.width(x.sums(), 0, n)
	if whole <= s.width {
		return []string{title}
	}
	for count := math.Ceil(whole / s.width); count <= float64(n); count++ {
		if lines := x.divide(int(count), s.width); lines != nil {
			return lines
		}
	}
	return []string{title}
}

// divide finds the best division into count lines none of which is wider than the measure; nil if there is none.
func (x *text) divide(count int, measure float64) []string {
	n := len(x.glyphs)
	sum := x.sums()
	ideal := x.width(sum, 0, n) / float64(count)
	costs := x.senseCosts()
	type state struct {
		cost float64
		prev int
	}
	best := make([][]state, count+1)
	for k := range best {
		best[k] = make([]state, n+1)
		for i := range best[k] {
			best[k][i].cost = math.Inf(1)
		}
	}
	best[0][0].cost = 0
	for k := 1; k <= count; k++ {
		for to := 1; to <= n; to++ {
			if to < n && !x.may[to] {
				continue
			}
			for from := range to {
				w := x.width(sum, from, to)
				if w > measure {
					continue
				}
				off := (w - ideal) / x.em
				if c := best[k-1][from].cost + costs[to] + off*off; c < best[k][to].cost {
					best[k][to] = state{c, from}
				}
			}
		}
	}
	if math.IsInf(best[count][n].cost, 1) {
		return nil
	}
	lines := make([]string, count)
	for k, to := count, n; k > 0; k-- {
		from := best[k][to].prev
		lines[k-1] = x.string(from, to)
		to = from
	}
	return lines
}

// Costs of breaking a title, in squares of an em of uneven length.
const (
	atSense    = 0   // after a place, a time, a particle
	besideWord = 4   // beside a known word
	anywhere   = 25  // between words or inside one: not known
	insideName = 200 // inside a known word, or before the 区 of a place's name
)

// titleWords are words that titles of briefings are made of; none is torn. A longer one goes before its parts.
var titleWords = strings.Fields(`国民经济和社会发展 高质量发展 经济社会发展 国民经济 经济社会 主要指标 统计公报 经济运行 社会发展 固定资产 重点项目
	乡村振兴 生态环境 年上半年 年下半年 年一季度 年二季度 年三季度 年前三季度 年四季度 上半年 下半年 一季度 二季度 三季度 前三季度 四季度 全年 经济 社会 发展 运行 统计 情况 简报 公报 报告 分析 通报
	监测 月报 季报 年报 快报 工作 数据 指标 工业 农业 投资 消费 人口 民生 生态 环境 产业 企业 建设 完成 进展 高质量 全市 全区 全县 关于`)

// senseCosts is the cost of a line's end before each character.
func (x *text) senseCosts() []float64 {
	n := len(x.glyphs)
	costs := make([]float64, n+1)
	for i := 1; i < n; i++ {
		switch a, b := x.glyphs[i-1].r, x.glyphs[i].r; {
		case among(b, "区市县省州盟旗镇乡的和与及、年月"):
			costs[i] = insideName
		case among(a, "区市县省州盟旗镇乡的和与及、年月：—　 ") || isClosing(a):
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

// width is the natural width of glyphs [from, to) as a line.
func (x *text) width(sum sums, from, to int) float64 {
	if from == to {
		return 0
	}
	return -x.fit(sum, from, to, shape{}).slack
}
