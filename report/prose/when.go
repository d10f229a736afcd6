package prose

import (
	"fmt"
	"regexp"
	"strconv"

	"jianbao/report/period"
)

// mention is a period that a text names; at counts bytes.
type mention struct {
	at   int
	when period.Period
}

// spoken are the ways to name a period: a year or 今年, 去年, then a part of it; or
// the part alone.
var spoken = regexp.MustCompile(`(?:([12]\d{3})(?:[—–-]([12]\d{3}))?年|(今年|本年|去年|上年|上一年|年内|当年|全年))(?:全年|内)?(上半年|下半年|[一二三四]季度|(\d{1,2})(?:月)?[—–-](\d{1,2})月|(\d{1,2})月)?|(上半年|下半年)|(1)[—–-](\d{1,2})月|十([三四五])五`)

// baseWords stand before a period that a change is reckoned from: 比上年.
var baseWords = regexp.MustCompile(`[比较与同和]$`)

// mentions are the periods that text names, reckoned from the data's own.
func mentions(text string, own period.Period) []mention {
	var all []mention
	for _, m := range spoken.FindAllStringSubmatchIndex(text, -1) {
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return text[m[2*n]:m[2*n+1]]
		}
		if baseWords.MatchString(text[max(0, m[0]-6):m[0]]) {
			continue
		}
		if p, err := period.Parse(written(group, own.Year())); err == nil {
			all = append(all, mention{at: m[0], when: p})
		}
	}
	return all
}

// written is a mention in the notation of data files.
func written(group func(int) string, year int) string {
	switch group(11) {
	case "三":
		return "2016..2020"
	case "四":
		return "2021..2025"
	case "五":
		return "2026..2030"
	}
	text := strconv.Itoa(year)
	switch word := group(3); {
	case group(2) != "":
		return group(1) + ".." + group(2)
	case group(1) != "":
		text = group(1)
	case word == "去年" || word == "上年" || word == "上一年":
		text = strconv.Itoa(year - 1)
	}
	part := group(4) + group(8)
	from, to := group(5)+group(9), group(6)+group(10)
	switch {
	case from != "" && to != "":
		return fmt.Sprintf("%s-%02s..%s-%02s", text, from, text, to)
	case group(7) != "":
		return fmt.Sprintf("%s-%02s", text, group(7))
	case part == "上半年":
		return text + "-H1"
	case part == "下半年":
		return text + "-H2"
	}
	for i, quarter := range []string{"一季度", "二季度", "三季度", "四季度"} {
		if part == quarter {
			return fmt.Sprintf("%s-Q%d", text, i+1)
		}
	}
	return text
}
