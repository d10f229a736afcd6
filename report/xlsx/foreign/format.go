package foreign

import (
	"fmt"
	"math/big"
	"strings"
	"time"

	"jianbao/report/figure"
)

// Shown is a cell as a reader sees it.
type Shown struct {
	Text   string // 12.60, 74.8%, 2021-06-30, 突破1200
	Figure string // the digits of a number alone, with their sign: 74.8; empty of what is none
	// Percent says that the number is shown in %; Figure counts in it.
	Percent bool
	Literal string // the words around the digits, as 亿元
}

// format is a number format, as far as the shown figure depends on it.
type format struct {
	general  bool
	date     string // a layout of package time, of dates
	decimals int
	least    int // of those, digits that are shown though they are zeros
	percent  bool
	scale    int // thousands that are left out
	before   string
	after    string
}

// parseFormat reads the first section of a format's code: what it does with
// negative numbers and zeros is taken to be the same but for looks.
func parseFormat(code string) format {
	f := format{general: true}
	section := firstSection(code)
	digits, fraction := false, false
	literal := func(s string) {
		if digits {
			f.after += s
		} else {
			f.before += s
		}
	}
	lower := strings.ToLower(section)
	runes := []rune(section)
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; r {
		case '"':
			end := i + 1
			for end < len(runes) && runes[end] != '"' {
				end++
			}
			literal(string(runes[i+1 : min(end, len(runes))]))
			i = end
		case '\\':
			if i++; i < len(runes) {
				literal(string(runes[i]))
			}
		case '_', '*':
			i++ // a blank as wide as the next character, or that character repeated
		case '[':
			for i < len(runes) && runes[i] != ']' {
				i++
			}
		case '0', '#', '?':
			f.general, digits = false, true
			if fraction {
				f.decimals++
				if r == '0' {
					f.least = f.decimals
				}
			}
		case '.':
			fraction = true
		case ',':
			if digits && (i+1 == len(runes) || !strings.ContainsRune("0#?,", runes[i+1])) {
				f.scale++
			}
		case '%':
			f.percent = true
		case 'y', 'Y', 'd', 'D', 'h', 'H', 's', 'S', 'm', 'M', 'e', 'E', 'g', 'G':
			if strings.HasPrefix(string(runes[i:]), "General") {
				i += len("General") - 1
				digits = true
				continue
			}
			if r == 'E' && digits {
				return format{general: true} // 1.2E+03: its digits say how well it is known, not where
			}
			f.date = dateLayout(lower)
			return f
		case '/':
			if digits {
				return format{general: true} // a fraction: 1 1/3
			}
			literal("/")
		case '@', ' ':
		default:
			literal(string(r))
		}
	}
	return f
}

func firstSection(code string) string {
	quoted := false
	for i, r := range code {
		switch {
		case r == '"':
			quoted = !quoted
		case r == ';' && !quoted:
			return code[:i]
		}
	}
	return code
}

// dateLayout is the layout that says as much as a format does.
func dateLayout(code string) string {
	switch day, clock := strings.ContainsAny(code, "yd"), strings.ContainsAny(code, "hs"); {
	case day && clock:
		return "2006-01-02 15:04"
	case clock:
		return "15:04:05"
	case !strings.Contains(code, "d"):
		return "2006-01"
	}
	return time.DateOnly
}

// show is a stored number as a reader sees it.
func (f format) show(raw string, from1904 bool) (Shown, bool) {
	if len(raw) > 40 {
		return Shown{Text: raw}, raw != ""
	}
	n, ok := stored(raw)
	if !ok {
		return Shown{Text: raw}, strings.TrimSpace(raw) != ""
	}
	if f.date != "" {
		if text, ok := date(n, f.date, from1904); ok {
			return Shown{Text: text}, true
		}
	}
	digits := plain(n)
	if !f.general {
		if f.percent {
			n = new(big.Rat).Mul(n, big.NewRat(100, 1))
		}
		for range f.scale {
			n = new(big.Rat).Quo(n, big.NewRat(1000, 1))
		}
		digits = figure.Format(n, f.decimals, false)
		for k := f.decimals; k > f.least && strings.HasSuffix(digits, "0"); k-- {
			digits = strings.TrimSuffix(digits, "0")
		}
		digits = strings.TrimSuffix(digits, ".")
	}
	s := Shown{Figure: digits, Percent: f.percent, Literal: strings.TrimSpace(f.before + f.after)}
	s.Text = f.before + digits
	if f.percent {
		s.Text += "%"
	}
	s.Text = strings.TrimSpace(s.Text + f.after)
	return s, true
}

// stored is a number as a workbook stores it. Excel keeps fifteen digits; what
// stands behind them comes of the way to binary and back.
func stored(raw string) (*big.Rat, bool) {
	if strings.ContainsAny(raw, "/_xXpP") {
		return nil, false
	}
	if exponent := strings.IndexAny(raw, "eE"); exponent >= 0 && len(raw)-exponent > 5 {
		return nil, false
	}
	n, ok := new(big.Rat).SetString(strings.TrimSpace(raw))
	if !ok {
		return nil, false
	}
	binary, _ := n.Float64()
	n, ok = new(big.Rat).SetString(fmt.Sprintf("%.15g", binary))
	return n, ok
}

// plain is a number with all its digits.
func plain(n *big.Rat) string {
	decimals, _ := figure.DecimalDigits(n)
	return figure.Format(n, decimals, false)
}

// date is a day that is stored as a number of days. Excel takes 1900 for a leap
// year, so that days count from 1899-12-30.
func date(n *big.Rat, layout string, from1904 bool) (string, bool) {
	days, _ := n.Float64()
	if days < 0 || days > 2958465 { // 9999-12-31
		return "", false
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if from1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	whole := int(days)
	seconds := int((days-float64(whole))*86400 + 0.5)
	return first.AddDate(0, 0, whole).Add(time.Duration(seconds) * time.Second).Format(layout), true
}
