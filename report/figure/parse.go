package figure

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"jianbao/report/diag"
	"jianbao/report/exact"
)

// longestText is how long a figure may be, in characters.
const longestText = 200

// Parse reads a figure as printed (SPEC §2): a number in Arabic or Chinese
// numerals with its hedge, magnitude and unit, such as 12.6亿元, 突破1200亿元,
// 10多条, 一千二百, 百分之二十, 三分之一. An amount in several parts, 12亿3000万元 or
// 2公里300米, is one figure in the unit of the last, and known to its digits. A unit in the options joins a number
// that has none; a unit of both must be the same.
//
// No text, null and ~ are Unknown; "…" is BelowUnit, with a Range only where
// the precision says what the smallest unit is; "-" alone is None.
//
// A fraction such as 三分之一 counts in thirds: it is rounded to them, and they
// are what 近 and 约 move it by. Hedges of negative numbers mirror: 近 and 多 go
// by the size of the number.
func Parse(text string, o Options) (Figure, *Problem) {
	if p, ok := scanPlain(text); ok {
		return p.figure(text, o)
	}
	if n := utf8.RuneCountInString(text); n > longestText {
		return Figure{}, &Problem{Kind: TooLong,
			Say:  diag.Say("数值有%d个字，最多%d个", "the figure has %d characters, more than %d", n, longestText),
			Hint: diag.Say("数值只写数，说明写到 note 里", "write the figure alone and put remarks into note")}
	}
	given, problem := o.unit()
	if problem != nil {
		return Figure{}, problem
	}
	if absence, ok := absences[strings.TrimSpace(text)]; ok {
		return absent(text, absence, given, o), nil
	}
	f, problem := parseWritten(text, given, o)
	if problem != nil && problem.Hint.IsZero() {
		problem.Hint = figureForms
	}
	return f, problem
}

// unit is the given unit. It also sees to it that the precision is one that a
// number of the longest kind can have.
func (o Options) unit() (Unit, *Problem) {
	if d := o.Precision.Decimals; max(d, -d) > longestNumber {
		return Unit{}, &Problem{Kind: TooLong,
			Say:  diag.Say("decimals 是%d，超出了±%d", "decimals is %d, beyond ±%d", d, longestNumber),
			Hint: diag.Say("decimals 是小数位数，如 2", "decimals is a number of digits after the point, such as 2")}
	}
	unit, problem := parseUnit(strings.TrimSpace(o.Unit))
	if problem != nil {
		problem.At = 0 // it is not in the figure's text
	}
	return unit, problem
}

// parseWritten reads a figure that is there. A Problem that leaves Hint empty is
// to be mended by writing it in one of the forms there are.
func parseWritten(text string, given Unit, o Options) (Figure, *Problem) {
	r := reader{text: normalized(text)}
	if problem := r.read(); problem != nil {
		return Figure{}, problem
	}
	unit, joined, problem := r.joinUnit(given)
	if problem != nil {
		return Figure{}, problem
	}
	if problem := r.addParts(unit); problem != nil {
		return Figure{}, problem
	}
	f := Figure{
		Text:      strings.TrimSpace(text),
		Hedge:     r.hedge,
		Word:      r.word,
		Number:    r.number,
		Unit:      unit,
		Written:   r.decimals,
		Precision: o.Precision,
	}
	if joined != "" {
		f.Text = insert(text, r.unitAt, joined)
	}
	if r.negative {
		f.Number = new(big.Rat).Neg(f.Number)
	}
	f.Range = rangeOf(f, r.numeral, o.Rounding)
	return f, nil
}

// figure makes the figure of a plain number.
func (p plain) figure(text string, o Options) (Figure, *Problem) {
	unit, problem := o.unit()
	if problem != nil {
		return Figure{}, problem
	}
	f := Figure{
		Text:      text + unit.Symbol,
		Number:    exact.New(p.digits, pow10[p.decimals]),
		Unit:      unit,
		Written:   p.decimals,
		Precision: o.Precision,
	}
	f.Range = p.rangeOf(f, o.Rounding)
	return f, nil
}

// reader takes a text apart from left to right. Places are counted in bytes of
// the normalized text.
type reader struct {
	text string
	numeral
	hedged
	compound []part // those before the last of an amount in several parts
	negative bool
	symbol   string // the unit in the text, less the one in the numeral
	symbolAt int
	unitAt   int // where a unit would be written, in characters
}

