package transcribe

import (
	"strings"
	"unicode"

	"jianbao/report/figure"
	"jianbao/report/pattern"
)

// role is what a column of a list of indicators holds.
type role int

const (
	noRole role = iota
	nameRole
	unitRole
	periodRole
	valueRole
	lastRole // a year earlier
	yoyRole
	popRole
	shareRole
	rankRole
	targetRole
	noteRole
	workedRole // worked out from the others
)

// roleWords are the heads that columns have. A head is one of them as a whole, but
// for brackets and signs.
var roleWords = []struct {
	role  role
	words string
}{
	{nameRole, "指标 指标名称 主要指标 统计指标 指标项目 项目 名称"},
	{unitRole, "单位 计量单位"},
	{periodRole, "时期 报告期 期间"},
	{lastRole, "上年同期 去年同期 上年同期数 去年同期数 同期 同期数 上年 去年"},
	{yoyRole, "同比 同比增长 同比增减 同比增速 增长 增速 增幅 增减 比上年 比上年增长 比上年同期增长 较上年 同比增幅 增长率 同比±% 增减幅度"},
	{popRole, "环比 环比增长 比上期 环比增速"},
	{shareRole, "占比 比重 所占比重"},
	{rankRole, "位次 排名 名次"},
	{targetRole, "目标 年度目标 全年目标 目标值"},
	{noteRole, "备注 说明"},
	{workedRole, "趋势 核对 完成进度 时序进度 完成率"},
	{valueRole, "本期 本期数 本年 本年数 本月 累计 本年累计 本期累计 绝对值 绝对数 总量 数值 数量 数据 实绩 完成 完成数 本期完成 实际完成 实际数 值"},
}

func roleOf(title string) role {
	title = strings.Trim(squeezed(title), "（）()%％±、")
	for _, r := range roleWords {
		for word := range strings.FieldsSeq(r.words) {
			if title == strings.Trim(word, "%±") {
				return r.role
			}
		}
	}
	return noRole
}

// Patterns of names and lines.
var (
	groupHead  = pattern.Of(`^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+、)`)
	ofWhich    = pattern.Of(`^[\s　]*(其\s*中|#)\s*[：:]?[\s　]*`)
	inBrackets = pattern.Of(`^(.*?)\s*[（(]\s*(?:单位[：:])?([^（）()]+?)\s*[）)]$`)
	totalWord  = pattern.Of(`^(合计|总计|共计|小计|总合计)[：:]?$`)
	totalEnd   = pattern.Of(`^(.+?)(合计|总计|小计)$`)
	counted    = pattern.Of(`^(.+?)[（(]([0-9]+)[^（）()0-9]{0,3}[)）]$`)
	yearText   = pattern.Of(`^(19|20)[0-9]{2}年?$`)
	numberHead = pattern.Of(`序号|编号|代码|编码|行次|年份|年度|电话|邮编`)
	counting   = pattern.Of(`数$|人口|人数|户数|个数|排名|位次|名次|序号|编号`)
)

func isYear(text string) bool { return yearText().MatchString(text) }

// withoutUnit parts a title from the unit in its brackets: 总投资（亿元）.
func withoutUnit(text string) (title, unit string) {
	text = squeezed(text)
	if m := inBrackets().FindStringSubmatch(text); m != nil && m[1] != "" && isUnit(m[2]) {
		return m[1], unitText(m[2])
	}
	return text, ""
}

func unitText(s string) string { return strings.NewReplacer("％", "%").Replace(squeezed(s)) }

// known are the dimensions of units that can be told from other words.
var known = map[figure.Dimension]bool{
	figure.Points: true, figure.Counts: true, figure.People: true, figure.Money: true, figure.Length: true, figure.Area: true, figure.Volume: true,
	figure.Mass: true, figure.Energy: true, figure.Power: true, figure.Time: true, figure.Fan: true,
}

// isUnit reports whether a text is a unit, and not a word that could be one.
func isUnit(s string) bool {
	s = unitText(s)
	u, err := figure.ParseUnit(s)
	if err != nil || s == "" {
		return false
	}
	return known[u.Dimension] || u.Counting() || strings.Contains(s, "/") || u.Dimension == figure.Ratio
}

// idOf makes an id of a name: its letters and digits.
func idOf(name string) string {
	var b strings.Builder
	for _, r := range name {
		switch {
		case unicode.IsLetter(r), r == '_', unicode.Is(unicode.Nd, r):
			b.WriteRune(r)
		default:
			if s := b.String(); s != "" && !strings.HasSuffix(s, "_") {
				b.WriteRune('_')
			}
		}
		if b.Len() > longestID {
			break
		}
	}
	id := strings.Trim(b.String(), "_")
	if id == "" {
		return "x"
	}
	if first := []rune(id)[0]; !unicode.IsLetter(first) {
		id = "_" + id
	}
	if reserved[id] {
		id += "_"
	}
	return id
}

// longestID is how many bytes of a name an id takes.
const longestID = 90

// reserved are words of expressions and of the format.
var reserved = map[string]bool{
	"and": true, "or": true, "not": true, "members": true, "count": true, "label": true, "where": true, "sum": true, "min": true, "max": true,
	"mean": true, "abs": true, "round": true, "share": true, "growth": true, "prev": true, "at": true,
}

// squeezed is a text without blanks: 合 计 is 合计.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
