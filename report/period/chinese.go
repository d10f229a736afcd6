package period

import "fmt"

var quarterNames = [...]string{"一", "二", "三", "四"}

// Chinese is the period's name in a Chinese text: 2021年, 2021年上半年,
// 2021年二季度, 2021年6月, 2021年1—5月, 2016—2020年, 2020年11月—2021年2月; for
// a point in time 2021年6月末 if it is the month's last day, 2021年末 if it is
// the year's, else 2021年6月15日. It is empty for the zero Period.
func (p Period) Chinese() string {
	year, number := p.last.year(), p.last.number()
	switch p.form() {
	case none:
		return ""
	case point:
		return p.chineseDay()
	case years:
		if p.first.year() == year {
			return fmt.Sprintf("%d年", year)
		}
		return fmt.Sprintf("%d—%d年", p.first.year(), year)
	case half:
		if number == 6 {
			return fmt.Sprintf("%d年上半年", year)
		}
		return fmt.Sprintf("%d年下半年", year)
	case quarter:
		return fmt.Sprintf("%d年%s季度", year, quarterNames[number/3-1])
	case single:
		return fmt.Sprintf("%d年%d月", year, number)
	}
	if p.first.year() == year {
		return fmt.Sprintf("%d年%d—%d月", year, p.first.number(), number)
	}
	return fmt.Sprintf("%d年%d月—%d年%d月", p.first.year(), p.first.number(), year, number)
}

func (p Period) chineseDay() string {
	year, number := p.last.year(), p.last.number()
	switch {
	case p.isMonthEnd() && number == 12:
		return fmt.Sprintf("%d年末", year)
	case p.isMonthEnd():
		return fmt.Sprintf("%d年%d月末", year, number)
	}
	return fmt.Sprintf("%d年%d月%d日", year, number, p.day)
}
