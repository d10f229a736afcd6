package xlsx

import (
	"bytes"
	"encoding/xml"
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
		{cell{text: "甲"}, `" t="inlineStr"><is><t>甲</t></is>`},
		{cell{text: ` a<b & "c">d `}, `" t="inlineStr"><is><t xml:space="preserve"> a&lt;b &amp; &#34;c&#34;&gt;d </t></is>`},
		{cell{text: "_x0041_x0042_"}, `" t="inlineStr"><is><t>_x005F_x0041_x005F_x0042_</t></is>`},
		{cell{text: "_x004_"}, `" t="inlineStr"><is><t>_x004_</t></is>`},
		{cell{number: big.NewRat(-5, 4)}, `"><v>-1.25</v>`},
		{cell{number: big.NewRat(3, 1), formula: "'甲'!A1&1"}, `"><f>'甲'!A1&amp;1</f><v>3</v>`},
		{cell{text: "一致", formula: "A1"}, `" t="str"><f>A1</f><v>一致</v>`},
		{cell{style: titleStyle}, `">`},
	} {
		if got := string(appendContent(nil, &test.cell)); got != test.want {
			t.Errorf("%+v:\n%s\nwant\n%s", test.cell, got, test.want)
		}
	}
}

// A sheet without places for its body is no sheet that could be written.
func TestABodyHasItsPlaces(t *testing.T) {
	const link = `<hyperlink ref="A1" location="B1"/>`
	for _, test := range []struct{ name, part, want string }{
		{"no links of excelize's", `<s><sheetData><row/></sheetData><printOptions/></s>`,
			`<s><sheetData>R</sheetData><hyperlinks>` + link + `</hyperlinks><printOptions/></s>`},
		{"links out of the workbook", `<s><sheetData></sheetData><hyperlinks><o/></hyperlinks><printOptions/></s>`,
			`<s><sheetData>R</sheetData><hyperlinks>` + link + `<o/></hyperlinks><printOptions/></s>`},
		{"no rows", `<s/>`, ""},
		{"no options of printing", `<s><sheetData></sheetData></s>`, ""},
	} {
		sheet := &body{links: []byte(link)}
		_, _ = sheet.rows.Write([]byte("R"))
		var got bytes.Buffer
		err := sheet.into(&got, []byte(test.part))
		sheet.rows.remove()
		if (err != nil) != (test.want == "") || err == nil && got.String() != test.want {
			t.Errorf("%s: %s, %v", test.name, &got, err)
		}
	}
}

// A row or a column that no sheet has is refused.
func TestASheetEnds(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	made := rows{body: &body{}, styles: newStyles(f)}
	defer made.body.rows.remove()
	if err := made.add(make([]cell, excelize.MaxColumns+1), singleLine); err == nil {
		t.Error("a row is wider than a sheet")
	}
	made.count = excelize.TotalRows
	if err := made.add(nil, singleLine); err == nil {
		t.Error("a sheet is longer than it can be")
	}
}

func FuzzTextInAnElement(f *testing.F) {
	f.Add("_x005F_x0041_ <&>")
	f.Fuzz(func(t *testing.T, s string) {
		text, _, _ := cleaned(s)
		var back struct {
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal(append(appendEscaped([]byte("<t>"), text, false), "</t>"...), &back); err != nil || back.Text != text {
			t.Errorf("%q came back as %q, %v", text, back.Text, err)
		}
	})
}
