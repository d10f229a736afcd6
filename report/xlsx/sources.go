package xlsx

import (
	"math/big"
	"strings"
)

// linkLength is the longest address Excel follows.
const linkLength = 2000

var sourcesTitles = []string{"序号", "来源", "日期", "网址"}

// sourcesSheet says where the figures were taken from and what signs mean.
func (b *book) sourcesSheet() *sheet {
	n := len(sourcesTitles)
	r := ruler{narrowest, 30, 14, 30}
	lines := []line{b.titleLine("来源和说明", n), b.statusLine("", cell{}, n)}
	body := style{across: "left", wrap: true}
	if len(b.doc.Sources) > 0 {
		lines = append(lines, headLine(sourcesTitles))
		for i, s := range b.doc.Sources {
			url := cell{text: b.say(s.URL, s.Title), style: body}
			if (strings.HasPrefix(s.URL, "https://") || strings.HasPrefix(s.URL, "http://")) && url.text == s.URL && len(s.URL) <= linkLength {
				url.style.color, url.style.underline = linkInk, true
				url.link = link{url: s.URL}
			}
			lines = append(lines, line{cells: []cell{
				{number: big.NewRat(int64(i+1), 1), style: style{across: "center"}},
				{text: b.say(s.Title, s.Title), style: body},
				{text: b.say(s.Date, s.Title), style: body},
				url,
			}})
			for j, c := range lines[len(lines)-1].cells {
				r.see(j, c.text, margin)
			}
		}
		ruled(lines[len(lines)-1])
		lines = append(lines, line{})
	}
	if len(b.doc.Notes) > 0 {
		lines = append(lines, words(style{face: heiti, size: 12}, "说明"))
		for _, note := range b.doc.Notes {
			lines = append(lines, words(style{}, b.say(note, "")))
		}
	}
	return b.newSheet(sourcesName, sourcesTab, r).set(lines)
}
