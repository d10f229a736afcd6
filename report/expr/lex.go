package expr

import (
	"slices"
	"strings"
	"unicode"

	"jianbao/report/diag"
)

// tokenKind is what a token is.
type tokenKind int

const (
	endToken tokenKind = iota
	numberToken
	textToken
	nameToken
	signToken // operators, and, or, not, parentheses, comma, point
)

// token is one word of an expression. Its text is as written, without the
// quotes of a literal text.
type token struct {
	span
	kind tokenKind
	text string
}

// lone are the operators and punctuation that begin no longer sign, signs the others,
// longer ones first.
const lone = "+-*/(),."

var signs = []string{"==", "!=", "<=", ">=", "<", ">"}

// mistaken are signs of other notations, with the one this format uses.
var mistaken = map[string]string{
	"≤": "<=", "≦": "<=", "≥": ">=", "≧": ">=", "≠": "!=", "＝": "==", "=": "==", "<>": "!=", "=>": ">=", "=<": "<=",
	"＜": "<", "＞": ">", "＋": "+", "－": "-", "−": "-", "—": "-", "–": "-", "×": "*", "＊": "*", "·": "*",
	"÷": "/", "／": "/", "（": "(", "）": ")", "，": ",", "、": ",", "。": ".", "．": ".",
	"&&": "and", "&": "and", "||": "or", "|": "or", "!": "not", "！": "not",
	"“": `"`, "”": `"`, "＂": `"`, "‘": "'", "’": "'", "「": `"`, "」": `"`,
}

func isWordOperator(text string) bool {
	return text == string(And) || text == string(Or) || text == string(Not)
}

func isNameRune(r rune) bool {
	return r == '_' || isDigit(r) || unicode.IsLetter(r) || unicode.IsMark(r)
}

func beginsName(r rune) bool { return r == '_' || unicode.IsLetter(r) }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// lex cuts a text into tokens; the last one is always an endToken.
func lex(text []rune) ([]token, *SyntaxError) {
	tokens := make([]token, 0, 1+len(text)/2) // a name or number mostly has a sign beside it
	for at := 0; ; {
		for at < len(text) && unicode.IsSpace(text[at]) {
			at++
		}
		if at == len(text) {
			return append(tokens, token{span: span{at, at}}), nil
		}
		t, fault := next(text, at)
		if fault != nil {
			return nil, fault
		}
		tokens = append(tokens, t)
		at = t.end
	}
}

// next is the token that begins at a character that is no space.
func next(text []rune, at int) (token, *SyntaxError) {
	switch r := text[at]; {
	case isDigit(r):
		return number(text, at)
	case r == '"' || r == '\'':
		return literal(text, at)
	case beginsName(r):
		end := at
		for end < len(text) && isNameRune(text[end]) {
			end++
		}
		word := token{span: span{at, end}, kind: nameToken, text: string(text[at:end])}
		if isWordOperator(word.text) {
			word.kind = signToken
		}
		return word, nil
	}
	if i := strings.IndexRune(lone, text[at]); i >= 0 {
		return token{span: span{at, at + 1}, kind: signToken, text: lone[i : i+1]}, nil
	}
	if foreign, ok := foreignSign(text, at); ok {
		return token{}, foreign
	}
	for _, sign := range signs {
		if strings.HasPrefix(string(text[at:min(at+2, len(text))]), sign) {
			return token{span: span{at, at + len(sign)}, kind: signToken, text: sign}, nil
		}
	}
	return token{}, unreadable(span{at, at + 1}, string(text[at]))
}

// number reads digits with at most one point between them.
func number(text []rune, at int) (token, *SyntaxError) {
	end := skipDigits(text, at)
	if end+1 < len(text) && text[end] == '.' && isDigit(text[end+1]) {
		end = skipDigits(text, end+1)
	}
	where := span{at, end}
	switch {
	case end-at > maxDigits:
		return token{}, &SyntaxError{span: where, Found: string(text[at:at+10]) + "…",
			say: diag.Say("数字太长，有%d个字符，最多%d个", "the number has %d characters, more than %d", end-at, maxDigits)}
	case end < len(text) && text[end] == '%':
		return token{}, &SyntaxError{span: span{at, end + 1}, Found: string(text[at : end+1]),
			say:  diag.Say("算式里的数不带百分号", "a number in an expression takes no percent sign"),
			Hint: diag.Say("写作小数，如 70% 写作 0.7", "write it as a fraction of one: 0.7 for 70%")}
	case end < len(text) && isNameRune(text[end]):
		for end < len(text) && isNameRune(text[end]) {
			end++
		}
		return token{}, &SyntaxError{span: span{at, end}, Found: string(text[at:end]),
			say:  diag.Say("数字后面不能紧跟文字，名称不能以数字开头", "letters follow a number; a name cannot begin with a digit"),
			Hint: diag.Say("算式里的数只写数字，按相关指标的计量单位计", "write the bare number: it counts in the unit of the figure it is held against")}
	}
	return token{span: where, kind: numberToken, text: string(text[at:end])}, nil
}

func skipDigits(text []rune, at int) int {
	for at < len(text) && isDigit(text[at]) {
		at++
	}
	return at
}

// literal reads a text in quotes. There are no escapes: a text with a quote of
// one kind stands in quotes of the other.
func literal(text []rune, at int) (token, *SyntaxError) {
	for end := at + 1; end < len(text); end++ {
		if text[end] == text[at] {
			return token{span: span{at, end + 1}, kind: textToken, text: string(text[at+1 : end])}, nil
		}
	}
	return token{}, &SyntaxError{span: span{at, len(text)}, Found: string(text[at]),
		say:  diag.Say("引号没有配对", "the quote is never closed"),
		Hint: diag.Say("在文字末尾补上 %s", "close it with %s", string(text[at]))}
}

// foreignSign is the error for a sign of another notation.
func foreignSign(text []rune, at int) (*SyntaxError, bool) {
	for length := min(2, len(text)-at); length > 0; length-- {
		found := string(text[at : at+length])
		if isSign(found) {
			return nil, false
		}
		if ours, ok := mistaken[found]; ok {
			return &SyntaxError{span: span{at, at + length}, Found: found,
				say:  diag.Say("算式里不用“%s”", "“%s” is not used in expressions", found),
				Hint: diag.Say("改用 %s", "write %s", ours)}, true
		}
	}
	return nil, false
}

func isSign(text string) bool {
	return slices.Contains(signs, text) || len(text) == 1 && strings.Contains(lone, text)
}
