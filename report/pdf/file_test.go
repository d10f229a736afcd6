package pdf

import (
	"bytes"
	"errors"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"jianbao/report/typeface"
)

// painted is a file of two empty pages as gofpdf writes it.
func painted(t testing.TB) []byte {
	t.Helper()
	g := gofpdf.New("P", "pt", "A4", "")
	g.AddPage()
	g.AddPage()
	var b bytes.Buffer
	if err := g.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func newPress() *press { return presses.New().(*press) }

func TestParseGivesEveryObject(t *testing.T) {
	f, err := newPress().parse(painted(t))
	if err != nil {
		t.Fatal(err)
	}
	for n, o := range f.objects[1:] {
		if len(o) == 0 {
			t.Errorf("object %d is empty", n+1)
		}
	}
	if !bytes.Contains(f.objects[f.root], []byte("/Type /Catalog")) {
		t.Errorf("the catalog is %q", f.objects[f.root])
	}
	if pages, err := f.pageNumbers(2); err != nil || pages[0] == pages[1] {
		t.Errorf("pages %v, %v", pages, err)
	}
	if _, err := f.pageNumbers(3); !errors.Is(err, errForeign) {
		t.Errorf("a third page is found: %v", err)
	}
}

func TestParseRefuses(t *testing.T) {
	whole := painted(t)
	for _, c := range []struct{ shows, old, new string }{
		{"no startxref", "startxref", "startxxxx"},
		{"a startxref beyond the file", "startxref\n", "startxref\n99999"},
		{"no table there", "xref\n0 ", "xxxx\n0 "},
		{"more entries than there are", "xref\n0 ", "xref\n0 9"},
		{"an entry that points elsewhere", "0 00000 n", "7 00000 n"},
		{"no catalog", "/Root ", "/Xoot "},
		{"a catalog beyond the objects", "/Root ", "/Root 9"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			broken := bytes.Replace(whole, []byte(c.old), []byte(c.new), 1)
			if bytes.Equal(broken, whole) {
				t.Fatal("nothing was changed")
			}
			if _, err := newPress().parse(broken); !errors.Is(err, errForeign) {
				t.Errorf("error %v", err)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add(painted(f))
	f.Add([]byte("xref\n0 2\n0000000000 65535 f \n0000000000 00000 n \nstartxref\n0\n"))
	p := newPress()
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := p.parse(b)
		if err == nil {
			file.bytes()
		} else if !errors.Is(err, errForeign) {
			t.Errorf("error %v", err)
		}
	})
}

func TestPagesWithoutRoomForFonts(t *testing.T) {
	for _, c := range []struct{ shows, page, resources string }{
		{"no resources", "<</Type /Page>>", ""},
		{"resources that are not there", "<</Type /Page /Resources 9 0 R>>", ""},
		{"resources without fonts", "<</Type /Page /Resources 2 0 R>>", "<</ProcSet [/PDF]>>"},
	} {
		t.Run(c.shows, func(t *testing.T) {
			f := &file{press: newPress()}
			f.objects = [][]byte{nil, []byte(c.page), []byte(c.resources)}
			if err := f.embedAll(nil, 1); !errors.Is(err, errForeign) {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestStrings(t *testing.T) {
	if got, want := textString("甲𬭎"), "<FEFF7532D872DF4E>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := asciiString(`a(b)\c`), `(a\(b\)\\c)`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestShortStreamsAreLeftAsTheyAre(t *testing.T) {
	f := &file{press: newPress()}
	for _, c := range []struct {
		length int
		packed bool
	}{{0, false}, {notWorthIt, false}, {notWorthIt + 1, true}} {
		data := bytes.Repeat([]byte("a"), c.length)
		o := f.objects[f.addStream("", data)]
		if packed := bytes.Contains(o, []byte("/FlateDecode")); packed != c.packed || !bytes.Equal(unpacked(t, o), data) {
			t.Errorf("%d bytes: compressed %v, want %v; %d come out", c.length, packed, c.packed, len(unpacked(t, o)))
		}
	}
}

// The map gives each code its text, in ranges of one first byte and blocks of a hundred ranges at most.
func TestToUnicode(t *testing.T) {
	chars := []typeface.Char{{Rune: 0x7532}, {Rune: 0x2CB4E}}
	for i := range rune(26000) {
		chars = append(chars, typeface.Char{Rune: 0x3000 + i})
	}
	got := toUnicode(nil, chars)
	for _, want := range []string{"100 beginbfrange\n<0001> <00FF> [<7532><D872DF4E><3000><3001>", "\n<0100> <01FF> [<30FD><30FE>",
		"\n<6300> <63FF> [", "]\nendbfrange\n2 beginbfrange\n<6400> <64FF> [", "\n<6500> <6592> [", "<958F>]\nendbfrange\nendcmap\n"} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("no %q", want)
		}
	}
	if got := toUnicode(nil, chars[:255]); bytes.Count(got, []byte("[")) != 1 {
		t.Errorf("255 codes are more than a range:\n%s", got)
	}
}
