package period

import (
	"strings"

	"jianbao/report/diag"
)

// Years outside these are taken for slips of the pen: 20021, 0201.
const (
	minYear = 1900
	maxYear = 2200
)

// longest is how much of a text an Error quotes, in characters.
const longest = 40

// Error is why a text names no period.
type Error struct {
	Found string    // the text, cut short if it is long
	Say   diag.Text // what was found and what is wrong with it
	Hint  diag.Text // the forms that are accepted
}

func (e *Error) Error() string { return e.Say.Error() + "; " + e.Hint.Error() }

var forms = diag.Say(
	"可写作 2021、2021-H1、2021-Q2、2021-06、2021-01..2021-06、2016..2020，时点写作 2021-06-30",
	"write 2021, 2021-H1, 2021-Q2, 2021-06, 2021-01..2021-06, 2016..2020, or 2021-06-30 for a point in time",
)

// Parse reads a reference period: a year 2021, a half-year 2021-H1, a quarter
// 2021-Q2, a month 2021-06, a point in time 2021-06-30, or a range of two of
// the spans joined by "..", from the start of the first to the end of the
// second. Space around the text is ignored. The error is always an *Error.
func Parse(text string) (Period, error) {
	trimmed := strings.TrimSpace(text)
	from, to, isRange := strings.Cut(trimmed, "..")
	p, fault := parseOne(from)
	if fault.IsZero() && isRange {
		p, fault = joined(p, to)
	}
	if !fault.IsZero() {
		found := quoted(trimmed)
		return Period{}, &Error{Found: found, Hint: forms,
			Say: diag.Say("“%s”不是报告期：%s", "%q is no reference period: %s", found, fault)}
	}
	return p, nil
}

// joined extends the span p to the end of the span that text names.
func joined(p Period, text string) (Period, diag.Text) {
	q, fault := parseOne(text)
	switch {
	case !fault.IsZero():
		return Period{}, fault
	case p.IsPoint() || q.IsPoint():
		return Period{}, diag.Say("起止应为年、半年、季度或月，不能是某一日",
			"a range runs between years, half-years, quarters or months, not days")
	case q.first < p.first || q.last < p.last:
		return Period{}, diag.Say("起止颠倒，%s早于%s", "it is reversed: %s comes before %s", q, p)
	}
	return Period{first: p.first, last: q.last}, diag.Text{}
}

// parseOne reads any form but a range. The fault is zero if there is none.
func parseOne(text string) (Period, diag.Text) {
	yearText, rest, more := strings.Cut(text, "-")
	year, ok := digits(yearText, 4)
	if !ok {
		return Period{}, diag.Say("“%s”不是四位数的年份", "%q is no year of four digits", quoted(yearText))
	}
	if year < minYear || year > maxYear {
		return Period{}, diag.Say("年份%d不在%d年至%d年之间", "the year %d is not between %d and %d", year, minYear, maxYear)
	}
	if !more {
		return span(year, 1, 12), diag.Text{}
	}
	if n, ok := part(rest, 'H', 2); ok {
		return span(year, 6*n-5, 6), diag.Text{}
	}
	if n, ok := part(rest, 'Q', 4); ok {
		return span(year, 3*n-2, 3), diag.Text{}
	}
	return parseMonth(year, rest)
}

// parseMonth reads what follows a year: 06 or 06-30.
func parseMonth(year int, text string) (Period, diag.Text) {
	monthText, dayText, more := strings.Cut(text, "-")
	number, ok := digits(monthText, 2)
	if !ok {
		return Period{}, diag.Say("年份后面的“%s”看不懂", "%q after the year is not understood", quoted(text))
	}
	if number < 1 || number > 12 {
		return Period{}, diag.Say("没有%s月", "there is no month %s", monthText)
	}
	p := span(year, number, 1)
	if !more {
		return p, diag.Text{}
	}
	day, ok := digits(dayText, 2)
	if !ok {
		return Period{}, diag.Say("月份后面的“%s”不是两位数的日", "%q after the month is no day of two digits", quoted(dayText))
	}
	if day < 1 || day > p.last.days() {
		return Period{}, diag.Say("%d年%d月没有%d日", "%04d-%02d has no day %d", year, number, day)
	}
	p.day = int8(day)
	return p, diag.Text{}
}

func span(year, number, length int) Period {
	first := monthOf(year, number)
	return Period{first: first, last: first + month(length) - 1}
}

// part reads H1 or Q4: a letter and one digit from 1 to most.
func part(text string, letter byte, most int) (int, bool) {
	if len(text) != 2 || text[0] != letter {
		return 0, false
	}
	n, ok := digits(text[1:], 1)
	return n, ok && n >= 1 && n <= most
}

// digits reads a whole number of exactly that many ASCII digits.
func digits(text string, length int) (int, bool) {
	if len(text) != length {
		return 0, false
	}
	n := 0
	for _, c := range []byte(text) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

func quoted(text string) string {
	if r := []rune(text); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return text
}
