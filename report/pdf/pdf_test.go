package pdf_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"jianbao/report/document"
	"jianbao/report/pdf"
	"jianbao/report/typeset"
	"jianbao/report/typeset/typesettest"
)

var meta = pdf.Meta{Title: "钢城区高质量发展情况简报", Author: "钢城区统计局", Subject: "2021年上半年 <初步>", Creator: "jianbao 1.0",
	Published: time.Date(2021, 8, 27, 0, 0, 0, 0, time.UTC)}

func write(t testing.TB, doc *document.Document, m pdf.Meta) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, typesettest.Pages(t, doc), m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSameInputSameBytes(t *testing.T) {
	want := write(t, typesettest.Briefing(), meta)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if got := write(t, typesettest.Briefing(), meta); !bytes.Equal(got, want) {
				t.Error("the bytes differ")
			}
		})
	}
	group.Wait()
}

func TestNoDateButThePublished(t *testing.T) {
	undated := meta
	undated.Published = time.Time{}
	b := write(t, typesettest.Paragraphs("甲"), undated)
	for _, key := range []string{"CreationDate", "ModDate", "CreateDate", "ModifyDate"} {
		if bytes.Contains(b, []byte(key)) {
			t.Errorf("a file without a date holds %s", key)
		}
	}
	b = write(t, typesettest.Paragraphs("甲"), meta)
	if n := bytes.Count(b, []byte("20210827")) + bytes.Count(b, []byte("2021-08-27")); n != 4 {
		t.Errorf("the date of publication occurs %d times, want 4", n)
	}
}

func TestCharacterWithoutAGlyphIsAnError(t *testing.T) {
	pages := typesettest.Pages(t, typesettest.Paragraphs("有\U0001F600"))
	if err := pdf.Write(&bytes.Buffer{}, pages, meta); err == nil || !strings.Contains(err.Error(), "\U0001F600") {
		t.Errorf("error %v", err)
	}
}

type fullDisk struct{}

var errFull = errors.New("disk full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriterFails(t *testing.T) {
	if err := pdf.Write(fullDisk{}, typesettest.Pages(t, typesettest.Paragraphs("甲")), meta); !errors.Is(err, errFull) {
		t.Errorf("error %v, want %v", err, errFull)
	}
}

func TestNothingOfTheMachine(t *testing.T) {
	b := write(t, typesettest.Briefing(), meta)
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(b, []byte(dir)) || bytes.Contains(b, []byte("FPDF")) {
		t.Error("the file holds a path or gofpdf's own mark")
	}
}

// tenPages is a briefing of ten pages.
func tenPages(b *testing.B) *document.Document {
	doc := typesettest.Briefing()
	for len(typesettest.Pages(b, doc).Pages) < 10 {
		doc.Sections = append(doc.Sections[:len(doc.Sections):len(doc.Sections)], doc.Sections[0])
	}
	return doc
}

func BenchmarkTenPages(b *testing.B) {
	doc, st, faces := tenPages(b), typesettest.Style(b), typesettest.Faces(b)
	b.ReportAllocs()
	for b.Loop() {
		pages, err := typeset.Layout(doc, st, faces)
		if err != nil {
			b.Fatal(err)
		}
		if err := pdf.Write(io.Discard, pages, meta); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLayoutOfTenPages(b *testing.B) {
	doc, st, faces := tenPages(b), typesettest.Style(b), typesettest.Faces(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := typeset.Layout(doc, st, faces); err != nil {
			b.Fatal(err)
		}
	}
}
