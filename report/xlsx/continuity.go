package xlsx

// The titles of the lists below the checks; texts run on into the empty columns
// to their right.
var (
	exceptionTitles = []string{"核对", "", "", "情况", "", "", "", "", "理由", "", "", "有效期至"}
	revisionTitles  = []string{"指标", "", "", "上期", "", "本期", "", "", "说明", "", "", ""}
)

// continuityLines list the exceptions that took effect and the figures that are
// not what the issue before gave.
func (b *book) continuityLines(n int) []line {
	var lines []line
	list := func(title string, titles []string, rows []map[int]string) {
		if len(rows) == 0 {
			return
		}
		lines = append(lines, line{}, words(style{face: heiti, size: 12}, title), headLine(titles))
		for _, row := range rows {
			l := line{cells: make([]cell, n)}
			for at := range titles {
				if text, ok := row[at]; ok {
					l.cells[at] = cell{text: b.say(text, row[0])}
				}
			}
			lines = append(lines, l)
		}
		ruled(lines[len(lines)-1])
	}
	var excepted, revised []map[int]string
	for _, x := range b.doc.Checks.Exceptions {
		excepted = append(excepted, map[int]string{0: x.Check, 3: x.What, 8: x.Reason, 11: x.Until})
	}
	for _, r := range b.doc.Checks.Revisions {
		revised = append(revised, map[int]string{0: r.Name, 3: r.Old, 5: r.New, 8: r.Note})
	}
	list("采用的例外", exceptionTitles, excepted)
	list("对上期数据的修订", revisionTitles, revised)
	return lines
}
