package transcribe

import (
	"fmt"
	"strconv"
	"strings"

	"jianbao/report/pattern"
	"jianbao/report/period"
)

// reference is a reference period as the data format writes it, or none.
type reference string

var (
	inYear    = pattern.Of(`((?:19|20)[0-9]{2})\s*年?\s*(.*)`)
	months    = pattern.Of(`^([0-9]{1,2})\s*月?\s*[-—–－~～至]\s*([0-9]{1,2})\s*月`)
	toYear    = pattern.Of(`^[-—–－~～至]\s*((?:19|20)[0-9]{2})\s*年`)
	oneMonth  = pattern.Of(`^([0-9]{1,2})\s*月`)
	quarters  = pattern.Of(`^第?([一二三四1-4])季度`)
	dayOfYear = pattern.Of(`((?:19|20)[0-9]{2})\s*[年./-]\s*([0-9]{1,2})\s*[月./-]\s*([0-9]{1,2})\s*日?`)
)

// periodIn finds a period in a text: 2021年上半年, 2021年1-6月, 1-6月 of a year that
// is known.
func periodIn(text string, year int) (reference, bool) {
	rest := text
	if m := inYear().FindStringSubmatch(text); m != nil {
		year, _ = strconv.Atoi(m[1])
		rest = m[2]
	} else if year == 0 {
		return "", false
	}
	made := ""
	switch {
	case toYear().MatchString(rest):
		made = fmt.Sprintf("%d..%s", year, toYear().FindStringSubmatch(rest)[1])
	case months().MatchString(rest):
		m := months().FindStringSubmatch(rest)
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		made = fmt.Sprintf("%d-%02d..%d-%02d", year, from, year, to)
	case oneMonth().MatchString(rest):
		m, _ := strconv.Atoi(oneMonth().FindStringSubmatch(rest)[1])
		made = fmt.Sprintf("%d-%02d", year, m)
	case quarters().MatchString(rest):
		q := map[string]int{"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}[quarters().FindStringSubmatch(rest)[1]]
		made = fmt.Sprintf("%d-Q%d", year, q)
	case strings.HasPrefix(rest, "前三季度"):
		made = fmt.Sprintf("%d-01..%d-09", year, year)
	case strings.HasPrefix(rest, "上半年"):
		made = fmt.Sprintf("%d-H1", year)
	case strings.HasPrefix(rest, "下半年"):
		made = fmt.Sprintf("%d-H2", year)
	case rest != text:
		made = strconv.Itoa(year)
	default:
		return "", false
	}
	p, err := period.Parse(made)
	if err != nil {
		return "", false
	}
	return reference(p.String()), true
}

// headPeriod is the period that a column's head is, and nothing else.
func headPeriod(title string, year int) (reference, bool) {
	if !wholePeriod().MatchString(title) {
		return "", false
	}
	return periodIn(title, year)
}

var wholePeriod = pattern.Of(`^((19|20)[0-9]{2}\s*年?\s*)?([0-9]{1,2}\s*月?\s*[-—–－~～至]\s*[0-9]{1,2}\s*月|[0-9]{1,2}月|第?[一二三四1-4]季度|前三季度|上半年|下半年|全年)?(累计|实绩|完成)?$`)

// year is the year that a period ends in, 0 of none.
func (r reference) year() int {
	n := 0
	if s := string(r); len(s) >= 4 {
		n, _ = strconv.Atoi(s[:4])
	}
	return n
}

// before is the same span a year earlier.
func (r reference) before() reference {
	p, err := period.Parse(string(r))
	if err != nil {
		return ""
	}
	return reference(p.YearEarlier().String())
}

// day finds a day in a text: 2021年8月27日.
func day(text string) string {
	m := dayOfYear().FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	month, _ := strconv.Atoi(m[2])
	d, _ := strconv.Atoi(m[3])
	made := fmt.Sprintf("%s-%02d-%02d", m[1], month, d)
	if _, err := period.Parse(made); err != nil {
		return ""
	}
	return made
}
