package xlsx

import (
	"testing"

	"github.com/xuri/excelize/v2"
)

// Looks read back as they were meant, and those alike are one.
func TestLooksInThePartOfStyles(t *testing.T) {
	s := newStyles()
	look := style{face: heiti, size: 9, bold: true, underline: true, color: alarm, fill: headFill, top: heavyRule, bottom: lightRule,
		across: "left", wrap: true, shrink: true, indent: 2, format: `"突破"0.0;-0.0`}
	first, plain := s.id(&look), s.id(&style{})
	if again := s.id(&look); again != first || first == plain || first == 0 || plain == 0 {
		t.Fatalf("numbers %d, %d and %d", first, again, plain)
	}
	f := excelize.NewFile()
	defer f.Close()
	f.Styles = nil
	f.Pkg.Store(stylesPart, s.appendPart(nil))
	got, err := f.GetStyle(first)
	if err != nil {
		t.Fatal(err)
	}
	font, lies := got.Font, got.Alignment
	if font.Family != heiti || font.Size != 9 || !font.Bold || font.Underline != "single" || font.Color != alarm {
		t.Errorf("font: %+v", font)
	}
	if lies.Horizontal != "left" || lies.Vertical != "center" || !lies.WrapText || !lies.ShrinkToFit || lies.Indent != 2 {
		t.Errorf("alignment: %+v", lies)
	}
	if got.CustomNumFmt == nil || *got.CustomNumFmt != look.format {
		t.Errorf("format: %v", got.CustomNumFmt)
	}
	if len(got.Fill.Color) != 1 || got.Fill.Color[0] != headFill {
		t.Errorf("fill: %+v", got.Fill)
	}
	edges := map[string]int{}
	for _, b := range got.Border {
		edges[b.Type] = b.Style
	}
	if edges["top"] != heavyRule || edges["bottom"] != lightRule {
		t.Errorf("rules: %v", got.Border)
	}
}
