package typeset

// Element is a part of the document as one meets it who has it read aloud: what it is, and what it belongs to. An
// element holds either other elements or what stands on the pages (see Page.Contents), on as many of them as it takes.
type Element struct {
	Role   Role
	Parent int    // index in Pages.Elements, less than its own
	Scope  Scope  // of a TH
	Alt    string // of a Figure: what it shows, in words
}

// Role says what an element is. The names are those that documents for machines share (ISO 32000-1, 14.8.4; most of
// them are HTML's too).
type Role string

// The roles.
const (
	RoleDocument Role = "Document"  // all of it: the first element, the only one that has no parent
	RoleH1       Role = "H1"        // the title
	RoleH2       Role = "H2"        // a section's heading
	RoleH3       Role = "H3"        // a heading in a section
	RoleP        Role = "P"         // a paragraph
	RoleTOC      Role = "TOC"       // the contents
	RoleTOCI     Role = "TOCI"      // an entry of the contents
	RoleRef      Role = "Reference" // what names another place; in a TOCI
	RoleL        Role = "L"         // a list
	RoleLI       Role = "LI"        // an entry of a list
	RoleLBody    Role = "LBody"     // what the entry says
	RoleLink     Role = "Link"      // text that leads elsewhere; a Link mark in it covers it
	RoleTable    Role = "Table"
	RoleCaption  Role = "Caption" // of a table or a figure
	RoleTR       Role = "TR"      // a row of a table
	RoleTH       Role = "TH"      // a cell that says what others in its row or column are
	RoleTD       Role = "TD"      // any other cell
	RoleDiv      Role = "Div"     // keeps a figure and its caption together
	RoleFigure   Role = "Figure"  // a drawing
)

// Scope says which cells a TH is the head of.
type Scope string

// The scopes.
const (
	OfColumn Scope = "Column"
	OfRow    Scope = "Row"
)

// Content is the marks [From, To) of a page: what it shows of an element, or what is said at the head or the foot of
// every page.
type Content struct {
	Element  int // index in Pages.Elements, or Header or Footer
	From, To int
}

// What stands on pages and is no part of the document. Marks in no Content are ornament: rules, leaders, and the head
// that a table has again where it goes on.
const (
	Header = -1
	Footer = -2

	ornament = -3 // inside this package, for marks that are told to belong to nothing
	unsaid   = -4 // likewise, for marks that belong to what those belong to among which they stand
)

// whole is the index of the element that is all of the document.
const whole = 0

// element adds an element to the structure and gives its index. What belongs to ornament is ornament.
func (s *setter) element(e Element) int {
	if e.Parent == ornament {
		return ornament
	}
	s.elements = append(s.elements, e)
	return len(s.elements) - 1
}

// as makes a text an element, if there is any.
func (s *setter) as(role Role, parent int, b block) block {
	if len(b.lines) == 0 {
		return b
	}
	return b.of(s.element(Element{Role: role, Parent: parent}))
}

// of makes the lines of a block content of an element.
func (b block) of(element int) block {
	for i := range b.lines {
		b.lines[i].element = element
	}
	return b
}
