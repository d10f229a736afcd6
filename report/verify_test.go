package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"jianbao/report"
	"jianbao/report/diag"
)

const gangcheng = "../testdata/gangcheng/"

// verified is what verify says of articles about the worked example.
func verified(t *testing.T, articles ...string) []diag.File {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i, text := range articles {
		paths = append(paths, filepath.Join(dir, fmt.Sprintf("%04d.md", i)))
		if err := os.WriteFile(paths[i], []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return report.Verify(paths, gangcheng+"gangcheng-2021.yaml", nil).Run().Files
}

// The articles about the worked example: one plain, one as a newspaper tells it.
var articles = map[string]int{"article.md": 70, "report.md": 70}

func article(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(gangcheng + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAnArticleThatAgreesGivesNoFinding(t *testing.T) {
	for name, fewest := range articles {
		found := verified(t, article(t, name))[0]
		matched := 0
		for _, c := range found.Claims {
			if c.Verdict == diag.Matched {
				matched++
			}
		}
		if matched < fewest {
			t.Errorf("%s: %d of %d figures are matched", name, matched, len(found.Claims))
		}
		for _, f := range found.Findings {
			t.Errorf("%s: %d:%d %s", name, f.Place.Line, f.Place.Column, f.Message)
		}
		for _, c := range found.Checks {
			if c.Verdict != diag.Consistent {
				t.Errorf("%s: %s is %s", name, c.ID, c.Verdict)
			}
		}
	}
}

// falsified are the ways in which a figure goes wrong in an article: before is
// what stands before it, text the figure, after what follows.
func falsified(before, text, after string) map[string][3]string {
	all := map[string][3]string{}
	if swapped := wrongDigits(text); swapped != text {
		all["digits swapped"] = [3]string{before, swapped, after}
	}
	if changed := otherDigit(text); changed != text {
		all["a digit changed"] = [3]string{before, changed, after}
	}
	for _, pair := range [][2]string{{"亿元", "万元"}, {"万元", "亿元"}, {"个百分点", "%"}, {"%", "个百分点"}, {"万吨", "吨"}, {"公里", "米"}, {"万人", "人"}, {"家", "万家"}, {"户", "万户"}} {
		if number, ok := strings.CutSuffix(text, pair[0]); ok {
			all["unit"] = [3]string{before, number + pair[1], after}
			break
		}
	}
	for _, pair := range [][2]string{{"突破", "不足"}, {"超过", "不足"}, {"不少于", "不足"}} {
		if rest, ok := strings.CutSuffix(before, pair[0]); ok {
			all["hedge"] = [3]string{rest + pair[1], text, after}
		}
	}
	for _, pair := range [][2]string{{"改善", "恶化"}, {"提高", "下降"}} {
		if rest, ok := strings.CutSuffix(before, pair[0]); ok {
			all["direction"] = [3]string{rest + pair[1], text, after}
		}
	}
	for from, to := range map[string]string{"2020年": "今年上半年", "今年上半年": "2020年"} {
		clause := before[strings.LastIndexAny(before, "。；\n")+1:]
		if i := strings.LastIndex(clause, from); i >= 0 && strings.Count(clause, "年") == strings.Count(from, "年") && len(clause)-i < 120 {
			start := len(before) - len(clause) + i
			all["period"] = [3]string{before[:start] + to + before[start+len(from):], text, after}
		}
	}
	if rest, ok := strings.CutPrefix(after, "以上"); ok {
		all["hedge"] = [3]string{before, text, "以下" + rest}
	}
	return all
}

// otherDigit makes the first digit another.
func otherDigit(text string) string {
	for i, r := range text {
		if r >= '1' && r <= '9' {
			return text[:i] + string('1'+(r-'0'+2)%9) + text[i+1:]
		}
	}
	return text
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

// falsification is an article with one figure made wrong.
type falsification struct {
	way, wrong, text string
	claim            diag.Claim // as it was
	start            int        // of the figure in the text
}

func falsifications(article string, claims []diag.Claim) []falsification {
	whole := []rune(article)
	var all []falsification
	for _, c := range claims {
		if c.Verdict != diag.Matched {
			continue
		}
		for way, parts := range falsified(string(whole[:c.Start]), c.Text, string(whole[c.End:])) {
			all = append(all, falsification{way, parts[1], strings.Join(parts[:], ""), c, utf8.RuneCountInString(parts[0])})
		}
	}
	return all
}

// Each figure of the articles is made wrong by itself; the claim at its place
// must be contradicted, and no other. A period is that of several figures.
func TestAWrongFigureIsContradictedAtItsPlace(t *testing.T) {
	for name := range articles {
		whole := article(t, name)
		wrong := falsifications(whole, verified(t, whole)[0].Claims)
		var texts []string
		for _, f := range wrong {
			texts = append(texts, f.text)
		}
		tried, caught := map[string]int{}, map[string]int{}
		for i, got := range verified(t, texts...) {
			f, hit, errors := wrong[i], "", 0
			tried[f.way]++
			for _, claim := range got.Claims {
				switch {
				case claim.Start == f.start:
					hit = string(claim.Verdict)
				case claim.Verdict == diag.Contradicted && f.way != "period":
					t.Errorf("%s: %s of %s (%s) makes %s wrong: %s", name, f.way, f.claim.Text, f.wrong, claim.Text, claim.Figure)
				}
			}
			for _, x := range got.Findings {
				if x.Severity == diag.Error {
					errors++
				}
			}
			if hit != string(diag.Contradicted) || errors != 1 && f.way != "period" {
				t.Errorf("%s: %s of %s (%s) for %s: it is %s, with %d errors", name, f.way, f.claim.Text, f.claim.Figure, f.wrong, hit, errors)
				continue
			}
			caught[f.way]++
		}
		t.Logf("%s: found %v of %v", name, caught, tried)
	}
}
