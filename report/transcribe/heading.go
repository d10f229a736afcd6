package transcribe

import (
	"slices"
	"strconv"
	"strings"

	"jianbao/report/pattern"
)

// findPeriod finds the period that the figures are of: the first that a title
// names. A workbook that names none is taken to be of the year in which it was
// last saved.
func (t *transcript) findPeriod() {
	for _, s := range t.sheets {
		for _, b := range s.blocks {
			for _, line := range append([]string{s.name}, b.titles...) {
				if p, ok := periodIn(withoutDays(line), 0); ok {
					t.period = p
					return
				}
			}
		}
	}
	if t.period = t.latestHead(); t.period != "" {
		return
	}
	year := fallbackYear
	if len(t.book.Modified) >= 4 && isYear(t.book.Modified[:4]) {
		year = t.book.Modified[:4]
	}
	t.period = reference(year)
	t.remark("表里没有写报告期，暂写 %s，请改正", "the workbook names no period; %s stands in the data file, please mend it", year)
}

// fallbackYear stands where nothing says a year.
const fallbackYear = "2000"

// latestHead is the latest of the periods that head columns, if there is one.
func (t *transcript) latestHead() reference {
	var latest reference
	for _, s := range t.sheets {
		for _, b := range s.blocks {
			for _, c := range b.head {
				p, is := headPeriod(c.title, 0)
				if is && p.year() >= latest.year() {
					latest = p
				}
			}
		}
	}
	return latest
}

// withoutDays takes days out of a line: 报出日期：2021年8月27日 names no period.
func withoutDays(line string) string { return dayOfYear().ReplaceAllString(line, "") }

// A district at the beginning of a line, with the city before it: 济南市钢城区.
var districtName = pattern.Of(`^([\p{Han}]{2,7}?[市州盟省])?([\p{Han}]{2,6}?[区县旗])|^([\p{Han}]{2,7}?[市州盟])`)

// commonWords look like the name of a district and are none.
var commonWords = pattern.Of(`城市|地区|园区|社区|校区|景区|片区|全区|全市|全县|各区|各县|各市`)

// district is whom the workbook is about, as its lines say: the one that fills it
// in first of all.
func (t *transcript) district() (parent, name string) {
	var lines []string
	for _, s := range t.sheets {
		for _, b := range s.blocks {
			for _, line := range slices.Concat(b.titles, b.notes) {
				for _, label := range []string{"填报单位", "编制单位", "单位名称"} {
					if _, after, is := strings.Cut(squeezed(line), label); is {
						lines = append(lines, strings.TrimLeft(after, "（盖章）：:"))
					}
				}
			}
		}
	}
	for _, s := range t.sheets {
		for _, b := range s.blocks {
			lines = append(lines, b.titles...)
		}
	}
	for _, line := range lines {
		m := districtName().FindStringSubmatch(squeezed(line))
		switch {
		case m == nil || commonWords().MatchString(m[0]):
		case m[2] != "":
			return m[1], m[2]
		default:
			return "", m[3]
		}
	}
	t.remark("没有找到地区名称，暂写“未写明”，请改正", "no district is named; 未写明 stands in the data file, please mend it")
	return "", "未写明"
}

func (t *transcript) title() string {
	if t.book.Maker == ownMaker && t.book.Title != "" {
		return t.book.Title
	}
	for _, s := range t.sheets {
		for _, b := range s.blocks {
			if title := b.title(); title != "" {
				return title
			}
		}
	}
	return t.opt.Name
}

// published is the day that a line 报出日期 names, or on which the workbook was last
// saved.
func (t *transcript) published() string {
	for _, s := range t.sheets {
		for _, b := range s.blocks {
			for _, line := range append(append([]string{}, b.notes...), b.titles...) {
				if d := day(line); d != "" {
					return d
				}
			}
		}
	}
	d := day(t.book.Modified)
	if d == "" {
		d = strconv.Itoa(max(t.period.year(), 2000)) + "-12-31"
	}
	t.remark("没有找到报出日期，暂写 %s，请改正", "no date of publication is named; %s stands in the data file, please mend it", d)
	return d
}
