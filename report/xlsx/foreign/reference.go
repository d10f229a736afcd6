package foreign

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/report/pattern"
)

// Area is a range of cells, rows and columns counted from 1, ends included.
type Area struct{ Left, Top, Right, Bottom int }

// One reports whether the area is a single cell.
func (a Area) One() bool { return a.Left == a.Right && a.Top == a.Bottom }

// Holds reports whether a cell lies in the area.
func (a Area) Holds(column, row int) bool {
	return a.Left <= column && column <= a.Right && a.Top <= row && row <= a.Bottom
}

// String is the area as a sheet writes it: B7, B7:D9.
func (a Area) String() string {
	if a.One() {
		return Address(a.Left, a.Top)
	}
	return Address(a.Left, a.Top) + ":" + Address(a.Right, a.Bottom)
}

// Address is a cell's name: B7 of column 2 and row 7.
func Address(column, row int) string { return letters(column) + strconv.Itoa(row) }

func letters(column int) string {
	s := ""
	for ; column > 0; column = (column - 1) / 26 {
		s = string(rune('A'+(column-1)%26)) + s
	}
	return s
}

// Cell reads a cell's name, with or without dollar signs; ok is false if no sheet
// has such a cell.
func Cell(ref string) (column, row int, ok bool) {
	ref = strings.ReplaceAll(ref, "$", "")
	i := 0
	for i < len(ref) && unicode.IsLetter(rune(ref[i])) {
		column = column*26 + int(ref[i]|0x20-'a') + 1
		if i++; i > 3 {
			return 0, 0, false
		}
	}
	row, ok = number(ref[i:])
	return column, row, ok && i > 0 && row > 0 && row <= MaxRow && column <= MaxColumn
}

