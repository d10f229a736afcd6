package report

import (
	"errors"
	"io"
	"io/fs"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/prose"
)

// longestArticle is how many bytes of an article are read.
const longestArticle = 32 << 20

// Verify finds the figures of articles: texts (.txt, .md), Word documents
// (.docx), or with "-" standard input. If data names a data file, they are held
// against its figures. A data file that cannot be understood is the outcome by
// itself; what its own checks find is for Check to say.
func Verify(articles []string, data string, stdin io.Reader) *Outcome {
	o := &Outcome{}
	var facts *prose.Facts
	if data != "" {
		source := guarded(input{path: data}, func(d *District) {
			if read, result := judge(d, input{path: data}, stdin, false); read != nil {
				known := factsOf(read, result)
				facts = &known
			}
		})
		if facts == nil {
			o.Districts = append(o.Districts, source)
			return o
		}
	}
	for _, path := range articles {
		o.Districts = append(o.Districts, guarded(input{path: path}, func(d *District) {
			d.verify(path, stdin, facts)
		}))
	}
	return o
}

func (d *District) verify(path string, stdin io.Reader, facts *prose.Facts) {
	d.Found.Claims = []diag.Claim{}
	text, problem := articleText(path, stdin)
	if problem != nil {
		d.Found.Unreadable = true
		d.Found.Findings = []diag.Finding{*problem}
		return
	}
	result := prose.Verify(path, text, facts)
	d.Found.Claims, d.Found.Checks = result.Claims, result.Checks
	d.add([]dataset.Input{{Name: path, Text: text}}, result.Findings)
}

// articleText reads an article, of a Word document its paragraphs as lines.
func articleText(path string, stdin io.Reader) (string, *diag.Finding) {
	raw, err := readArticle(path, stdin)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", unusable(path, diag.BadPath, diag.Say("没有这个文件", "there is no such file"))
	case err != nil:
		return "", unusable(path, diag.BadPath, diag.Say("读不了：%s", "cannot be read: %s", err.Error()))
	case len(raw) > longestArticle:
		return "", unusable(path, diag.OverLimit, diag.Say("文章超过 %d 兆字节", "the article has more than %d MB", longestArticle>>20))
	}
	text, problem := prose.Text(raw)
	if problem != nil {
		return "", unusable(path, problem.Code, problem.Say)
	}
	return text, nil
}

func readArticle(path string, stdin io.Reader) ([]byte, error) {
	if path == "-" {
		return io.ReadAll(io.LimitReader(stdin, longestArticle+1))
	}
	return frontOf(path, longestArticle+1)
}
