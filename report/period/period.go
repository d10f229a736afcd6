// Package period is reference periods (报告期): parsing and printing them, the
// same span a year earlier (基期), the span just before, and their Chinese
// names. It knows nothing of what is observed in them.
package period

import (
	"cmp"
	"fmt"
)

// Period is a span of whole months, or a single day as a point in time. Spans
// that cover the same months are the same Period however they were written, so
// Periods can be compared with == and be map keys. The zero Period is none.
type Period struct {
	first, last month
	day         int8 // a point in time; 0 for a span of months
}

// month counts months from January of year 0, so that a span's arithmetic is
// that of whole numbers.
type month int32

func monthOf(year, number int) month { return month(year*12 + number - 1) }

func (m month) year() int   { return int(m) / 12 }
func (m month) number() int { return int(m)%12 + 1 }

// days is the number of days in the month, by the Gregorian calendar.
func (m month) days() int {
	switch m.number() {
	case 4, 6, 9, 11:
		return 30
	case 2:
		y := m.year()
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// IsZero reports whether p is no period at all.
func (p Period) IsZero() bool { return p == Period{} }

// IsPoint reports whether p is a point in time, a day, and not a span.
func (p Period) IsPoint() bool { return p.day != 0 }

// Year is the year in which p ends.
func (p Period) Year() int { return p.last.year() }

// Months is the number of months in a span: 6 for 2021-H1. It is 0 for a point
// in time and for the zero Period.
func (p Period) Months() int {
	if p.IsZero() || p.IsPoint() {
		return 0
	}
	return int(p.last-p.first) + 1
}

// YearEarlier is the same span twelve months before, the base of 同比. The last
// day of a month stays the last day: 2020-02-29 becomes 2019-02-28, and
// 2021-02-28 becomes 2020-02-29.
func (p Period) YearEarlier() Period { return p.back(12) }

// Previous is the span just before, the base of 环比: as many months, ending
// where p begins (2021-H1 gives 2020-H2, 2016..2020 gives 2011..2015). For a
// point in time it is the same day a month before, or that month's last day if
// p is a last day or the month is too short.
func (p Period) Previous() Period {
	if p.IsPoint() {
		return p.back(1)
	}
	return p.back(p.Months())
}

// back moves p some months into the past.
func (p Period) back(months int) Period {
	if p.IsZero() {
		return p
	}
	q := Period{first: p.first - month(months), last: p.last - month(months), day: p.day}
	if p.IsPoint() && (p.isMonthEnd() || int(p.day) > q.last.days()) {
		q.day = int8(q.last.days())
	}
	return q
}

// isMonthEnd reports whether a point in time is the last day of its month.
func (p Period) isMonthEnd() bool { return int(p.day) == p.last.days() }

// Contains reports whether all of q lies within p. A period contains itself; a
// point in time contains no span; nothing contains or is contained in the zero
// Period.
func (p Period) Contains(q Period) bool {
	if p.IsZero() || q.IsZero() {
		return false
	}
	if p.IsPoint() {
		return p == q
	}
	return p.first <= q.first && q.last <= p.last
}

// Compare orders periods by their end and then by their start, so that the
// longer of two that end together comes first: a year, its second half, its
// December, its last day. It is 0 only for equal periods; the zero Period comes
// first of all.
func (p Period) Compare(q Period) int {
	return cmp.Or(
		cmp.Compare(p.last, q.last),
		cmp.Compare(p.endDay(), q.endDay()),
		cmp.Compare(p.first, q.first),
		cmp.Compare(p.day, q.day),
	)
}

// EndsWith reports whether p and q end on the same day.
func (p Period) EndsWith(q Period) bool {
	return !p.IsZero() && !q.IsZero() && p.last == q.last && p.endDay() == q.endDay()
}

func (p Period) endDay() int {
	if p.IsPoint() {
		return int(p.day)
	}
	return p.last.days()
}

// String is the canonical text of p, the shortest form that Parse reads back
// as the same Period: 2021-H1 also for 2021-01..2021-06. It is empty for the
// zero Period.
func (p Period) String() string {
	switch p.form() {
	case none:
		return ""
	case point:
		return fmt.Sprintf("%04d-%02d-%02d", p.last.year(), p.last.number(), p.day)
	case years:
		if p.first.year() == p.last.year() {
			return fmt.Sprintf("%04d", p.last.year())
		}
		return fmt.Sprintf("%04d..%04d", p.first.year(), p.last.year())
	case half:
		return fmt.Sprintf("%04d-H%d", p.last.year(), p.last.number()/6)
	case quarter:
		return fmt.Sprintf("%04d-Q%d", p.last.year(), p.last.number()/3)
	case single:
		return fmt.Sprintf("%04d-%02d", p.last.year(), p.last.number())
	}
	return fmt.Sprintf("%04d-%02d..%04d-%02d",
		p.first.year(), p.first.number(), p.last.year(), p.last.number())
}

// form is the shape in which a period is printed.
type form int

const (
	none    form = iota
	point        // a day
	years        // one or more whole calendar years
	half         // a calendar half-year
	quarter      // a calendar quarter
	single       // a month
	months       // any other span of months
)

func (p Period) form() form {
	n := p.Months()
	// aligned: the span is one of the calendar's own pieces of that length.
	aligned := n > 0 && (p.first.number()-1)%min(n, 12) == 0
	switch {
	case p.IsZero():
		return none
	case p.IsPoint():
		return point
	case n%12 == 0 && aligned:
		return years
	case n == 6 && aligned:
		return half
	case n == 3 && aligned:
		return quarter
	case n == 1:
		return single
	}
	return months
}
