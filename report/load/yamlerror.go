package load

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"jianbao/report/diag"
	"jianbao/report/pattern"
)

// The library stops at the first error of syntax and says what its scanner
// missed, with a line that is off by one or absent for some errors. Here the
// line is found anew, and the cause guessed from what stands there.

// yamlFinding puts the library's error into plain words.
func (r *reader) yamlFinding(err error) diag.Finding {
	f := diag.Finding{Code: diag.BadYAML, Severity: diag.Error, Place: diag.Place{File: r.src.name}}
	var broken fault
	if errors.As(err, &broken) {
		f.Message = diag.Say("读 YAML 的程序出了错（%v）；请检查文件里是否有不常见的写法",
			"the YAML reader failed (%v); look for unusual syntax in the file", broken.cause)
		return f
	}
	message, line := cutMessage(err)
	if strings.Contains(message, "exceeded max depth") {
		f.Code = diag.OverLimit
		f.Message = diag.Say("嵌套超过 %d 层", "nested deeper than %d levels", r.limits.Nesting)
		return f
	}
	line = r.src.errorLine(message, line)
	c := r.src.cause(message, line)
	f.Place, f.Message, f.Hints = c.at, c.say, c.hints
	return f
}

var linePrefix = pattern.Of(`^line (\d+): `)

// cutMessage takes the library's message apart; line is 1 where it names none.
func cutMessage(err error) (message string, line int) {
	message = strings.TrimPrefix(err.Error(), "yaml: ")
	line = 1
	if m := linePrefix().FindStringSubmatch(message); m != nil {
		line, _ = strconv.Atoi(m[1])
		message = message[len(m[0]):]
	}
	return message, line
}

// errorLine finds the first line with which the text fails in the same way: a
// text cut off before it is sound, or fails otherwise. In a long text, where
// trying costs too much, it is the library's.
func (s *source) errorLine(message string, said int) int {
	const mostTried = 1 << 20
	if len(s.text) > mostTried {
		return min(max(said, 1), len(s.start))
	}
	low, high := 1, len(s.start)
	for low < high {
		middle := (low + high) / 2
		_, err := parseYAML(s.text[:s.start[middle]])
		if err == nil {
			low = middle + 1
			continue
		}
		if m, _ := cutMessage(err); m == message {
			high = middle
		} else {
			low = middle + 1
		}
	}
	for low > 1 && strings.TrimSpace(s.line(low)) == "" {
		low--
	}
	return low
}

// cause is an error of syntax in plain words.
type cause struct {
	at    diag.Place
	say   diag.Text
	hints []diag.Hint
}

var (
	// A key, perhaps after a list's dash, that ends in a full-width colon.
	fullWidthKey = pattern.Of(`^(\s*(?:- +)*["']?[^\s:：#"'{\[]+["']?)：`)
	// A key that ends in a colon with no blank after it.
	tightKey = pattern.Of(`^(\s*(?:- +)*[^\s:：#"'{\[]+):[^\s/]`)
	// Two colons, each with a blank after it.
	twoColons = pattern.Of(`^[^"']*?: [^"']*?: `)
	// A key with a template's action right after it.
	actionKey = pattern.Of(`: +\{\{`)
)

