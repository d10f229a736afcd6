package pdf_test

import (
	"slices"
	"strings"
	"testing"

	"jianbao/report/document"
	"jianbao/report/pdf/pdftest"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
	"jianbao/templates"
)

// Whatever a briefing holds, it can be read aloud as PDF/UA-1 asks.
func TestNoBarriers(t *testing.T) {
	draft := typesettest.Briefing()
	draft.Draft = true
	for shows, pages := range map[string]*typeset.Pages{
		"a briefing":               typesettest.Pages(t, typesettest.Briefing()),
		"a draft":                  typesettest.Pages(t, draft),
		"an official document":     typesettest.PagesIn(t, typesettest.Briefing(), typesettest.StyleOf(t, templates.Official)),
		"contents, landscape":      mixed(t),
		"landscape, official":      mixedIn(t, templates.Official),
		"a table without rows":     typesettest.Pages(t, withBlocks(document.Table{Columns: []document.Column{{Title: "甲", Key: true}}})),
		"sections without content": typesettest.Pages(t, withBlocks()),
	} {
		t.Run(shows, func(t *testing.T) {
			for _, barrier := range pdftest.Barriers(t, written(t, pages)) {
				t.Error(barrier)
			}
		})
	}
}

func withBlocks(blocks ...document.Block) *document.Document {
	return &document.Document{Title: "简报", Sections: []document.Section{{Number: "一", Title: "甲", Blocks: blocks}, {Number: "二", Title: "乙"}}}
}

// What TestNoBarriers would find if pages were not as they are.
func TestBarriersAreFound(t *testing.T) {
	first := func(p *typeset.Pages, role typeset.Role) *typeset.Element {
		i := slices.IndexFunc(p.Elements, func(e typeset.Element) bool { return e.Role == role })
		return &p.Elements[i]
	}
	for _, c := range []struct {
		shows  string
		damage func(p *typeset.Pages)
		want   string
	}{
		{"a drawing not described", func(p *typeset.Pages) { first(p, typeset.RoleFigure).Alt = "" }, "without an alternative text"},
		{"a drawing beyond its page", func(p *typeset.Pages) {
			for _, page := range p.Pages {
				for _, c := range page.Contents {
					if c.Element > 0 && p.Elements[c.Element].Role == typeset.RoleFigure {
						page.Marks[c.From] = typeset.Rect{X: -50, Y: 10, W: 5, H: 5}
					}
				}
			}
		}, "a Figure at [-50"},
		{"a drawing without marks", func(p *typeset.Pages) {
			p.Elements = append(p.Elements, typeset.Element{Role: typeset.RoleFigure, Alt: "图"})
		}, "without a bounding box"},
		{"a head of nothing", func(p *typeset.Pages) { first(p, typeset.RoleTH).Scope = "" }, "a TH of no scope"},
		{"a row without a head", func(p *typeset.Pages) {
			for i := range p.Elements {
				if p.Elements[i].Scope == typeset.OfRow {
					p.Elements[i].Role = typeset.RoleTD
				}
			}
		}, "a row without a head"},
		{"a cell left out", func(p *typeset.Pages) { first(p, typeset.RoleTD).Parent = 0 }, "2 numbers of cells"},
		{"a heading's level left out", func(p *typeset.Pages) { first(p, typeset.RoleH2).Role = typeset.RoleH3 }, "level 3 follows on one of level 1"},
		{"a link that is none", func(p *typeset.Pages) { first(p, typeset.RoleLink).Role = typeset.RoleP }, "a P holds an annotation"},
		{"an entry of no list", func(p *typeset.Pages) { first(p, typeset.RoleP).Role = typeset.RoleLI }, "a LI in a Document"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			pages := typesettest.Pages(t, typesettest.Briefing())
			c.damage(pages)
			if found := pdftest.Barriers(t, written(t, pages)); !strings.Contains(strings.Join(found, "\n"), c.want) {
				t.Errorf("%q is not among what was found: %q", c.want, found)
			}
		})
	}
}
