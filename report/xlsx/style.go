package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// The typefaces, by the names Chinese systems know them by.
const (
	songti = "宋体"
	heiti  = "黑体"
)

// The colours.
const (
	headFill    = "E7EEF6"
	sectionFill = "F5F7FA"
	alarm       = "C00000" // 不一致, 示例数据, a change for the worse
	alarmFill   = "FDE2E0"
	good        = "1E6B34" // a change for the better
	barInk      = "2E75B6"
	linkInk     = "1F4E9E"
	quiet       = "595959"
)

// Weights of rules in a 三线表: heavy above and below, light under the header.
const (
	lightRule = 1
	heavyRule = 2
)

// style is how a cell looks. It can be compared, so that each is made once.
type style struct {
	face      string // empty: songti
	size      float64
	bold      bool
	underline bool
	color     string
	fill      string
	top       int
	bottom    int
	across    string // horizontal alignment
	wrap      bool
	shrink    bool // a text too long for its cell is shown smaller
	indent    int
	format    string // of the number
}

// The looks shared by the sheets.
var (
	titleStyle   = style{face: heiti, size: 16, across: "centerContinuous"}
	lineStyle    = style{size: 10, color: quiet}
	unitStyle    = style{size: 10, across: "right"}
	headStyle    = style{face: heiti, across: "center", wrap: true, fill: headFill, top: heavyRule, bottom: lightRule}
	sectionStyle = style{face: heiti, fill: sectionFill}
	noteStyle    = style{size: 10, color: quiet}
	sampleStyle  = style{face: heiti, color: alarm}
	linkStyle    = style{color: linkInk, underline: true}
)

const bodySize = 11

// styles gives out excelize's numbers of styles. Making one is slow, so each is
// asked for once.
type styles struct {
	file  *excelize.File
	ids   map[style]int
	tints map[tint]*int
}

func newStyles(f *excelize.File) *styles {
	return &styles{file: f, ids: map[style]int{}, tints: map[tint]*int{}}
}

func (s *styles) id(look style) (int, error) {
	if id, ok := s.ids[look]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(look.excel())
	if err != nil {
		return 0, fmt.Errorf("style %q: %w", look.format, err)
	}
	s.ids[look] = id
	return id, nil
}

// excel is the style in excelize's terms.
func (look style) excel() *excelize.Style {
	made := &excelize.Style{
		Font:      &excelize.Font{Family: songti, Size: bodySize, Bold: look.bold, Color: look.color},
		Alignment: &excelize.Alignment{Horizontal: look.across, Vertical: "center", WrapText: look.wrap, ShrinkToFit: look.shrink, Indent: look.indent},
	}
	if look.face != "" {
		made.Font.Family = look.face
	}
	if look.size != 0 {
		made.Font.Size = look.size
	}
	if look.underline {
		made.Font.Underline = "single"
	}
	if look.fill != "" {
		made.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{look.fill}}
	}
	if look.top != 0 {
		made.Border = append(made.Border, excelize.Border{Type: "top", Style: look.top, Color: "000000"})
	}
	if look.bottom != 0 {
		made.Border = append(made.Border, excelize.Border{Type: "bottom", Style: look.bottom, Color: "000000"})
	}
	if look.format != "" {
		made.CustomNumFmt = &look.format
	}
	return made
}

// tint is what a conditional format changes of a cell's look.
type tint struct {
	color, fill string
	bold        bool
}

// The tints. What they say is said in words too.
var (
	alarmed = tint{color: alarm, fill: alarmFill, bold: true}
	goodWay = tint{color: good}
	badWay  = tint{color: alarm}
)

func (s *styles) tint(t tint) (*int, error) {
	if id, ok := s.tints[t]; ok {
		return id, nil
	}
	look := &excelize.Style{Font: &excelize.Font{Bold: t.bold, Color: t.color}}
	if t.fill != "" {
		look.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{t.fill}}
	}
	id, err := s.file.NewConditionalStyle(look)
	s.tints[t] = &id
	return &id, err
}
