package xlsx

import (
	"regexp"
	"testing"
)

// What stands beside an indicator follows it: the sign and word of its change with
// the better way heeded, its completion and bar, its verdict, and the state of the
// sheet in the contents.
func TestChangedIndicatorChangesWhatStandsBesideIt(t *testing.T) {
	book, _ := written(t, composed(t, "testdata/draft.yaml"))
	parts := partsOf(t, book)
	const part = "xl/worksheets/sheet2.xml"
	for _, change := range []struct{ at, old, new string }{
		{"E8", `6\.1`, "-6.1"}, {"D11", `4\.4`, "5.5"}, {"D14", "612", "300"}, {"E12", `2\.1`, "0"},
	} {
		cell := regexp.MustCompile(`(<c r="` + change.at + `"[^>]*>(?:<f>[^<]*</f>)?<v>)` + change.old + `(</v>)`)
		changed := cell.ReplaceAll(parts[part], []byte("${1}"+change.new+"${2}"))
		if string(changed) == string(parts[part]) {
			t.Fatalf("%s does not hold %s", change.at, change.old)
		}
		parts[part] = changed
	}
	f := recalculated(t, repacked(t, parts))
	for _, want := range []struct{ sheet, cell, value string }{
		{indicatorsName, "F8", "▼ 转差"},  // higher is better, and it fell
		{indicatorsName, "F12", "— 持平"}, // nothing changed
		{indicatorsName, "E11", "7.6"},  // its formula
		{indicatorsName, "F11", "▲ 转差"}, // lower is better, and it rose
		{indicatorsName, "H14", "50"},
		{indicatorsName, "I14", "█████░░░░░"},
		{indicatorsName, "L11", "不一致"},
		{contentsName, "F17", "不一致3项"},
	} {
		got, err := f.GetCellValue(want.sheet, want.cell, rawValue)
		if err != nil {
			t.Fatal(err)
		}
		if !alike(got, want.value) {
			t.Errorf("%s!%s = %q, want %q", want.sheet, want.cell, got, want.value)
		}
	}
}

func TestBarsAreBetweenNothingAndFull(t *testing.T) {
	for rate, want := range map[string]string{
		"-5": "░░░░░░░░░░", "0": "░░░░░░░░░░", "4.9": "░░░░░░░░░░", "5": "█░░░░░░░░░", "52.5": "█████░░░░░",
		"95": "██████████", "105.3": "██████████", "1e30": "██████████",
	} {
		if got := bar(rat(rate)); got != want {
			t.Errorf("%s %% is %s, want %s", rate, got, want)
		}
	}
}
