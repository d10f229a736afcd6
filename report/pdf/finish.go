package pdf

import (
	"bytes"
	"fmt"

	"jianbao/report/typeset"
)

// finish puts into the painted file what gofpdf cannot say.
func (f *file) finish(pages *typeset.Pages, fonts fontSet, meta Meta, zip *deflater) error {
	numbers, err := f.pageNumbers(len(pages.Pages))
	if err != nil {
		return err
	}
	if len(numbers) > 0 {
		if err := f.embedAll(fonts, numbers[0], zip); err != nil {
			return err
		}
	}
	for _, n := range numbers {
		if err := f.compress(n, zip); err != nil {
			return err
		}
	}
	tree, err := f.structure(pages, numbers)
	if err != nil {
		return err
	}
	catalog := fmt.Appendf(nil, "<</Type /Catalog /Pages 1 0 R /Lang (zh-CN) /ViewerPreferences <</DisplayDocTitle true>>"+
		" /PageLabels <</Nums [0 <</S /D>>]>> /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R /OutputIntents [%d 0 R]"+
		" /Metadata %d 0 R", tree, f.outputIntent(zip), f.add(plainStream("/Type /Metadata /Subtype /XML ", xmp(meta))))
	if root := f.outline(pages, numbers); root != 0 {
		catalog = fmt.Appendf(catalog, " /Outlines %d 0 R /PageMode /UseOutlines", root)
	}
	f.objects[f.root] = append(catalog, ">>"...)
	f.objects[f.info] = information(meta)
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
	f.objects[n] = zip.stream("", drawn)
	return nil
}