// cause guesses why the library said what it said at a line.
func (s *source) cause(message string, line int) cause {
	text := s.line(line)
	whole := s.wholeLine(line)
	if strings.Contains(text[:indentOf(text)], "\t") {
		return cause{s.at(mark{line, 1 + strings.IndexByte(text, '\t')}, 1),
			diag.Say("缩进用了制表符（Tab）", "the indentation holds a tab"),
			[]diag.Hint{{Kind: "tab", Message: diag.Say("YAML 只用空格缩进，每层两个空格", "YAML is indented by blanks only, two a level")}}}
	}
	if c, ok := s.badColon(line); ok && !strings.Contains(message, "end of stream") {
		return c
	}
	switch {
	case strings.Contains(message, "end of stream"), strings.Contains(message, "document indicator"):
		return cause{s.lastQuote(line), diag.Say("引号没有配对", "a quote is not closed"),
			[]diag.Hint{{Kind: "quote", Message: diag.Say("在同一行里补上另一个引号", "close it with the same quote")}}}
	case strings.Contains(message, "',' or"), strings.Contains(message, "node content"):
		return s.badFlow(line)
	case strings.Contains(message, "cannot start any token"):
		return s.badStart(line)
	case strings.Contains(message, "escape"):
		return cause{s.at(mark{line, 1 + utf8.RuneCountInString(text[:max(strings.IndexByte(text, '\\'), 0)])}, 2),
			diag.Say("双引号里的反斜线 \\ 有特殊含义，这里的写法不认识", "a backslash in double quotes has a meaning, and this one is unknown"),
			[]diag.Hint{{Kind: "quote", Message: diag.Say("改用单引号", "use single quotes")}}}
	case strings.Contains(message, "mapping values are not allowed"):
		at := whole
		if m := twoColons().FindStringIndex(text); m != nil {
			at = s.at(mark{line, utf8.RuneCountInString(text[:m[1]]) - 1}, 1)
		}
		return cause{at, diag.Say("这里不能再有“键: 值”", "no “key: value” can stand here"),
			[]diag.Hint{{Kind: "indent", Message: diag.Say(
				"文字里有冒号时整段加引号；否则看缩进是否与同一组的键对齐",
				"put a text with a colon in quotes; else line the key up with its neighbours")}}}
	case strings.Contains(message, "expected key") && actionKey().MatchString(text):
		return cause{whole, diag.Say("以 {{ 开头的文字不能直接写在冒号后面", "a text that begins with {{ cannot stand right after the colon"),
			[]diag.Hint{{Kind: "block", Message: diag.Say("写在“text: |”之后的各行，每行缩进", "write it on lines of its own after “text: |”, each indented")}}}
	case strings.Contains(message, "expected key"), strings.Contains(message, "'-' indicator"), strings.Contains(message, "block sequence entries"):
		return cause{whole, diag.Say("这一行与上面的缩进不对齐，或引号后面还有文字", "this line is not lined up with those above, or text follows a closing quote"),
			[]diag.Hint{{Kind: "indent", Message: diag.Say("同一组的键左边对齐；列表各项的 - 对齐；要引号就引住整段文字",
				"line up keys of one group, and the dashes of one list; quotes go around the whole text")}}}
	case strings.Contains(message, "could not find expected ':'"):
		return cause{whole, diag.Say("这一行没有“键: ”", "this line has no “key: ”"),
			[]diag.Hint{{Kind: "colon-blank", Message: diag.Say("写成“键: 值”；长文字写在“键: |”之后，每行缩进",
				"write “key: value”, or a long text after “key: |”, each line indented")}}}
	case strings.Contains(message, "anchor"), strings.Contains(message, "alphabetic"):
		return cause{whole, diag.Say("以 * 或 & 开头的值在 YAML 里是别名，这里没有这个别名", "a value that begins with * or & is an alias, and there is no such alias"),
			[]diag.Hint{quoteIt}}
	case strings.Contains(message, "comment or line break"):
		return cause{whole, diag.Say("| 或 > 后面要换行", "a line end must follow | or >"), []diag.Hint{quoteIt}}
	}
	return cause{whole, diag.Say("不是正确的 YAML：%s", "malformed YAML: %s", message), nil}
}

var quoteIt = diag.Hint{Kind: "quote", Message: diag.Say("给整段文字加引号", "put the whole text in quotes")}

// wholeLine is a line without its indentation.
func (s *source) wholeLine(line int) diag.Place {
	text := s.line(line)
	indent := indentOf(text)
	return s.at(mark{line, 1 + indent}, utf8.RuneCountInString(strings.TrimSpace(text)))
}

