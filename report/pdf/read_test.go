package pdf_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"jianbao/report/document"
	"jianbao/report/typeset/typesettest"
)

// run hands a file to a program that reads PDF and gives what it says.
func run(t *testing.T, file []byte, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skip("needs " + program)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

// inner is the text between the heading of typesettest.Paragraphs and the first page's foot, line ends taken out.
func inner(s string) string {
	_, s, _ = strings.Cut(s, "一、正文")
	s = regexp.MustCompile(`— ?\d+ ?—\s*(简报\s*)?`).ReplaceAllString(s, "")
	return strings.NewReplacer("\n", "", "\f", "").Replace(s)
}

var sentences = []string{
	"全区坚持转型升级，精品钢、装配式建筑2个千亿级产业和汽车零部件、装备制造、新材料、新能源和节能环保4个百亿级产业加快集聚，“2+4”产业体系基本成形。",
	"2020年空气质量综合指数为4.89，同比改善25.5%；优良率为69.9%，提高20个百分点。2021年上半年空气质量综合指数为4.4，同比改善13.9%；优良率为79.6%，提高16个百分点，列第一位。",
	"轨道交通S3线、PM2.5浓度、GDP总量（按现价计算）与A4纸、B2B平台等——各有不同……增幅在63%～68%之间。",
	"The Made in China 2025 plan，即《中国制造2025》。",
	"圳塱𬭊𬬻𬭎𫠆𠅤等字在基本平面以外。",
}

func TestTextReadsAsWritten(t *testing.T) {
	b := write(t, typesettest.Paragraphs(sentences...), meta)
	want := strings.Join(sentences, "")
	for _, c := range []struct {
		program string
		args    []string
	}{
		{"pdftotext", []string{"FILE", "-"}},
		{"mutool", []string{"draw", "-q", "-F", "txt", "FILE"}},
	} {
		t.Run(c.program, func(t *testing.T) {
			if got := inner(run(t, b, c.program, c.args...)); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestTableCellsReadApart(t *testing.T) {
	doc := &document.Document{Sections: []document.Section{{Title: "表", Blocks: []document.Block{typesettest.Projects(3)}}}}
	got := run(t, write(t, doc, meta), "pdftotext", "-layout", "FILE", "-")
	if !regexp.MustCompile(`轨道交通S3线（3） +区级 +18\.87 +5\.85 +31\.0`).MatchString(got) {
		t.Errorf("the cells of a row do not stand apart:\n%s", got)
	}
}

// tongyong is the 通用规范汉字表.
func tongyong(t *testing.T) []rune {
	t.Helper()
	list, err := os.ReadFile("../../fonts/repertoire/tongyong-8105.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []rune
	for line := range strings.Lines(string(list)) {
		if !strings.HasPrefix(line, "#") {
			all = append(all, []rune(strings.TrimSpace(line))...)
		}
	}
	if len(all) != 8105 {
		t.Fatalf("%d characters in the list", len(all))
	}
	return all
}

// Every character of the 通用规范汉字表 comes out as itself, those beyond U+FFFF too, in each reader.
func TestAll8105Characters(t *testing.T) {
	all := string(tongyong(t))
	start := time.Now()
	b := write(t, typesettest.Paragraphs(all), meta)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("a text of all characters takes %v", took)
	}
	for _, reader := range []struct {
		name string
		read func(t *testing.T) string
	}{
		{"poppler", func(t *testing.T) string { return run(t, b, "pdftotext", "FILE", "-") }},
		{"mupdf", func(t *testing.T) string { return run(t, b, "mutool", "draw", "-q", "-F", "txt", "FILE") }},
		{"pdf.js", func(t *testing.T) string { return strings.Join(pdfjs(t, b).Pages, "\n") }},
	} {
		t.Run(reader.name, func(t *testing.T) {
			if got := inner(reader.read(t)); got != all {
				t.Errorf("the text reads back differently: %d of 8105 characters", len([]rune(got)))
			}
		})
	}
}

func TestFileIsSound(t *testing.T) {
	b := write(t, typesettest.Briefing(), meta)
	if out := run(t, b, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

func TestFontsAreEmbeddedSubsets(t *testing.T) {
	out := run(t, write(t, typesettest.Briefing(), meta), "pdffonts", "FILE")
	lines := strings.Split(strings.TrimSpace(out), "\n")[2:]
	for _, l := range lines {
		if !regexp.MustCompile(`^[A-Z]{6}\+(Noto|Jianbao)\S+ +CID TrueType +Identity-H +yes yes yes`).MatchString(l) {
			t.Errorf("font %s", l)
		}
	}
	if len(lines) < 4 {
		t.Errorf("fonts %q", lines)
	}
}

func TestProperties(t *testing.T) {
	out := run(t, write(t, typesettest.Briefing(), meta), "pdfinfo", "FILE")
	for _, want := range []string{"Title:           钢城区高质量发展情况简报", "Author:          钢城区统计局", "Metadata Stream: yes", "Page size:       595.28 x 841.89 pts (A4)"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	xmp := run(t, write(t, typesettest.Briefing(), meta), "pdfinfo", "-meta", "FILE")
	for _, want := range []string{"钢城区高质量发展情况简报</rdf:li>", "<rdf:li>zh-CN</rdf:li>", "2021年上半年 &lt;初步&gt;", "2021-08-27T00:00:00Z"} {
		if !strings.Contains(xmp, want) {
			t.Errorf("no %q in\n%s", want, xmp)
		}
	}
}

// The tree of headings, with links both ways and the number of lines each level shows.
func TestOutline(t *testing.T) {
	doc := typesettest.Paragraphs("甲")
	doc.Sections = append(doc.Sections, document.Section{Number: "二", Title: "𬭎与（括号）", Blocks: []document.Block{typesettest.Projects(2)}})
	out := run(t, write(t, doc, meta), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	title := func(s string) string {
		hex := "feff"
		for _, u := range utf16.Encode([]rune(s)) {
			hex += fmt.Sprintf("%04x", u)
		}
		return "/Title <" + hex + ">"
	}
	for _, want := range []string{title("二、𬭎与（括号）"), title("省、市、区重点项目（示例数据）"), "/Count 2\n", "/Count -1\n", "/Lang (zh-CN)", "/DisplayDocTitle true"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s", want)
		}
	}
}

// Titles beyond U+FFFF are themselves in the outline and in the properties.
func TestTitlesBeyondTheBasicPlane(t *testing.T) {
	doc := typesettest.Paragraphs("甲")
	doc.Sections[0].Title = "𬭎𬬭镇"
	titled := meta
	titled.Title = "𬭎𬬭镇简报"
	b := write(t, doc, titled)
	if out := run(t, b, "mutool", "show", "FILE", "outline"); !strings.Contains(out, "一、𬭎𬬭镇") {
		t.Errorf("mupdf's outline: %s", out)
	}
	if out := run(t, b, "pdfinfo", "FILE"); !strings.Contains(out, titled.Title+"\n") {
		t.Errorf("poppler's properties: %s", out)
	}
}

func TestLinks(t *testing.T) {
	out := run(t, write(t, typesettest.Briefing(), meta), "qpdf", "--qdf", "FILE", "-")
	if want := "/URI (https://www.example.gov.cn/2021/8/27/news_conference_gangcheng.html)"; strings.Count(out, want) != 2 {
		t.Errorf("the address leads there %d times, want one for each of its two lines", strings.Count(out, want))
	}
}
