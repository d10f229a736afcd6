package style_test

import (
	"testing"

	"jianbao/report/diag"
	"jianbao/report/style"
	"jianbao/report/typeset/typesettest"
	"jianbao/templates"
)

func TestTemplatesAreUsable(t *testing.T) {
	for _, name := range templates.Names() {
		for _, p := range typesettest.StyleOf(t, name).Check() {
			t.Errorf("%s: %s: %s", name, p.Key, p.Say.In(diag.EN))
		}
	}
}

func TestWhatATemplateNeedNotHave(t *testing.T) {
	s := typesettest.Style(t)
	s.KeyFigures, s.Contents, s.Official, s.Fonts = nil, nil, nil, nil
	if problems := s.Check(); problems != nil {
		t.Errorf("problems %v", problems)
	}
}

func TestCheckNamesTheKey(t *testing.T) {
	for _, c := range []struct {
		key    string
		change func(*style.Style)
	}{
		{"heading.size", func(s *style.Style) { s.Heading.Size = 0 }},
		{"body.pitch", func(s *style.Style) { s.Body.Pitch = -1 }},
		{"note.before", func(s *style.Style) { s.Note.Before = 1e9 }},
		{"caption.colour", func(s *style.Style) { s.Caption.Colour = "#12345" }},
		{"table.rule_colour", func(s *style.Style) { s.Table.RuleColour = "black" }},
		{"chart.palette", func(s *style.Style) { s.Chart.Palette = []string{"#000000", "#xyzxyz"} }},
		{"fallback", func(s *style.Style) { s.Fallback = nil }},
		{"unit_line.face", func(s *style.Style) { s.UnitLine.Face = "" }},
		{"page", func(s *style.Style) { s.Page.Left = 150 }},
		{"page.number", func(s *style.Style) { s.Page.Number = "页" }},
		{"key_figures.columns", func(s *style.Style) { s.KeyFigures.Columns = 0 }},
		{"key_figures.note.size", func(s *style.Style) { s.KeyFigures.Note.Size = 0 }},
		{"contents.from", func(s *style.Style) { s.Contents.From = 101 }},
		{"official.mark_top", func(s *style.Style) { s.Official = &style.Official{Mark: s.Title} }},
		{"page.number_at", func(s *style.Style) { s.Page.NumberAt = "left" }},
	} {
		t.Run(c.key, func(t *testing.T) {
			s := typesettest.Style(t)
			c.change(s)
			problems := s.Check()
			if len(problems) != 1 || problems[0].Key != c.key {
				t.Fatalf("problems %v, want one with %s", problems, c.key)
			}
		})
	}
}

func TestKey(t *testing.T) {
	for field, want := range map[string]string{"Page": "page", "UnitLine": "unit_line", "RuleColour": "rule_colour", "NumberAt": "number_at"} {
		if got := style.Key(field); got != want {
			t.Errorf("%s is %s, want %s", field, got, want)
		}
	}
}

func TestParseColour(t *testing.T) {
	if c, ok := style.ParseColour("#b3261E"); !ok || c != (style.Colour{R: 0xb3, G: 0x26, B: 0x1e}) {
		t.Errorf("got %v %v", c, ok)
	}
	for _, s := range []string{"", "#", "b3261e", "#b3261", "#b3261ee", "#-1-1-1", "#+12345"} {
		if _, ok := style.ParseColour(s); ok {
			t.Errorf("%q is taken for a colour", s)
		}
	}
}
