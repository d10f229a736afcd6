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
	alarm       = "C00000" // 不一致, 示例数据
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
	file *excelize.File
	ids  map[style]int
	red  *int // of the conditional format
}

func newStyles(f *excelize.File) *styles { return &styles{file: f, ids: map[style]int{}} }

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
		Alignment: &excelize.Alignment{Horizontal: look.across, Vertical: "center", WrapText: look.wrap, Indent: look.indent},
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

// alarmed is the look of a conditional format that found something wrong.
func (s *styles) alarmed() (*int, error) {
	if s.red != nil {
		return s.red, nil
	}
	id, err := s.file.NewConditionalStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true, Color: alarm},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FDE2E0"}},
	})
	s.red = &id
	return s.red, err
}
