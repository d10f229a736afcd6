package xlsx

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
