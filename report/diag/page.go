package diag

import (
	"embed"
	"strings"
)

// pages hold, for each code, what `explain` prints: a Chinese page and after it
// an English one, each under a heading of the code and its title. Their examples
// are the fixtures of the code; a test holds them equal.
//
//go:embed pages/*.md
var pages embed.FS

// Page is the page of a code in one language, in Markdown: what the finding
// means, an example, and how to mend it. It is empty if there is no such code.
func Page(c Code, l Lang) string {
	both, err := pages.ReadFile("pages/" + string(c) + ".md")
	if err != nil {
		return ""
	}
	zh, en, _ := strings.Cut(string(both), "\n# "+string(c)+" ")
	if l == EN {
		return "# " + string(c) + " " + en
	}
	return zh
}

// Title is a code's meaning in a few words.
func Title(c Code, l Lang) string {
	heading, _, _ := strings.Cut(Page(c, l), "\n")
	return strings.TrimPrefix(heading, "# "+string(c)+" ")
}
