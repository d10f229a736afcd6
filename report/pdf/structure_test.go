package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font/opentype"

	"jianbao/report/document"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

// assembled is the objects of a file.
func assembled(t *testing.T, pages *typeset.Pages) *file {
	t.Helper()
	f, err := newPress().assemble(pages, Meta{Title: "甲"})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// unpacked is what a stream object holds.
func unpacked(t *testing.T, object []byte) []byte {
	t.Helper()
	dict, data, _ := bytes.Cut(object, []byte("\nstream\n"))
	if !bytes.Contains(dict, []byte("/FlateDecode")) {
		return bytes.TrimSuffix(data, []byte("\nendstream"))
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v in %.100q", err, object)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// numbersIn are the object numbers referred to in a text, in their order.
func numbersIn(b []byte) []int {
	var out []int
	for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllSubmatch(b, -1) {
		n, _ := strconv.Atoi(string(m[1]))
		out = append(out, n)
	}
	return out
}

// Each operator that paints stands in one marked piece, and the pieces of a page are numbered from 0.
func TestAllThatIsDrawnIsMarked(t *testing.T) {
	pages := typesettest.Pages(t, typesettest.Briefing())
	f := assembled(t, pages)
	numbers, err := f.pageNumbers(len(pages.Pages))
	if err != nil {
		t.Fatal(err)
	}
	paints := regexp.MustCompile(` (Tj|re f|S)\b`)
	mcid := regexp.MustCompile(`/MCID (\d+)`)
	for i, n := range numbers {
		depth, next := 0, 0
		for line := range strings.Lines(string(unpacked(t, f.objects[reference(f.objects[n], "/Contents ")]))) {
			switch {
			case strings.HasSuffix(line, "BMC\n"), strings.HasSuffix(line, "BDC\n"):
				depth++
				if m := mcid.FindStringSubmatch(line); m != nil {
					if m[1] != strconv.Itoa(next) {
						t.Errorf("page %d: piece %s, want %d", i+1, m[1], next)
					}
					next++
				}
			case line == "EMC\n":
				depth--
			case depth != 1 && paints.MatchString(line):
				t.Errorf("page %d: %q is in %d marked pieces", i+1, line, depth)
			}
		}
		if depth != 0 || next == 0 {
			t.Errorf("page %d: %d pieces, %d left open", i+1, next, depth)
		}
	}
}

// The parent tree leads from each piece of a page, and each link, to the element that names it; so does that of a
// paragraph of several pages.
func TestElementsAndPagesAgree(t *testing.T) {
	doc := typesettest.Briefing()
	doc.Sections = append(doc.Sections[:len(doc.Sections):len(doc.Sections)],
		document.Section{Blocks: []document.Block{document.Paragraph{Text: strings.Repeat("很长的一段，", 900)}}})
	pages := typesettest.Pages(t, doc)
	f := assembled(t, pages)
	numbers, err := f.pageNumbers(len(pages.Pages))
	if err != nil {
		t.Fatal(err)
	}
	root := f.objects[reference(f.objects[f.root], "/StructTreeRoot ")]
	nums := string(f.objects[reference(root, "/ParentTree ")])
	owners := map[string][]int{} // by key
	for _, m := range regexp.MustCompile(`(?m)(?:^|\[)(\d+) (\[[^\]]*\]|\d+ 0 R)`).FindAllStringSubmatch(strings.TrimPrefix(nums, "<</Nums["), -1) {
		owners[m[1]] = numbersIn([]byte(m[2]))
	}
	links := 0
	for i, n := range numbers {
		key := regexp.MustCompile(`/StructParents (\d+)`).FindSubmatch(f.objects[n])[1]
		for id, element := range owners[string(key)] {
			o := f.objects[element]
			_, kids, _ := strings.Cut(string(o), "/K[")
			own := reference(o, "/Pg ") == n && regexp.MustCompile(fmt.Sprintf(`(^|[\d>] )%d[ \]]`, id)).MatchString(kids)
			if !own && !strings.Contains(kids, fmt.Sprintf("/Pg %d 0 R/MCID %d>>", n, id)) {
				t.Errorf("page %d: element %d does not name piece %d: %s", i+1, element, id, o)
			}
		}
		_, annots, _ := bytes.Cut(f.objects[n], []byte("/Annots["))
		for _, a := range numbersIn(annots) {
			links++
			key := regexp.MustCompile(`/StructParent (\d+)`).FindSubmatch(f.objects[a])[1]
			if o := f.objects[owners[string(key)][0]]; !bytes.HasPrefix(o, []byte("<</S/Link/")) || !bytes.Contains(o, fmt.Appendf(nil, "/Obj %d 0 R", a)) {
				t.Errorf("link %d is not named by its element: %s", a, o)
			}
		}
	}
	if next := fmt.Sprintf("/ParentTreeNextKey %d>>", len(numbers)+links); links == 0 || len(owners) != len(numbers)+links || !bytes.Contains(root, []byte(next)) {
		t.Errorf("%d pages, %d links, %d entries in the parent tree: %s", len(numbers), links, len(owners), root)
	}
}

func TestLinkToAPlaceInTheFile(t *testing.T) {
	pages := typesettest.Pages(t, typesettest.Paragraphs("甲"))
	p := &pages.Pages[0]
	p.Contents = append(p.Contents, typeset.Content{Element: len(pages.Elements), From: len(p.Marks), To: len(p.Marks) + 1})
	p.Marks = append(p.Marks, typeset.Link{X: 10, Y: 20, W: 30, H: 40, Page: 0, Top: 100})
	pages.Elements = append(pages.Elements, typeset.Element{Role: typeset.RoleLink})
	f := assembled(t, pages)
	numbers, err := f.pageNumbers(1)
	if err != nil {
		t.Fatal(err)
	}
	_, annots, _ := bytes.Cut(f.objects[numbers[0]], []byte("/Annots["))
	want := fmt.Sprintf("/Contents%s/Dest[%d 0 R/XYZ null %.2f null]", textString("第1页"), numbers[0], p.Height-100)
	if o := f.objects[numbersIn(annots)[0]]; !bytes.Contains(o, []byte(want)) || !bytes.Contains(o, []byte("/Rect[10.00 ")) {
		t.Errorf("no %s in %s", want, o)
	}
}

// Widths in the file and in the fonts are the same, of wide characters too (ISO 19005-2, 6.2.11.5).
func TestWidthsAgreeWithTheFonts(t *testing.T) {
	f := assembled(t, typesettest.Pages(t, typesettest.Paragraphs("完成12.6亿元，ABC全区", "𬭎")))
	fonts, told := 0, 0
	for _, o := range f.objects {
		if !bytes.Contains(o, []byte("/Subtype/CIDFontType2")) {
			continue
		}
		fonts++
		descriptor := f.objects[reference(o, "/FontDescriptor ")]
		program, err := opentype.NewLoader(bytes.NewReader(unpacked(t, f.objects[reference(descriptor, "/FontFile2 ")])))
		if err != nil {
			t.Fatal(err)
		}
		table := func(tag string) []byte {
			b, err := program.RawTable(opentype.MustNewTag(tag))
			if err != nil {
				t.Fatal(err)
			}
			return b
		}
		widths := map[int]int{}
		list := regexp.MustCompile(`/W\[((?:\d+\[[^\]]*\])*)\]`).FindSubmatch(o)[1]
		for _, stretch := range regexp.MustCompile(`(\d+)\[([^\]]*)\]`).FindAllSubmatch(list, -1) {
			code, _ := strconv.Atoi(string(stretch[1]))
			for _, width := range bytes.Fields(stretch[2]) {
				widths[code], _ = strconv.Atoi(string(width))
				code++
				told++
			}
		}
		hmtx, em := table("hmtx"), float64(binary.BigEndian.Uint16(table("head")[18:]))
		for code := 1; 4*code < len(hmtx); code++ { // which is the glyph's number too
			w, ok := widths[code]
			if !ok {
				w = 1000
			}
			if want := int(math.Round(1000 * float64(binary.BigEndian.Uint16(hmtx[4*code:])) / em)); w != want {
				t.Errorf("code %d: width %v, in the font %v", code, w, want)
			}
		}
	}
	if fonts < 2 || told < 8 {
		t.Errorf("%d fonts, %d widths told: this test shows nothing", fonts, told)
	}
}

func TestPagesOfTheirOwnSize(t *testing.T) {
	pages := typesettest.Pages(t, &document.Document{})
	pages.Pages = append(pages.Pages, typeset.Page{Width: 800, Height: 500,
		Marks: []typeset.Mark{typeset.Line{X1: 10, Y1: 100, X2: 20, Y2: 100, Weight: 1}}})
	f := assembled(t, pages)
	numbers, err := f.pageNumbers(2)
	if err != nil {
		t.Fatal(err)
	}
	if o := f.objects[numbers[1]]; !bytes.Contains(o, []byte("/MediaBox [0 0 800.00 500.00]")) {
		t.Errorf("the second page is %s", o)
	}
	drawn := unpacked(t, f.objects[reference(f.objects[numbers[1]], "/Contents ")])
	if !bytes.Contains(drawn, []byte("10.00 400.00 m 20.00 400.00 l S")) {
		t.Errorf("the line is not where it should be:\n%s", drawn)
	}
	if !bytes.Contains(drawn, []byte("/Artifact BMC\n")) {
		t.Errorf("the line, which belongs to no element, is not marked so:\n%s", drawn)
	}
}
