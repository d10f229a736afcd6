package expr

import (
	"strings"

	"jianbao/report/diag"
)

// SyntaxError is a text that is no expression. Its span is the offending
// stretch, in characters from 0; it is empty at the end of the text.
type SyntaxError struct {
	span
	Found string    // what stands there; empty at the end of the text
	Hint  diag.Text // how to mend it; may be zero
	say   diag.Text
}

// Say is what is wrong.
func (e *SyntaxError) Say() diag.Text { return e.say }

func (e *SyntaxError) Error() string { return e.say.Error() }

func unexpected(t token, want diag.Text) *SyntaxError {
	if t.kind == endToken {
		return &SyntaxError{span: t.span, say: diag.Say("算式没有写完，还缺%s", "the expression ends too early: it lacks %s", want)}
	}
	e := &SyntaxError{span: t.span, Found: t.text,
		say: diag.Say("这里不应是“%s”，应是%s", "found “%s” instead of %s", t.text, want)}
	if ours, ok := mistakenWords[strings.ToLower(t.text)]; ok && t.kind == nameToken {
		e.Hint = diag.Say("改用 %s", "write %s", ours)
	}
	return e
}

// mistakenWords are words that join conditions in other notations, with what this
// format writes. They are names wherever a name may stand.
var mistakenWords = map[string]string{
	"and": "and", "且": "and", "并且": "and", "or": "or", "或": "or", "或者": "or",
	"in": `level == "省级" or level == "市级"`, "between": "10 <= cost and cost <= 20",
}

func unclosed(open, found token) *SyntaxError {
	e := unexpected(found, diag.Say("“)”或运算符", "“)” or an operator"))
	if e.Hint.IsZero() {
		e.Hint = diag.Say("第%d个字符的“(”没有配对", "the “(” at character %d is not closed", open.start+1)
	}
	return e
}

func unreadable(s span, found string) *SyntaxError {
	return &SyntaxError{span: s, Found: found,
		say: diag.Say("算式里不能有“%s”", "“%s” cannot stand in an expression", found)}
}
