package pdf

import (
	"bytes"
	"fmt"
	"strings"

	"jianbao/report/typeset"
)

// finish puts into the painted file what gofpdf cannot say.
func (f *file) finish(pages *typeset.Pages, fonts fontSet, meta Meta) error {
	zip := newDeflater()
	for _, ft := range fonts.list {
		if err := f.nameFont(ft, zip); err != nil {
			return err
		}
	}
	numbers, err := f.pageNumbers(len(pages.Pages))
	if err != nil {
		return err
	}
	for i, p := range pages.Pages {
		if err := f.compress(numbers[i], zip); err != nil {
			return err
		}
		if err := f.link(numbers[i], p, pages.Height); err != nil {
			return err
		}
	}
	catalog := "<</Type /Catalog /Pages 1 0 R /Lang (zh-CN) /ViewerPreferences <</DisplayDocTitle true>>"
	if root := f.outline(pages, numbers); root != 0 {
		catalog += fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", root)
	}
	catalog += fmt.Sprintf(" /Metadata %d 0 R>>", f.add(plainStream("/Type /Metadata /Subtype /XML ", xmp(meta))))
	f.objects[f.root] = []byte(catalog)
	f.objects[f.info] = information(meta)
	return nil
}

// nameFont gives a font its name and its true text. gofpdf writes its own name for the font in the Type 0 font, in the
// CID font that follows it, and in the font's description.
func (f *file) nameFont(ft *font, zip *deflater) error {
	own := []byte("/utf8" + ft.family + "\n")
	renamed := 0
	for n, o := range f.objects {
		if !bytes.HasPrefix(o, []byte("<</Type /Font")) || !bytes.Contains(o, own) {
			continue
		}
		if text := reference(o, "/ToUnicode "); text > 0 && text < len(f.objects) {
			f.objects[text] = zip.stream(toUnicode(ft.cut.Back))
		}
		f.objects[n] = bytes.ReplaceAll(o, own, []byte("/"+ft.name+"\n"))
		renamed++
	}
	if renamed != 3 {
		return foreign(fmt.Sprintf("font %s has %d parts", ft.family, renamed))
	}
	return nil
}

// pageNumbers are the numbers of the page objects, from the list in object 1.
func (f *file) pageNumbers(count int) ([]int, error) {
	_, kids, _ := bytes.Cut(f.objects[1], []byte("/Kids ["))
	numbers := make([]int, count)
	for i := range numbers {
		n, digits, ok := number(kids)
		if !ok || n >= len(f.objects) || !bytes.HasPrefix(f.objects[n], []byte("<</Type /Page\n")) {
			return nil, foreign("bad list of pages")
		}
		numbers[i] = n
		kids = bytes.TrimPrefix(kids[digits:], []byte(" 0 R "))
	}
	return numbers, nil
}

// compress compresses what a page draws.
func (f *file) compress(page int, zip *deflater) error {
	n := reference(f.objects[page], "/Contents ")
	if n == 0 || n >= len(f.objects) {
		return foreign("a page without contents")
	}
	_, drawn, ok := bytes.Cut(f.objects[n], []byte("\nstream\n"))
	drawn, ends := bytes.CutSuffix(drawn, []byte("\nendstream"))
	if !ok || !ends {
		return foreign("contents that are no stream")
	}
	f.objects[n] = zip.stream(drawn)
	return nil
}

// link adds a page's links. Their print flag is set, as archives ask (ISO 19005-2, 6.3.2).
func (f *file) link(page int, p typeset.Page, height float64) error {
	var annots []string
	for _, m := range p.Marks {
		if l, ok := m.(typeset.Link); ok {
			annots = append(annots, fmt.Sprintf(
				"<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%.2f %.2f %.2f %.2f] /A <</S /URI /URI %s>>>>",
				l.X, height-l.Y-l.H, l.X+l.W, height-l.Y, asciiString(l.URL)))
		}
	}
	if annots == nil {
		return nil
	}
	open, ok := bytes.CutSuffix(f.objects[page], []byte(">>"))
	if !ok {
		return foreign("a page without an end")
	}
	f.objects[page] = fmt.Appendf(nil, "%s /Annots [%s]>>", open, strings.Join(annots, "\n"))
	return nil
}
