package compose

import (
	"regexp"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"jianbao/report/diag"
)

// source is a template as written: its text, where its lines stand in the file,
// and its tree. It is not changed once it is parsed.
type source struct {
	text  string
	lines []diag.Place
	root  *parse.ListNode // nil if the text is no template
	wrong []mistake       // why it is none

	pieces []*parse.ListNode // the actions in such a text that can be read by themselves
}

// mistake is something wrong at a byte of a template.
type mistake struct {
	at        int
	say, hint diag.Text
}

// parsed reads a template.
func parsed(text string, lines []diag.Place) *source {
	s := &source{text: text, lines: lines}
	root, err := tree(text)
	if err != nil {
		s.wrong = s.syntaxErrors(err)
		return s
	}
	s.root = root
	return s
}

// tree parses a text with Go's grammar of templates. Names of functions are not
// looked at: to find all unknown ones at their places is the filler's part.
func tree(text string) (*parse.ListNode, error) {
	t := parse.New("text")
	t.Mode = parse.SkipFuncCheck
	defined := map[string]*parse.Tree{}
	t, err := t.Parse(text, "", "", defined)
	if err != nil {
		return nil, err
	}
	for name, inner := range defined {
		if name != "text" {
			// {{define}} leaves nothing where it stands; it is refused as a call is.
			t.Root.Nodes = append(t.Root.Nodes, &parse.TemplateNode{NodeType: parse.NodeTemplate, Pos: inner.Root.Pos, Name: name})
		}
	}
	return t.Root, nil
}

// place is where some characters from a byte of the text on stand in the file.
func (s *source) place(at, length int) diag.Place {
	at = min(at, len(s.text))
	line := strings.Count(s.text[:at], "\n")
	start := strings.LastIndexByte(s.text[:at], '\n') + 1
	place := s.lines[min(line, len(s.lines)-1)]
	place.Column += utf8.RuneCountInString(s.text[start:at])
	place.EndColumn = place.Column + max(length, 1)
	return place
}

// action is the place of what stands in braces from a byte on.
func (s *source) action(at int) diag.Place {
	at = min(at, len(s.text))
	rest, _, _ := strings.Cut(s.text[at:], "\n")
	if inside, _, closed := strings.Cut(rest, "}}"); closed {
		return s.place(at, utf8.RuneCountInString(strings.TrimRight(inside, " -")))
	}
	return s.place(at, 1)
}

// actions are the stretches of a text in double braces, with these.
var actions = regexp.MustCompile(`(?s)\{\{.*?\}\}`)

// control are the words that begin what belongs to another action.
var control = regexp.MustCompile(`^\{\{-?\s*(if|else if|else|end|range|with|define|block|break|continue)\b`)

// syntaxErrors finds what keeps a text from being a template. Go's parser stops
// at the first thing it cannot read and names no column, so that each action is
// read by itself; what is wrong with none alone is wrong with their order.
func (s *source) syntaxErrors(whole error) []mistake {
	var all []mistake
	for _, at := range actions.FindAllStringIndex(s.text, -1) {
		action, pad := s.text[at[0]:at[1]], at[0]
		if control.MatchString(action) {
			word := conditional.FindString(action)
			if word == "" {
				continue
			}
			action = "{{if" + action[len(word):] + "{{end}}"
			pad += len(word) - len("{{if")
		}
		// The blanks before it keep its characters where they stand in the text.
		root, err := tree(strings.Repeat(" ", pad) + action)
		switch {
		case err == nil:
			s.pieces = append(s.pieces, root)
		case !strings.Contains(err.Error(), "undefined variable"):
			all = append(all, s.syntaxError(at[0], err))
		}
	}
	if len(all) > 0 {
		return all
	}
	at, line := 0, 1
	if number, _, ok := strings.Cut(strings.TrimPrefix(whole.Error(), "template: text:"), ":"); ok {
		line, _ = strconv.Atoi(number)
	}
	for range line - 1 {
		at += strings.IndexByte(s.text[at:], '\n') + 1
	}
	if brace := strings.Index(s.text[at:], "{{"); brace >= 0 {
		at += brace
	}
	return []mistake{s.syntaxError(at, whole)}
}

var conditional = regexp.MustCompile(`^\{\{-?\s*(if|else if|range|with)\b`)

// syntaxError puts what Go says of a text, "template: text:3: unclosed action",
// into words.
func (s *source) syntaxError(at int, err error) mistake {
	reason := strings.TrimPrefix(err.Error(), "template: text:")
	if _, rest, ok := strings.Cut(reason, ":"); ok {
		reason = strings.TrimSpace(rest)
	}
	hint := diag.Say("写作 {{fig \"id\"}}，花括号成对，引号用半角", "write {{fig \"id\"}}, with braces in pairs and straight quotes")
	if rest, _, _ := strings.Cut(s.text[at:], "}}"); strings.ContainsAny(rest, "“”‘’＂") {
		return mistake{at + len("{{"), diag.Say("花括号里的引号不是半角", "the quotes in the braces are not straight"), hint}
	}
	if strings.HasPrefix(s.text[at:], "{{") {
		at += len("{{")
	}
	return mistake{at, diag.Say("文字模板写法有误：%s", "the text is no valid template: %s", reason), hint}
}
