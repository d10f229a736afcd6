package diag

import (
	"bufio"
	"fmt"
	"strings"
)

// Gap is what could not be checked, for one reason. It is kept beside the
// list of checks because people are told of it in every run, while the list is
// made for programs only.
type Gap struct {
	Place  Place  `json:"place"`  // of the first
	Name   string `json:"name"`   // what the first is about
	Count  int    `json:"count"`  // checks that have this reason, the first among them
	Reason Text   `json:"reason"` // why
}

// How many gaps are told: enough to see why, and not so much that
// the findings above are lost.
const (
	MostGaps   = 10 // of a file
	GapsOfARun = 30 // of a run over many files
)

// gapList is what the text form tells of the gaps of a run.
type gapList struct {
	shown []Gap
	told  int // checks that shown stands for
}

func (l *gapList) add(of []Gap) {
	for _, g := range of[:min(len(of), MostGaps, GapsOfARun-len(l.shown))] {
		l.shown = append(l.shown, g)
		l.told += g.Count
	}
}

// write prints a line for each reason, and how many of all are in none of them. A
// file in which every check could be made takes no line.
func (l *gapList) write(b *bufio.Writer, all int, lang Lang) {
	if len(l.shown) == 0 {
		return
	}
	b.WriteString(Say("未核对：", "Unchecked:").In(lang) + "\n")
	for _, g := range l.shown {
		fmt.Fprintf(b, "  %s: %s\n", position(g.Place), printable(g.line(lang)))
	}
	if more := all - l.told; more > 0 {
		fmt.Fprintf(b, "  %s\n", Say("另有 %d 项，--format json 列出全部", "%d more; --format json lists them all", more).In(lang))
	}
	b.WriteByte('\n')
}

// line names what the gap is about once, if the reason begins with the name.
func (g Gap) line(l Lang) string {
	reason := g.Reason.In(l)
	switch {
	case g.Count > 1:
		return Say("%s等 %d 项：%s", "%s and others, %d in all: %s", g.Name, g.Count, reason).In(l)
	case strings.HasPrefix(reason, g.Name):
		return reason
	}
	return Say("%s：%s", "%s: %s", g.Name, reason).In(l)
}
