package pdf

import (
	"testing"

	"jianbao/report/style"
	"jianbao/report/typeset"
)

func TestDecimals(t *testing.T) {
	for _, c := range []struct {
		v, places int
		want      string
	}{
		{0, 2, "0"}, {1050, 2, "10.5"}, {1005, 2, "10.05"}, {1000, 2, "10"}, {-7, 3, "-0.007"}, {-1200, 3, "-1.2"}, {50, 0, "50"},
	} {
		if got := string(appendDecimal(nil, c.v, c.places)); got != c.want {
			t.Errorf("%d with %d places is %s, want %s", c.v, c.places, got, c.want)
		}
	}
}

// Runs stand where they should: each counts from the one before, and what is set is not set again.
func TestRunsOfOneTextObject(t *testing.T) {
	f := &font{family: "F0"}
	*f.narrow.of('甲'), *f.narrow.of('乙') = 0x285C, 0x0D29 // bytes that have a meaning in a string
	w := writer{fonts: fontSet{f}}
	w.begin(800)
	run := &typeset.Run{X: 100.004, Y: 100, Size: 12, Text: "甲"}
	w.run(run)
	run.X, run.Text, run.Spacing = 112.336, "乙", 0.25
	w.run(run)
	run.X, run.Y, run.Colour = 90, 120.5, style.Colour{R: 255}
	w.run(run)
	w.endText()
	const want = "BT\n/F0 12 Tf\n100 700 Td\n(\\(\\\\) Tj\n0.25 Tc\n12.34 0 Td\n(\\r\\)) Tj\n1 0 0 rg\n-22.34 -20.5 Td\n(\\r\\)) Tj\nET\n"
	if string(w.ops) != want {
		t.Errorf("got\n%q\nwant\n%q", w.ops, want)
	}
}

// A run that starts where the one before did goes back there: an opening mark that gives up its blank to the comma before
// it stands on the comma's blank.
func TestRunAtThePlaceOfTheLast(t *testing.T) {
	f := &font{family: "F0"}
	*f.narrow.of('，'), *f.narrow.of('“') = 0x4141, 0x4242
	w := writer{fonts: fontSet{f}}
	w.begin(800)
	w.run(&typeset.Run{X: 100, Y: 100, Size: 12, Text: "，"})
	w.run(&typeset.Run{X: 100, Y: 100, Size: 12, Text: "“"})
	if want := "BT\n/F0 12 Tf\n100 700 Td\n(AA) Tj\n0 0 Td\n(BB) Tj\n"; string(w.ops) != want {
		t.Errorf("got\n%q\nwant\n%q", w.ops, want)
	}
}

// A wide character has a code of its own, in the same font.
func TestWideRun(t *testing.T) {
	f := &font{family: "F0"}
	*f.narrow.of('甲'), *f.wide.of('甲') = 0x4141, 0x4242
	w := writer{fonts: fontSet{f}}
	w.begin(800)
	w.run(&typeset.Run{X: 100, Y: 100, Size: 12, Text: "甲"})
	w.run(&typeset.Run{X: 112, Y: 100, Size: 12, Text: "甲", Wide: true})
	if want := "BT\n/F0 12 Tf\n100 700 Td\n(AA) Tj\n12 0 Td\n(BB) Tj\n"; string(w.ops) != want {
		t.Errorf("got\n%q\nwant\n%q", w.ops, want)
	}
}

func TestWidths(t *testing.T) {
	for _, c := range []struct {
		of   []int
		want string
	}{
		{nil, ""}, {[]int{1000, 1000}, ""}, {[]int{300, 300, 250, 1000, 1000, 1250}, "1[300 300 250]6[1250]"},
		{[]int{1000, 500, 1000}, "2[500]"},
	} {
		if got := string(appendWidths(nil, c.of)); got != c.want {
			t.Errorf("%v are written %q, want %q", c.of, got, c.want)
		}
	}
}
