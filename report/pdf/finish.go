package pdf

import (
	"bytes"
	"fmt"

	"jianbao/report/typeset"
)

// finish puts into the painted file what gofpdf cannot say.
func (f *file) finish(pages *typeset.Pages, meta Meta) error {
	numbers, err := f.pageNumbers(len(pages.Pages))
	if err != nil {
		return err
	}
	if len(numbers) > 0 {
		if err := f.embedAll(pages.Faces, numbers[0]); err != nil {
			return err
		}
	}
	f.fontsEnd = len(f.out)
	if err := f.contents(numbers); err != nil {
		return err
	}
	tree, err := f.structure(pages, numbers)
	if err != nil {
		return err
	}
	intent, metadata := f.outputIntent(), f.reserve()
	f.putStream(metadata, "/Type/Metadata/Subtype/XML", xmp(meta))
	outline := ""
	if root := f.outline(pages, numbers); root != 0 {
		outline = fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", root)
	}
	f.set(f.root, "<</Type/Catalog/Pages 1 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>"+
		"/PageLabels<</Nums[0<</S/D>>]>>/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R/OutputIntents[%d 0 R]"+
		"/Metadata %d 0 R%s>>", tree, intent, metadata, outline)
	f.set(f.info, "%s", information(meta))
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

// contents writes what the pages draw: the writer's pieces in the places that were left for them.
func (f *file) contents(numbers []int) error {
	piece, from := 0, 0
	for _, page := range numbers {
		n := reference(f.objects[page], "/Contents ")
		if n == 0 || n >= len(f.objects) {
			return foreign("a page without contents")
		}
		_, painted, ok := bytes.Cut(f.objects[n], []byte("\nstream\n"))
		painted, ends := bytes.CutSuffix(painted, []byte("\nendstream"))
		if !ok || !ends {
			return foreign("contents that are no stream")
		}
		f.drawn = f.drawn[:0]
		for {
			before, after, found := bytes.Cut(painted, []byte(place))
			f.drawn = append(f.drawn, before...)
			if !found {
				break
			}
			if piece == len(f.pieces) {
				return foreign("more places than pieces")
			}
			f.drawn = append(f.drawn, f.ops[from:f.pieces[piece]]...)
			from = f.pieces[piece]
			piece++
			painted = after
		}
		f.stream(n, "", f.drawn)
	}
	if piece < len(f.pieces) {
		return foreign("fewer places than pieces")
	}
	return nil
}
