package diag

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"

	"jianbao/report/internal/golden"
)

// TestFormatsAreAsKept holds every format in both languages against
// testdata/golden/formats. The pages that SARIF quotes are left out: they are
// kept where they stand.
func TestFormatsAreAsKept(t *testing.T) {
	for _, format := range Formats() {
		for _, l := range []Lang{ZH, EN} {
			t.Run(format+"/"+string(l), func(t *testing.T) {
				got := inFormat(t, format, l)
				if format == "sarif" {
					got = withoutPages(t, got, l)
				}
				golden.Check(t, "../../testdata/golden/formats/"+format+"."+string(l)+".txt", []byte(got))
			})
		}
	}
}

func withoutPages(t *testing.T, sarif string, l Lang) string {
	t.Helper()
	for _, c := range codesOf(sample()) {
		var page strings.Builder
		if err := encoder(&page, "").Encode(Page(c, l)); err != nil {
			t.Fatal(err)
		}
		sarif = strings.ReplaceAll(sarif, strings.TrimSpace(page.String()), `"(the page of `+string(c)+`)"`)
	}
	return sarif
}

// Every format names every finding and no two findings become one.
func TestEveryFormatTellsAllFindings(t *testing.T) {
	for _, format := range Formats() {
		got := inFormat(t, format, EN)
		for _, f := range sample().Files {
			for _, x := range f.Findings {
				first, _, _ := strings.Cut(x.Message.In(EN), "\n")
				for _, word := range strings.FieldsFunc(first, func(r rune) bool { return !unicode.IsLetter(r) }) {
					if !strings.Contains(got, word) {
						t.Errorf("%s does not say %q of %s", format, word, x.Code)
					}
				}
				for _, h := range x.Hints {
					if !strings.Contains(got, strings.Trim(h.Suggestion, `"`)) {
						t.Errorf("%s does not give the hint %q", format, h.Suggestion)
					}
				}
				for _, r := range x.Related {
					if !strings.Contains(got, r.Note.In(EN)) {
						t.Errorf("%s does not name the place of %q", format, r.Note.In(EN))
					}
				}
			}
		}
		if n := strings.Count(got, "the row has 2 cells"); n < 2 {
			t.Errorf("%s: of two like findings %d remain", format, n)
		}
	}
}

func TestFormatsLetNoControlCharacterThrough(t *testing.T) {
	for _, format := range Formats() {
		for _, l := range []Lang{ZH, EN} {
			got := inFormat(t, format, l)
			if i := strings.IndexFunc(got, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }); i >= 0 {
				t.Errorf("%s prints %q", format, got[max(0, i-20):i+1])
			}
		}
	}
}

func TestWriteRefusesAFormatThereIsNot(t *testing.T) {
	if err := Write(&strings.Builder{}, "pdf", sample(), Options{}); err == nil {
		t.Error("no error")
	}
}

type fullDisk struct{}

var errFull = errors.New("no space left")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriteTellsThatItCannotWrite(t *testing.T) {
	for _, format := range Formats() {
		if err := Write(fullDisk{}, format, sample(), Options{Lang: ZH, Line: func(string, int) (string, bool) { return "", false }}); !errors.Is(err, errFull) {
			t.Errorf("%s: error %v", format, err)
		}
	}
}

func TestGitHubCommandsAreEscaped(t *testing.T) {
	x := Finding{Code: BadTable, Severity: Error, Message: Say("a:b,c%d\n::warning::e", "a:b,c%d\n::warning::e"), Place: Place{File: "a,b:c%.csv", Line: 2}}
	got := written(t, "github", &Run{Files: []File{{Findings: []Finding{x}}}}, EN)
	first, rest, _ := strings.Cut(got, "\n")
	for _, want := range []string{"::error file=a%2Cb%3Ac%25.csv,line=2,title=JB112 ", "::a:b,c%25d%0A::warning::e"} {
		if !strings.Contains(first, want) {
			t.Errorf("%s\nlacks %s", first, want)
		}
	}
	if strings.Contains(rest, "::") {
		t.Errorf("a message begins a command: %s", rest)
	}
}

// A service that compares runs must know a finding again after lines were
// added above it, and tell like findings apart.
func TestFingerprintsOutliveMovesAndAreUnique(t *testing.T) {
	flat := func(r *Run) (all []string) {
		prints := fingerprints{}
		for _, f := range r.files() {
			for i := range f.Findings {
				all = append(all, prints.of(&f, &f.Findings[i]))
			}
		}
		return all
	}
	moved := sample()
	for i := range moved.Files {
		for j := range moved.Files[i].Findings {
			moved.Files[i].Findings[j].Place.Line += 10
			moved.Files[i].Findings[j].Place.Column++
		}
	}
	before := flat(sample())
	if !slices.Equal(before, flat(moved)) {
		t.Error("they change with the place")
	}
	changed := sample()
	changed.Files[0].Findings[1].Message = Say("相差更多", "a larger difference")
	if !slices.Equal(before, flat(changed)) {
		t.Error("they change with the size of a check's difference")
	}
	sorted := slices.Sorted(slices.Values(before))
	if len(slices.Compact(sorted)) != len(before) {
		t.Error("two findings share one")
	}
}

func TestGitLabHasWhatItsReaderRequires(t *testing.T) {
	var all []struct {
		Description string `json:"description"`
		CheckName   string `json:"check_name"`
		Fingerprint string `json:"fingerprint"`
		Severity    string `json:"severity"`
		Location    struct {
			Path  string `json:"path"`
			Lines struct {
				Begin int `json:"begin"`
			} `json:"lines"`
		} `json:"location"`
	}
	if err := json.Unmarshal([]byte(inFormat(t, "gitlab", ZH)), &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != 7 {
		t.Errorf("%d violations, want 7", len(all))
	}
	for _, v := range all {
		if v.Description == "" || v.CheckName == "" || v.Fingerprint == "" || v.Location.Path == "" || v.Location.Lines.Begin < 1 ||
			!slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, v.Severity) {
			t.Errorf("%+v", v)
		}
	}
	if got := written(t, "gitlab", &Run{}, ZH); got != "[]\n" {
		t.Errorf("an empty run is %q", got)
	}
}
