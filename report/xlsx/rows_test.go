package xlsx

import (
	"encoding/xml"
	"io"
	"math/big"
	"testing"

	"github.com/xuri/excelize/v2"
)

// What cells hold is in the file's notation, and comes back as it was.
func TestCellsInTheFilesNotation(t *testing.T) {
	for _, test := range []struct {
		cell cell
		want string
	}{
		{cell{text: "甲"}, `" t="inlineStr"><is><t>甲</t></is></c>`},
		{cell{text: ` a<b & "c">d `}, `" t="inlineStr"><is><t xml:space="preserve"> a&lt;b &amp; "c"&gt;d </t></is></c>`},
		{cell{text: "_x0041_x0042_"}, `" t="inlineStr"><is><t>_x005F_x0041_x005F_x0042_</t></is></c>`},
		{cell{text: "_x004_"}, `" t="inlineStr"><is><t>_x004_</t></is></c>`},
		{cell{number: big.NewRat(-5, 4)}, `"><v>-1.25</v></c>`},
		{cell{number: big.NewRat(3, 1), formula: "'甲'!A1&1"}, `"><f>'甲'!A1&amp;1</f><v>3</v></c>`},
		{cell{text: "一致", formula: "A1"}, `" t="str"><f>A1</f><v>一致</v></c>`},
		{cell{number: one, formula: "D4<E4", shared: &sharing{2, "F4:F9"}}, `"><f t="shared" ref="F4:F9" si="2">D4&lt;E4</f><v>1</v></c>`},
		{cell{text: "一致", shared: &sharing{2, "F4:F9"}}, `" t="str"><f t="shared" si="2"/><v>一致</v></c>`},
		{cell{style: titleStyle}, `"/>`},
	} {
		if got := string(appendContent(nil, &test.cell)); got != test.want {
			t.Errorf("%+v:\n%s\nwant\n%s", test.cell, got, test.want)
		}
	}
}

// A row or a column that no sheet has is refused.
func TestASheetEnds(t *testing.T) {
	made := rows{to: io.Discard, styles: newStyles()}
	if err := made.add(make([]cell, excelize.MaxColumns+1), singleLine); err == nil {
		t.Error("a row is wider than a sheet")
	}
	made.count = excelize.TotalRows
	if err := made.add(nil, singleLine); err == nil {
		t.Error("a sheet is longer than it can be")
	}
}

func FuzzTextInXML(f *testing.F) {
	f.Add("_x005F_x0041_ <&> \"甲\"\n\t乙")
	f.Fuzz(func(t *testing.T, s string) {
		text, _, _ := cleaned(s)
		var back struct {
			Text      string `xml:",chardata"`
			Attribute string `xml:"a,attr"`
		}
		b := append(appendEscaped([]byte(`<t a="`), text, inAttribute), `">`...)
		if err := xml.Unmarshal(append(appendEscaped(b, text, inElement), "</t>"...), &back); err != nil || back.Text != text || back.Attribute != text {
			t.Errorf("%q came back as %q and %q, %v", text, back.Text, back.Attribute, err)
		}
	})
}
