// Package style is what a template says about looks: the page, the type of each role, rules, colours and spacing.
//
// It is plain values. It knows no YAML (package load decodes templates/<name>/style.yaml into it, key by key, a field
// LinePitch being the key line_pitch), nothing of what is in a font, and nothing of documents.
//
// Lengths are in millimetres where they belong to the paper and in points (1/72 inch) where they belong to type.
package style

import "jianbao/report/diag"

// Style is a template's whole say on looks. Every field must be given but Fonts and those that are pointers; see Check.
type Style struct {
	Page Page

	// Fonts are faces of the template's own, beside the embedded ones. One of the same name takes the place of an
	// embedded face.
	Fonts []Font

	// Fallback names the faces to take a character from, in this order, when the face of its role does not have it.
	Fallback []string

	Title      Type // the briefing's name on page 1
	Byline     Type // the line above it (district and period) and the one below (issuer and date)
	Heading    Type // a section's heading: 一、产业转型
	Subheading Type // a heading within the annex
	Body       Type // paragraphs
	Caption    Type // above a table or chart
	UnitLine   Type // 单位：亿元, above a table on the right
	TableHead  Type
	TableBody  Type
	TableTotal Type // the rows of totals; where there is one of all rows, those of some are in TableBody as its 其中
	Note       Type // below a table: notes and source
	Header     Type // running head, from page 2
	Footer     Type // page number
	ChartLabel Type

	Table Table
	Chart Chart

	KeyFigures *KeyFigures // nil: no block of key figures
	Contents   *Contents   // nil: no contents
	Official   *Official   // nil: the form of a briefing; else that of an official document
}

// Font is a font file in the template's folder.
type Font struct {
	Name  string     // by which types ask for it: "fangsong"
	Path  string     // as written, inside the folder
	Place diag.Place // of the path
	File  []byte     // as it lies on disk, not yet read as a font
}

// KeyFigures is the look of the key figures below the title block.
type KeyFigures struct {
	Columns int  // how many stand side by side at most
	Name    Type // what the figure is; its unit and hedge too, at this size beside the digits
	Figure  Type // its digits
	Note    Type // period and change
}

// Contents is the look of the contents (目录) before the first section.
type Contents struct {
	From  int  // sections there must be for contents to be set at all
	Title Type // 目录
	Entry Type // a line of it
}

// Official is the form of GB/T 9704-2012. Page.Accent is then the red of the head and its rule, Page.TitleRule the weight
// of that rule, Byline the type of issuer and date, which stand at the end; headings are indented by two characters, body
// lines stand on a grid that fills the type area, there is no running head, and the annex begins a page (附件).
type Official struct {
	Mark    Type    // the issuing office at the head of page 1 (7.2.4); set smaller if it is too long for a line
	MarkTop float64 // from the top of the type area to it, millimetres
}

// Page is the paper and the type area on it, in millimetres.
type Page struct {
	Width, Height            float64
	Top, Right, Bottom, Left float64 // margins around the type area
	Header                   float64 // from the paper's top to the running head's baseline
	Footer                   float64 // from the type area's foot to the page number's baseline

	// Number is the page number's form: {n} stands for the page, {total} for the number of pages.
	Number string
	// NumberAt is where it stands: "centre", or "outer" for odd pages right and even pages left, one character in
	// (GB/T 9704-2012, 7.5). Pages numbered at the outer edge are printed on both sides: even ones have the left margin
	// at the right.
	NumberAt string

	TitleRule float64 // weight in points of the rule that closes the title block
	Accent    string  // its colour, and that of the mark 草稿
}

// Type is how the text of one role is set.
type Type struct {
	Face   string  // a face's name: "serif"
	Size   float64 // points
	Pitch  float64 // from baseline to baseline, points
	Before float64 // space above the first line, points; not at the top of a page
	After  float64 // space below the last line, points
	Colour string  // "#rrggbb"
}

// Table is the look of tables: 三线表, three rules and none upright. Points.
type Table struct {
	ThickRule    float64 // weight of the rules at the top and the foot
	ThinRule     float64 // weight of the rule below the head and above totals
	RuleColour   string
	CellPadding  float64 // blank left and right of a cell's text
	RowPadding   float64 // blank above and below a row's text
	SmallestSize float64 // a table too wide for the page is set smaller, but not below this size of type
	MostRows     int     // of a longer table the briefing prints the first rows and the totals, and says so
}

// Chart is the look of drawings.
type Chart struct {
	Height  float64  // of the plotting area, millimetres
	Palette []string // colours of the series, in order; they tell apart in grey too
	Axis    string   // colour of axes
	Track   string   // colour of what is not yet done in a progress chart
}