func (r *reader) read() *Problem {
	rest := strings.TrimLeft(r.text, " ")
	h, rest, problem := cutBefore(rest)
	if problem != nil {
		return problem
	}
	r.hedged = h
	rest = r.cutSign(rest)
	numberAt := len(r.text) - len(rest)
	rest, problem = r.readNumber(rest)
	if problem != nil {
		problem.At += r.characters(numberAt)
		return problem
	}
	if rest, problem = r.readParts(rest); problem != nil {
		return problem
	}
	return r.readTail(rest)
}

func (r *reader) cutSign(text string) string {
	for _, sign := range []string{"-", "负", "+"} {
		if rest, ok := strings.CutPrefix(text, sign); ok {
			r.negative = sign != "+"
			return rest
		}
	}
	return text
}

func (r *reader) readNumber(text string) (rest string, problem *Problem) {
	if text != "" && (isDigit(text[0]) || text[0] == '.') {
		r.numeral, rest, problem = scanArabic(text)
		return rest, problem
	}
	if n, rest, ok := scanChinese(text, r.hedge != Plain || oddAhead(text)); ok {
		r.numeral, rest = n.withHundredths(rest)
		return rest, nil
	}
	return text, notANumber(text)
}

// oddAhead reports whether the first numeral of text is followed by 多 or 余, as
// in 百余家.
func oddAhead(text string) bool {
	word, _ := cutOdd(text[len(numeralRun(text)):])
	return word != ""
}

// readTail reads what follows the number: 多 or 余, a unit, further hedges.
func (r *reader) readTail(rest string) *Problem {
	tail := rest
	rest = strings.TrimLeft(rest, " ")
	at := len(r.text) - len(rest)
	if dash, ok := rangeDash(rest); ok {
		return unreadable(r.characters(at+dash), diag.Say("这是一个区间，不是一个数", "this is a range, not a number"),
			diag.Say("写一个数，可加“约”“以上”等", "write one number, with 约, 以上 and so on if it needs one"))
	}
	word, rest := cutOdd(rest)
	if word != "" {
		h, problem := r.with(hedgeWord{word, Odd})
		if problem != nil {
			problem.At = r.characters(at)
			return problem
		}
		r.hedged = h
	}
	h, symbol, problem := cutAfter(strings.TrimRight(rest, " "), r.hedged)
	if problem != nil {
		problem.At = r.characters(at)
		return problem
	}
	r.hedged, r.symbol, r.symbolAt = h, symbol, at+len(word)
	// A unit is written behind the number, its 多 and its magnitude: 10多|条以上,
	// and before blanks that follow it.
	if word+symbol == "" {
		at = len(r.text) - len(tail)
	}
	r.unitAt = r.characters(at) + utf8.RuneCountInString(word+symbol)
	return nil
}

// rangeDash finds the dash where what follows a number leads to another: 3—5个,
// 3万至5万元. dash counts bytes.
func rangeDash(rest string) (dash int, ok bool) {
	_, base := cutMagnitude(strings.TrimPrefix(rest, "%"))
	for _, to := range []string{"-", "—", "–", "~", "至", "到"} {
		if after, ok := strings.CutPrefix(base, to); ok {
			after = strings.TrimLeft(after, to+" ")
			first, _ := utf8.DecodeRuneInString(after)
			return len(rest) - len(base), after != "" && (isDigit(after[0]) || isNumeralRune(first))
		}
	}
	return 0, false
}

// characters counts the characters before a place in the text.
func (r *reader) characters(offset int) int { return utf8.RuneCountInString(r.text[:offset]) }

// insert puts symbol before the character at a place of text and trims the whole.
func insert(text string, at int, symbol string) string {
	characters := []rune(text)
	return strings.TrimSpace(string(characters[:at]) + symbol + string(characters[at:]))
}

func notANumber(text string) *Problem {
	found := firstWord(text)
	if found == "" {
		return &Problem{Say: diag.Say("没有数字", "there is no number")}
	}
	return &Problem{Say: diag.Say("“%s”不是数字", "%q is no number", found)}
}

var figureForms = diag.Say(
	"写作 352、12.6亿元、突破1200亿元、10多条、一千二百、百分之二十 等；未知写 null，没有写 -",
	"write a figure such as 352, 12.6亿元, 突破1200亿元, 10多条, 一千二百, 百分之二十; null if unknown, - if there is none",
)

// firstWord is the beginning of text for quoting.
func firstWord(text string) string {
	const most = 12
	characters := []rune(strings.TrimSpace(text))
	if len(characters) > most {
		return string(characters[:most]) + "…"
	}
	return string(characters)
}
