package xlsx

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/width"

	"jianbao/report/diag"
)

// cellUnits is the longest text of a cell, in UTF-16 units.
const cellUnits = 32767

// cleaned is a text as a cell can hold it, and what had to be changed: nothing,
// in all but strange data.
func cleaned(s string) (text string, characters, cut bool) {
	if len(s) <= cellUnits && plain(s) { // nearly all
		return s, false, false
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	text = s
	if !utf8.ValidString(s) || strings.ContainsFunc(s, forbidden) {
		characters = true
		text = strings.Map(func(r rune) rune {
			switch {
			case r < 0x20 && forbidden(r):
				return 0x2400 + r // the picture of the control character: ␀
			case forbidden(r):
				return utf8.RuneError
			}
			return r
		}, strings.ToValidUTF8(s, string(utf8.RuneError)))
	}
	if len(text) > cellUnits && len(utf16.Encode([]rune(text))) > cellUnits {
		room := cellUnits - 1
		for i, r := range text {
			if room -= utf16.RuneLen(r); room < 0 {
				return text[:i] + "…", characters, true
			}
		}
	}
	return text, characters, false
}

// plain reports texts without anything that may be forbidden, by their bytes.
func plain(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < 0x20 && c != '\n' && c != '\t', c == lastSigns[0] && strings.HasPrefix(s[i:], lastSigns):
			return false
		}
	}
	return utf8.ValidString(s)
}

// lastSigns is how U+FFC0 to U+FFFF begin.
const lastSigns = "\xEF\xBF"

// forbidden reports characters that XML has no notation for. A carriage return
// has one, but Excel shows it as a box.
func forbidden(r rune) bool {
	return r < 0x20 && r != '\t' && r != '\n' || r == '\uFFFE' || r == '\uFFFF'
}

// say cleans a text and notes what was changed. The subject names what the text
// belongs to, for the finding; without one the text's beginning does.
func (b *book) say(s, subject string) string {
	text, characters, cut := cleaned(s)
	if subject == "" && (characters || cut) {
		subject = string([]rune(text)[:min(len([]rune(text)), 20)])
	}
	if characters {
		b.note(subject, diag.Say(
			"%s：文字中有工作簿不能保存的控制字符，已换成可见符号；请从数据中删去",
			"%s: the text has control characters that a workbook cannot hold; they are shown as visible signs; remove them from the data", subject))
	}
	if cut {
		b.note(subject, diag.Say(
			"%s：文字超过单元格的上限32767个字符，工作簿中只有前面部分，以“…”结尾；请缩短",
			"%s: the text is longer than the 32767 characters of a cell; the workbook holds its beginning, ending in “…”; shorten it", subject))
	}
	return text
}

// headUnits keeps a page's header below Excel's limit of 255 characters, of which
// a sign that is doubled takes two.
const headUnits = 100

// headingOf is a title as the printed pages say it, in one line.
func (b *book) headingOf(title string) string {
	whole := strings.Join(strings.Fields(b.say(title, "")), " ")
	heading := shortened(whole, headUnits)
	if heading != whole {
		b.note("", diag.Say(
			"标题超过%[1]d个字符，工作簿的页眉只印“%[2]s”；请缩短标题",
			"the title is longer than %[1]d characters; the heads of the workbook's pages print %[2]q only; shorten it", headUnits, heading))
	}
	return b.marked(heading)
}

// noteDigits is about a number that is written as text rather than changed.
func (b *book) noteDigits(text, subject string) {
	b.note(subject, diag.Say(
		"%s：%s 超过电子表格的15位有效数字，工作簿中以文本保存，不参与计算；请用更大的计量单位",
		"%s: %s has more than the 15 digits of a spreadsheet's numbers; the workbook holds it as text, outside all calculation; use a larger unit", subject, text))
}

// note adds a warning, once: a text may stand on several sheets.
func (b *book) note(subject string, message diag.Text) {
	if key := message.In(diag.EN); !b.noted[key] {
		b.noted[key] = true
		b.findings = append(b.findings, diag.Finding{
			Code: diag.NameAdjusted, Severity: diag.Warning, Figure: subject, Message: message,
		})
	}
}

// columns is how wide a text is shown, in widths of a digit: a full-width
// character takes two. Of several lines the widest counts.
func columns(s string) int {
	widest, n := 0, 0
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '\n':
			widest, n = max(widest, n), 0
			i++
		case c < utf8.RuneSelf: // none of those is wide
			n++
			i++
		case c >= firstHan && c <= lastHan && i+2 < len(s): // most of the others, and all are
			n += 2
			i += 3
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			n++
			switch width.LookupRune(r).Kind() {
			case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
				n++
			}
			i += size
		}
	}
	return max(widest, n)
}

// The bytes that the Han characters from U+5000 to U+9FFF begin with.
const firstHan, lastHan = 0xE5, 0xE9
