package report

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"jianbao/report/diag"
	"jianbao/templates"
)

// ownFont is a template with a font of its own.
func ownFont(t *testing.T, ttf []byte) string {
	t.Helper()
	folder := t.TempDir()
	text, err := templates.Files.ReadFile("official/style.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text = append([]byte("fonts: {fangsong: f.ttf}\n"), bytes.ReplaceAll(text, []byte("{face: serif,"), []byte("{face: fangsong,"))...)
	for name, data := range map[string][]byte{"style.yaml": text, "f.ttf": ttf} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// rights is where a font's table OS/2 says what its maker lets be done with it.
func rights(t *testing.T, ttf []byte) []byte {
	t.Helper()
	for at := 12; at+16 <= len(ttf); at += 16 {
		if string(ttf[at:at+4]) == "OS/2" {
			return ttf[binary.BigEndian.Uint32(ttf[at+8:])+8:][:2]
		}
	}
	t.Fatal("no table OS/2")
	return nil
}

func TestFontsOfATemplate(t *testing.T) {
	whole, err := os.ReadFile("../fonts/kai.ttf")
	if err != nil {
		t.Fatal(err)
	}
	restricted := bytes.Clone(whole)
	copy(rights(t, restricted), "\x00\x02")
	for _, c := range []struct {
		shows string
		ttf   []byte
		want  diag.Code
	}{
		{"a font that may be embedded", whole, ""},
		{"one that may not", restricted, diag.BadFont},
		{"half a file", whole[:len(whole)/2], diag.BadFont},
		{"an empty file", nil, diag.BadFont},
	} {
		t.Run(c.shows, func(t *testing.T) {
			l, bad := openLooks(ownFont(t, c.ttf))
			if c.want == "" {
				if bad != nil || l.faces["fangsong"] == nil {
					t.Fatalf("%+v", bad)
				}
				return
			}
			if bad == nil || len(bad.Found.Findings) != 1 || !bad.Found.Unreadable {
				t.Fatalf("outcome %+v, want one finding", bad)
			}
			if f := bad.Found.Findings[0]; f.Code != c.want || f.Place.Line != 1 || len(f.Hints) != 1 {
				t.Errorf("finding %+v", f)
			}
		})
	}
}

func TestEmbeddedTemplatesCanBeUsed(t *testing.T) {
	for _, name := range append(templates.Names(), "") {
		if _, bad := openLooks(name); bad != nil {
			t.Errorf("%s: %+v", name, bad.Found.Findings)
		}
	}
}
