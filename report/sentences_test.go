package report_test

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"jianbao/report"
	"jianbao/report/diag"
)

// Sentences as newspapers write them about two districts: with figures that the
// data have and others that they do not, in every order and with every shortening.
// What agrees must not be called wrong, what is wrong must be, each at its place.

// sentencesAbout are the data that sentences are held against.
var sentencesAbout = map[string]string{"gangcheng": "../testdata/gangcheng/gangcheng-2021.yaml", "economy": "testdata/own/economy.yaml"}

// sentences are the lines of a file under testdata/sentences, without its head.
func sentences(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile("testdata/sentences/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(strings.TrimSpace(string(text)), "\n")
	return strings.Split(body, "\n")
}

// judgedAlone is what verify says of a sentence that stands alone.
func judgedAlone(t *testing.T, data, sentence string) diag.File {
	t.Helper()
	o := report.Verify([]string{"-"}, data, strings.NewReader(sentence))
	t.Cleanup(func() { _ = o.Close() })
	return o.Run().Files[0]
}

func TestTrueSentencesAreNeverCalledWrong(t *testing.T) {
	matched, claims := 0, 0
	for name, data := range sentencesAbout {
		for _, sentence := range sentences(t, name+"-true") {
			got := judgedAlone(t, data, sentence)
			for _, f := range got.Findings {
				if f.Code != diag.ClaimUnknown {
					t.Errorf("%s\n\t%s", sentence, f.Message.In(diag.ZH))
				}
			}
			for _, c := range got.Claims {
				claims++
				if c.Verdict == diag.Matched {
					matched++
				}
			}
		}
	}
	t.Logf("%d of %d figures are matched", matched, claims)
	if claims < 300 || 2*matched < claims {
		t.Errorf("%d of %d figures are matched", matched, claims)
	}
}

func TestFalseSentencesAreCalledWrongAtTheirPlace(t *testing.T) {
	for name, data := range sentencesAbout {
		for _, sentence := range sentences(t, name+"-false") {
			before, rest, _ := strings.Cut(sentence, "〖")
			wrong, after, _ := strings.Cut(rest, "〗")
			start := utf8.RuneCountInString(before)
			end := start + utf8.RuneCountInString(wrong)
			got := judgedAlone(t, data, before+wrong+after)
			found := false
			for _, c := range got.Claims {
				isThere := c.Start < end && c.End > start
				found = found || isThere && c.Verdict == diag.Contradicted
				if !isThere && c.Verdict == diag.Contradicted {
					t.Errorf("%s\n\t%s is called wrong too", sentence, c.Text)
				}
			}
			if !found {
				t.Errorf("%s is not called wrong", sentence)
			}
		}
	}
}
