package typeset_test

import (
	"strconv"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// chapters is a document of sections of so many paragraphs each.
func chapters(paragraphs ...int) *document.Document {
	doc := typesettest.Briefing()
	doc.Sections = nil
	for i, n := range paragraphs {
		s := document.Section{Number: string([]rune("一二三四五六七八九")[i]), Title: strings.Repeat("产业", 1+i)}
		for range n {
			s.Blocks = append(s.Blocks, document.Paragraph{Text: strings.Repeat("全区经济运行总体平稳。", 12)})
		}
		doc.Sections = append(doc.Sections, s)
	}
	return doc
}

// The page each line of the contents names and leads to is the one the outline has, and on which the heading stands.
func TestContentsNameThePagesOfTheOutline(t *testing.T) {
	for _, paragraphs := range [][]int{{1, 1, 1, 1, 1}, {30, 2, 41, 1, 9}, {9, 1, 80, 1, 300, 7, 7, 7, 30}} {
		p := typesettest.Pages(t, chapters(paragraphs...))
		checkInside(t, p)
		var chapter []typeset.Entry
		for _, e := range p.Outline {
			if e.Level == 0 {
				chapter = append(chapter, e)
			}
		}
		var links []typeset.Link
		for _, m := range p.Pages[0].Marks {
			if l, ok := m.(typeset.Link); ok {
				links = append(links, l)
			}
		}
		if len(links) != len(chapter) || len(chapter) != len(paragraphs)+1 { // with the annex
			t.Fatalf("%d lines of contents and %d chapters of %d", len(links), len(chapter), len(paragraphs)+1)
		}
		for i, e := range chapter {
			l := links[i]
			if l.Page != e.Page || l.Top != e.Y || l.URL != "" {
				t.Errorf("line %d leads to page %d at %.1f, its heading is on page %d at %.1f", i+1, l.Page+1, l.Top, e.Page+1, e.Y)
			}
			if !strings.Contains(text(p.Pages[e.Page]), "\n"+e.Title+"\n") {
				t.Errorf("%q is not on page %d", e.Title, e.Page+1)
			}
			line := ""
			for _, m := range p.Pages[0].Marks {
				if r, ok := m.(*typeset.Run); ok && r.Y > l.Y && r.Y < l.Y+l.H {
					line += r.Text
				}
			}
			title, number := strings.Trim(line, "…0123456789"), strings.TrimLeft(line, strings.TrimRight(line, "0123456789"))
			if title != e.Title || number != strconv.Itoa(e.Page+1) || !strings.Contains(line, "……") {
				t.Errorf("the contents say %q for %q on page %d", line, e.Title, e.Page+1)
			}
		}
	}
}

func TestContentsAreForLongDocumentsOnly(t *testing.T) {
	st := typesettest.Style(t)
	for _, c := range []struct {
		sections int
		want     bool
	}{{st.Contents.From - 1, false}, {st.Contents.From, true}} {
		p := typesettest.Pages(t, chapters(make([]int, c.sections)...))
		if got := strings.Contains(text(p.Pages[0]), "目　录"); got != c.want {
			t.Errorf("%d sections: contents %v, want %v", c.sections, got, c.want)
		}
	}
	st.Contents = nil
	if strings.Contains(text(typesettest.PagesIn(t, chapters(1, 1, 1, 1, 1, 1), st).Pages[0]), "目　录") {
		t.Error("a style without contents has contents")
	}
}

// A heading as long as the line takes two lines of the contents, and its page number does not touch it. Both lines lead to it.
func TestLongHeadingInTheContents(t *testing.T) {
	doc := chapters(1, 1, 1, 1, 1)
	doc.Sections[2].Title = strings.Repeat("高质量发展", 8)
	p := typesettest.Pages(t, doc)
	checkInside(t, p)
	lead := 0
	for _, m := range p.Pages[0].Marks {
		if l, ok := m.(typeset.Link); ok && l.Page == p.Outline[2].Page && l.Top == p.Outline[2].Y {
			lead++
		}
	}
	if lead != 2 {
		t.Errorf("%d lines of the contents lead to %q", lead, p.Outline[2].Title)
	}
}
