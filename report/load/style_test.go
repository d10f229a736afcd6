package load

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/templates"
)

func templateText(t *testing.T) string {
	t.Helper()
	data, err := fs.ReadFile(templates.Files, templates.Default+"/"+StyleFile)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// faces are those of the program.
var faces = []string{"serif", "serif-bold", "sans", "sans-bold", "kai"}

func TestStyle(t *testing.T) {
	files, err := fs.Sub(templates.Files, templates.Default)
	if err != nil {
		t.Fatal(err)
	}
	s, _, findings := Style(files, faces)
	expect(t, findings)
	if s.Page.Width != 210 || s.Body.Size != 12 || len(s.Fallback) == 0 || s.Body.Colour != "#000000" {
		t.Errorf("%+v", s)
	}
}

func TestFindingsInAStyle(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"  width: 210 ", "  widht: 210 ", "JB102|→ width"},
		{"  width: 210 ", "  width: 210mm ", "JB116|210mm"},
		{"  width: 210 ", "  width: 1e3 ", "JB116|1e3"},
		{"  width: 210 ", "  width: [210] ", "JB105"},
		{"  axis: \"#7f7f7f\"", "  axis: grey", "JB116|chart.axis"},
		{"fallback: [sans, serif, kai]", "fallback: sans", "JB105"},
		{"fallback: [sans, serif, kai]", "", "JB104|fallback"},
		{"fallback: [sans, serif, kai]", "fallback: [sans, serif, kia]", "JB110|→ kai"},
		{"body:        {face: serif, ", "body:        {face: fangsong, ", "JB110|fangsong"},
		{"  columns: 3", "  columns: three", "JB116|three"},
		{"  columns: 3", "  columns: 0", "JB116|key_figures.columns"},
		{"  columns: 3", "", "JB104|columns"},
		{"fallback: [sans, serif, kai]", "fonts: fs.ttf\nfallback: [sans]", "JB105|fonts"},
		{"fallback: [sans, serif, kai]", "fonts: {fs: ../fs.ttf}\nfallback: [fs]", "JB113|../fs.ttf|不在版式文件所在的文件夹内"},
		{"fallback: [sans, serif, kai]", "fonts: {fs: fs.ttf}\nfallback: [fs]", "JB113|fs.ttf"},
		{"fallback: [sans, serif, kai]", "fallback:\n\t- sans", "JB101|Tab"},
	} {
		text := templateText(t)
		if !strings.Contains(text, c.old) {
			t.Fatalf("the template has no %q", c.old)
		}
		_, _, findings := Style(fstest.MapFS{StyleFile: {Data: []byte(strings.Replace(text, c.old, c.new, 1))}}, faces)
		for i, part := range strings.Split(c.want, "|") {
			if len(findings) == 0 || !strings.Contains(brief(findings[0])+brief(findings[len(findings)-1]), part) {
				t.Errorf("%s: %d: got %v, want %q", c.new, i, findings, part)
			}
		}
	}
	_, _, findings := Style(fstest.MapFS{}, faces)
	expect(t, findings, "style.yaml:0:0-0 JB113")
}