// badColon finds a colon that YAML does not take for one, on the line or the
// one before it that holds text.
func (s *source) badColon(line int) (cause, bool) {
	for n, seen := line, 0; n >= 1 && seen < 2; n-- {
		text := s.line(n)
		if strings.TrimSpace(text) == "" {
			continue
		}
		seen++
		if m := fullWidthKey().FindStringSubmatch(text); m != nil {
			return cause{s.at(mark{n, 1 + utf8.RuneCountInString(m[1])}, 1),
				diag.Say("键后面是全角冒号“：”", "a full-width colon follows the key"), []diag.Hint{fullWidthColon}}, true
		}
		if m := tightKey().FindStringSubmatch(text); m != nil {
			return cause{s.at(mark{n, 1 + utf8.RuneCountInString(m[1])}, 1),
				diag.Say("冒号后面没有空格", "no blank follows the colon"), []diag.Hint{colonBlank}}, true
		}
	}
	return cause{}, false
}

// badFlow is for {…} and […] that do not come to an end.
func (s *source) badFlow(line int) cause {
	if at := unquoted(s.line(line), "，："); at >= 0 {
		return cause{s.at(mark{line, at + 1}, 1),
			diag.Say("{ } 和 [ ] 里要用半角的逗号和冒号", "within { } and [ ] commas and colons are ASCII"),
			[]diag.Hint{{Kind: "ascii", Message: diag.Say("把“，”改成“, ”，把“：”改成“: ”", "write “, ” for “，” and “: ” for “：”")}}}
	}
	const furthest = 50
	for n := line; n >= max(1, line-furthest); n-- {
		if at := unclosed(s.line(n)); at >= 0 {
			return cause{s.at(mark{n, at + 1}, 1),
				diag.Say("括号没有配对，或各项之间缺逗号", "a bracket is not closed, or a comma is missing"),
				[]diag.Hint{{Kind: "bracket", Message: diag.Say("{ 要有 }，[ 要有 ]，各项之间用逗号", "close { with } and [ with ], with commas between")}}}
		}
	}
	return cause{s.wholeLine(line),
		diag.Say("{ } 或 [ ] 里缺逗号，或括号后面还有文字", "within { } or [ ] a comma is missing, or text follows a bracket"),
		[]diag.Hint{{Kind: "quote", Message: diag.Say("以 { 或 [ 开头、含逗号的文字要加引号", "put a text that begins with { or [, or has a comma, in quotes")}}}
}

// badStart is for a value that begins with a sign YAML keeps for itself.
func (s *source) badStart(line int) cause {
	text := []rune(s.line(line))
	for i, c := range text {
		if strings.ContainsRune("@`%\t", c) && (i == 0 || strings.ContainsRune(" \t,[{", text[i-1])) {
			return cause{s.at(mark{line, i + 1}, 1),
				diag.Say("值不能以“%s”开头", "a value cannot begin with %q", string(c)), []diag.Hint{quoteIt}}
		}
	}
	return cause{s.wholeLine(line), diag.Say("这一行里有 YAML 不认识的符号", "this line holds a sign that YAML does not know"), []diag.Hint{quoteIt}}
}

func (s *source) lastQuote(line int) diag.Place {
	text := s.line(line)
	if i := strings.LastIndexAny(text, `"'`); i >= 0 {
		return s.at(mark{line, 1 + utf8.RuneCountInString(text[:i])}, 1)
	}
	return s.wholeLine(line)
}

// unquoted is the position of the first of some characters outside quotes, or
// -1.
func unquoted(text, wanted string) int {
	quote := rune(0)
	for i, c := range []rune(text) {
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case quote == 0 && strings.ContainsRune(wanted, c):
			return i
		}
	}
	return -1
}

// unclosed is the position of the innermost bracket that the line opens and
// does not close, or -1.
func unclosed(text string) int {
	var open []int
	quote := rune(0)
	for i, c := range []rune(text) {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '{' || c == '[':
			open = append(open, i)
		case (c == '}' || c == ']') && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return -1
	}
	return open[len(open)-1]
}
