package prose

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"jianbao/report/pattern"
	"jianbao/report/period"
)

// mention is a period that a text names, between two places that count bytes.
type mention struct {
	at, end int
	when    period.Period
	atEnd   bool // it names where the period ends: 6月底, 到2025年
	whole   bool // all of it: 全年
}

// means reports whether a fact is of the period that is named, so that a claim
// that differs from it is wrong and not about something else. 今年 is as much of
// the year as the data know, unless it is said to be all.
func (m mention) means(f *Fact, own period.Period) bool {
	switch {
	case f.Period == m.when:
		return true
	case m.when.EndsWith(f.Period):
		return m.atEnd || f.Period.IsPoint()
	}
	return f.Current && !m.whole && m.when.Months() == 12 && m.when.Year() == own.Year()
}

// spoken are the ways to name a period: a year or 今年, 去年, then a part of it; or
// the part alone.
var spoken = pattern.Of(`(?:([12]\d{3})(?:[—–-]([12]\d{3}))?年|(今年|本年|去年|上年|上一年|年内|当年|全年|前年|明年))(?:全年|内|末|底)?(同期|上半年|下半年|前三季度|[一二三四]季度|(\d{1,2})(?:月)?[—–\-~～至到](\d{1,2})月|(\d{1,2})月)?` +
	`|(上半年|下半年|前三季度|[一二三四]季度)|(1)(?:月)?[—–\-~～至到](\d{1,2})月|“?十([一二三四五])五”?(期间|时期|末|以来)?|(\d{1,2})月|[前头](\d{1,2}|[一二三四五六七八九十]|十一)个月`)

// endOfPeriod is a mention of where a period ends; toPeriod stands before one.
var (
	endOfPeriod = pattern.Of(`^(?:[^，。；月年]*[年月])+[末底]|^“?十.五”?末`)
	toPeriod    = pattern.Of(`[到至]$`)
)

// The groups of spoken.
const (
	firstYear = 1 + iota
	lastYear
	relativeYear
	partOfYear
	firstMonth
	lastMonth
	monthOfYear
	partAlone
	firstMonthAlone
	lastMonthAlone
	fiveYears
	whenOfFiveYears
	monthAlone
	firstMonths
)

// baseWords stand before a period that a change is reckoned from: 比上年.
var baseWords = pattern.Of(`[比较与同和]$`)

// mentions are the periods that text names, reckoned from the data's own.
func mentions(text string, own period.Period) []mention {
	var all []mention
	for _, m := range spokenIn(text) {
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return text[m[2*n]:m[2*n+1]]
		}
		after := text[m[1]:]
		if baseWords().MatchString(text[max(0, m[0]-6):m[0]]) || group(monthAlone) != "" && (startsWithDigit(after) || endsWithDigit(text[:m[0]])) {
			continue
		}
		if group(partOfYear) == "同期" {
			if group(relativeYear) != "" && !own.IsZero() {
				all = append(all, mention{at: m[0], end: m[1], when: own.YearEarlier()})
			}
			continue
		}
		if p, err := period.Parse(written(group, own.Year())); err == nil {
			all = append(all, mention{
				at: m[0], end: m[1], when: p, whole: strings.Contains(text[m[0]:m[1]], "全年"),
				atEnd: endOfPeriod().MatchString(text[m[0]:]) || toPeriod().MatchString(text[max(0, m[0]-2*len("到")):m[0]]),
			})
		}
	}
	return all
}

// spokenIn is where spoken matches, as FindAllStringSubmatchIndex gives it. Only
// what stands around 年, 月, 季 or 五 is searched, without which there is none: that is
// a small part of a text.
func spokenIn(text string) [][]int {
	const before, behind = 36, 48 // bytes of the longest mention on either side
	var all [][]int
	for done := 0; ; {
		i := strings.IndexAny(text[done:], "年月季五")
		if i < 0 {
			return all
		}
		from, to := max(done, done+i-before), min(len(text), done+i+behind)
		for from > 0 && from < len(text) && !utf8.RuneStart(text[from]) {
			from++
		}
		for to < len(text) && !utf8.RuneStart(text[to]) {
			to++
		}
		m := spoken().FindStringSubmatchIndex(text[from:to])
		if m == nil {
			done += i + len("年")
			continue
		}
		for k := range m {
			if m[k] >= 0 {
				m[k] += from
			}
		}
		all, done = append(all, m), m[1]
	}
}

// withoutPeriods is text without the periods that it names.
func withoutPeriods(text string) string {
	said := spokenIn(text)
	for i := len(said) - 1; i >= 0; i-- {
		text = text[:said[i][0]] + text[said[i][1]:]
	}
	return text
}

// namesPeriod reports whether text names a period.
func namesPeriod(text string) bool { return len(spokenIn(text)) > 0 }

func startsWithDigit(text string) bool { return text != "" && isDigit(rune(text[0])) }
func endsWithDigit(text string) bool   { return text != "" && isDigit(rune(text[len(text)-1])) }

// written is a mention in the notation of data files.
func written(group func(int) string, year int) string {
	if plan := strings.IndexAny("一二三四五", group(fiveYears)); group(fiveYears) != "" && plan >= 0 {
		// 十一五 is 2006 to 2010, and each plan five years more.
		last := 2010 + 5*plan/len("一")
		if group(whenOfFiveYears) == "末" {
			return strconv.Itoa(last)
		}
		return fmt.Sprintf("%d..%d", last-4, last)
	}
	text := strconv.Itoa(year)
	switch word := group(relativeYear); {
	case group(lastYear) != "":
		return group(firstYear) + ".." + group(lastYear)
	case group(firstYear) != "":
		text = group(firstYear)
	case word == "去年" || word == "上年" || word == "上一年":
		text = strconv.Itoa(year - 1)
	case word == "前年":
		text = strconv.Itoa(year - 2)
	case word == "明年":
		text = strconv.Itoa(year + 1)
	}
	from, to := group(firstMonth)+group(firstMonthAlone), group(lastMonth)+group(lastMonthAlone)
	if count := group(firstMonths); count != "" {
		n, _, _ := numeral([]rune(count), 0, false)
		from, to = "1", n.value.RatString() // 前5个月
	}
	switch month := group(monthOfYear) + group(monthAlone); {
	case from != "" && to != "":
		return fmt.Sprintf("%s-%02s..%s-%02s", text, from, text, to)
	case month != "":
		return fmt.Sprintf("%s-%02s", text, month)
	}
	if part, ok := partsOfYear[group(partOfYear)+group(partAlone)]; ok {
		return text + "-" + strings.ReplaceAll(part, "YYYY", text)
	}
	return text
}

// partsOfYear are the parts of a year in the notation of data files.
var partsOfYear = map[string]string{
	"上半年": "H1", "下半年": "H2", "一季度": "Q1", "二季度": "Q2", "三季度": "Q3", "四季度": "Q4", "前三季度": "01..YYYY-09",
}