// number reads digits alone.
func number(s string) (int, bool) {
	if s == "" || len(s) > 9 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// ParseArea reads B7 or B7:D9.
func ParseArea(ref string) (Area, bool) {
	from, to, both := strings.Cut(ref, ":")
	if !both {
		to = from
	}
	left, top, ok := Cell(from)
	right, bottom, also := Cell(to)
	return Area{min(left, right), min(top, bottom), max(left, right), max(top, bottom)}, ok && also
}

// Reference is what a formula says of cells.
type Reference struct {
	Sheet string // as named, without quotes; empty: the formula's own. Of several, A:C
	Area  Area
	// The rows and columns that keep their place when the formula is copied.
	TopFixed, BottomFixed, LeftFixed, RightFixed bool
	WholeRows, WholeColumns                      bool
	Range                                        bool   // written with both ends: C5:C5
	Call                                         string // the function that it is an argument of, in capitals
	prefix                                       string // the sheet as written, with its exclamation mark
}

// String is the reference as a formula writes it.
func (r Reference) String() string {
	fixed := func(is bool, s string) string {
		if is {
			return "$" + s
		}
		return s
	}
	left, right := fixed(r.LeftFixed, letters(r.Area.Left)), fixed(r.RightFixed, letters(r.Area.Right))
	top, bottom := fixed(r.TopFixed, strconv.Itoa(r.Area.Top)), fixed(r.BottomFixed, strconv.Itoa(r.Area.Bottom))
	switch {
	case r.WholeRows:
		return r.prefix + top + ":" + bottom
	case r.WholeColumns:
		return r.prefix + left + ":" + right
	case !r.Range && left+top == right+bottom:
		return r.prefix + left + top
	}
	return r.prefix + left + top + ":" + right + bottom
}

const sheetPattern = `((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?)!)?`

// What a formula is made of, as far as it matters here.
var (
	textToken    = pattern.Of(`^"(?:[^"]|"")*"`)
	bracketToken = pattern.Of(`^\[[^\]]*\]+`)
	cellToken    = pattern.Of(`^` + sheetPattern + `(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})(?::(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7}))?`)
	rowsToken    = pattern.Of(`^` + sheetPattern + `(\$?)([0-9]{1,7}):(\$?)([0-9]{1,7})`)
	columnsToken = pattern.Of(`^` + sheetPattern + `(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})`)
	numberToken  = pattern.Of(`^[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?`)
	nameToken    = pattern.Of(`^(?:'(?:[^']|'')+'!?|[\p{L}_\\][\p{L}\p{N}_.?]*)`)
)

// operators begin nothing longer, as most characters of a long sum do.
const operators = "+-*/^&=<>(),;:%{} "

// Rewrite puts other texts in the place of a formula's references. The formula is
// without its equals sign.
func Rewrite(formula string, with func(Reference) string) string {
	var b strings.Builder
	var calls []string
	for at := 0; at < len(formula); {
		rest := formula[at:]
		switch {
		case strings.IndexByte(operators, rest[0]) >= 0:
			switch {
			case rest[0] == '(':
				calls = append(calls, "")
			case rest[0] == ')' && len(calls) > 0:
				calls = calls[:len(calls)-1]
			}
			b.WriteByte(rest[0])
			at++
			continue
		case rest[0] == '[' && !strings.Contains(rest, "]"):
			b.WriteString(rest) // open to the end: nothing in it can be read
			return b.String()
		}
		if m := textToken().FindString(rest) + bracketToken().FindString(rest); m != "" { // brackets are of a table, or another workbook
			b.WriteString(m)
			at += len(m)
			continue
		}
		if r, length, ok := reference(rest); ok {
			if len(calls) > 0 {
				r.Call = calls[len(calls)-1]
			}
			b.WriteString(with(r))
			at += length
			continue
		}
		m := nameToken().FindString(rest)
		if m == "" {
			m = numberToken().FindString(rest)
		}
		if m != "" {
			if strings.HasPrefix(rest[len(m):], "(") {
				calls = append(calls, strings.ToUpper(m))
				m += "("
			}
			b.WriteString(m)
			at += len(m)
			continue
		}
		_, size := utf8.DecodeRuneInString(rest)
		b.WriteString(rest[:size])
		at += size
	}
	return b.String()
}

// References are those of a formula, in order.
func References(formula string) []Reference {
	var all []Reference
	Rewrite(formula, func(r Reference) string {
		all = append(all, r)
		return ""
	})
	return all
}

// reference reads one at the beginning of a text.
func reference(s string) (r Reference, length int, ok bool) {
	if m := cellToken().FindStringSubmatch(s); m != nil && ends(s[len(m[0]):]) {
		r = Reference{LeftFixed: m[2] != "", TopFixed: m[4] != "", RightFixed: m[6] != "", BottomFixed: m[8] != "", prefix: m[1]}
		r.Area.Left, r.Area.Top, ok = Cell(m[3] + m[5])
		r.Area.Right, r.Area.Bottom = r.Area.Left, r.Area.Top
		if r.Range = m[7] != ""; !r.Range {
			r.RightFixed, r.BottomFixed = r.LeftFixed, r.TopFixed
		} else if ok {
			r.Area.Right, r.Area.Bottom, ok = Cell(m[7] + m[9])
		}
		length = len(m[0])
	} else if m := rowsToken().FindStringSubmatch(s); m != nil && ends(s[len(m[0]):]) {
		r = Reference{WholeRows: true, TopFixed: m[2] != "", BottomFixed: m[4] != "", prefix: m[1], Area: Area{Left: 1, Right: MaxColumn}}
		r.Area.Top, ok = number(m[3])
		r.Area.Bottom, _ = number(m[5])
		length = len(m[0])
	} else if m := columnsToken().FindStringSubmatch(s); m != nil && ends(s[len(m[0]):]) {
		r = Reference{WholeColumns: true, LeftFixed: m[2] != "", RightFixed: m[4] != "", prefix: m[1], Area: Area{Top: 1, Bottom: MaxRow}}
		r.Area.Left, _, ok = Cell(m[3] + "1")
		r.Area.Right, _, _ = Cell(m[5] + "1")
		length = len(m[0])
	}
	r.Sheet = strings.TrimSuffix(r.prefix, "!")
	if quoted, is := strings.CutPrefix(r.Sheet, "'"); is {
		r.Sheet = strings.ReplaceAll(strings.TrimSuffix(quoted, "'"), "''", "'")
	}
	return r, length, ok
}

// ends reports whether a reference can end before s: LOG10( is none, nor A1B.
func ends(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_(.!", r) || s == ""
}
