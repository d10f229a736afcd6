package report_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/report"
	"jianbao/report/diag"
)

const gangcheng = "../testdata/gangcheng/"

// verified is what verify says of an article about the worked example.
func verified(t *testing.T, article string) diag.File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "article.md")
	if err := os.WriteFile(path, []byte(article), 0o666); err != nil {
		t.Fatal(err)
	}
	return report.Verify([]string{path}, gangcheng+"gangcheng-2021.yaml", nil).Run().Files[0]
}

func article(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(gangcheng + "article.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAnArticleThatAgreesGivesNoFinding(t *testing.T) {
	found := verified(t, article(t))
	matched := 0
	for _, c := range found.Claims {
		if c.Verdict == diag.Matched {
			matched++
		}
	}
	if matched < 70 {
		t.Errorf("%d of %d figures are matched", matched, len(found.Claims))
	}
	for _, f := range found.Findings {
		t.Errorf("%d:%d %s", f.Place.Line, f.Place.Column, f.Message)
	}
}

// falsified are the ways in which a figure goes wrong in an article: before is
// what stands before it, text the figure, after what follows.
func falsified(before, text, after string) map[string][3]string {
	all := map[string][3]string{}
	if swapped := wrongDigits(text); swapped != text {
		all["digits"] = [3]string{before, swapped, after}
	}
	for _, pair := range [][2]string{{"亿元", "万元"}, {"万元", "亿元"}, {"个百分点", "%"}, {"%", "个百分点"}, {"万吨", "吨"}, {"公里", "米"}, {"万人", "人"}} {
		if number, ok := strings.CutSuffix(text, pair[0]); ok {
			all["unit"] = [3]string{before, number + pair[1], after}
			break
		}
	}
	for _, pair := range [][2]string{{"突破", "不足"}, {"超过", "不足"}} {
		if rest, ok := strings.CutSuffix(before, pair[0]); ok {
			all["hedge"] = [3]string{rest + pair[1], text, after}
		}
	}
	for _, pair := range [][2]string{{"改善", "恶化"}, {"提高", "下降"}} {
		if rest, ok := strings.CutSuffix(before, pair[0]); ok {
			all["direction"] = [3]string{rest + pair[1], text, after}
		}
	}
	if rest, ok := strings.CutPrefix(after, "以上"); ok {
		all["hedge"] = [3]string{before, text, "以下" + rest}
	}
	return all
}

// wrongDigits swaps the first two digits that differ, or changes the one.
func wrongDigits(text string) string {
	digits := []rune(text)
	var at []int
	for i, r := range digits {
		if r >= '0' && r <= '9' {
			at = append(at, i)
		}
	}
	for i := 1; i < len(at); i++ {
		a, b := at[i-1], at[i]
		if digits[a] != digits[b] && digits[b] != '0' {
			digits[a], digits[b] = digits[b], digits[a]
			return string(digits)
		}
	}
	if len(at) > 0 {
		digits[at[0]] = '1' + (digits[at[0]]-'0')%9
		return string(digits)
	}
	return strings.NewReplacer("一", "三", "二", "七", "两", "三", "三", "五", "四", "六", "五", "七", "零", "1例").Replace(text)
}

// Each figure of the article is made wrong by itself; the claim at its place
// must be contradicted, and no other.
func TestAWrongFigureIsContradictedAtItsPlace(t *testing.T) {
	whole := []rune(article(t))
	tried, caught, more := 0, 0, 0
	for _, c := range verified(t, string(whole)).Claims {
		if c.Verdict != diag.Matched {
			continue
		}
		for way, parts := range falsified(string(whole[:c.Start]), c.Text, string(whole[c.End:])) {
			tried++
			start := len([]rune(parts[0]))
			hit, others, verdict := false, 0, ""
			for _, got := range verified(t, strings.Join(parts[:], "")).Claims {
				if got.Verdict == diag.Contradicted && got.Start == start {
					hit = true
				} else if got.Verdict == diag.Contradicted {
					others++
					t.Logf("%s of %s (%s) makes %s wrong: %s", way, c.Text, parts[1], got.Text, got.Figure)
				} else if got.Start == start {
					verdict = string(got.Verdict) + " " + got.Figure
				}
			}
			if hit {
				caught++
			} else {
				t.Logf("%s of %s at %d (%s) is not found: %s %s", way, c.Text, c.Place.Column, c.Figure, parts[1], verdict)
			}
			more += others
		}
	}
	t.Logf("%d of %d falsifications found, %d others contradicted", caught, tried, more)
	if 100*caught < 95*tried || more > 0 {
		t.Errorf("%d of %d falsifications found, %d others contradicted", caught, tried, more)
	}
}
