package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/load"
)

// rolledUp checks a file whose members are m/a.yaml, m/b.yaml and so on, in which
// there is one indicator list each; a text with a newline is a whole file.
func rolledUp(t *testing.T, own []string, members ...string) (check.Result, []diag.Finding) {
	t.Helper()
	files := fstest.MapFS{}
	for n, m := range members {
		if !strings.Contains(m, "\n") {
			m = strings.Replace(head, "测试区", fmt.Sprintf("第%d区", n+1), 1) + indicators(m)
		}
		files[fmt.Sprintf("m/%c.yaml", 'a'+n)] = &fstest.MapFile{Data: []byte(m)}
	}
	d, findings := load.Bytes("d.yaml", []byte(head+"members: m/*.yaml\n"+indicators(own...)), files, load.Options{
		Judge: func(d *dataset.Dataset) load.Judgement {
			r := check.Check(d)
			return load.Judgement{Values: r.Values, BorneOut: r.BorneOut(), Findings: r.Findings}
		}})
	return check.Check(d), findings
}

func gdp(value string) string { return "{id: gdp, name: 生产总值, value: " + value + "}" }

func TestWhatIsAddedUpOfMembers(t *testing.T) {
	members := []string{gdp("40.1亿元"), gdp("350800万元"), gdp("24.8亿元")}
	for formula, c := range map[string]struct {
		value string
		want  diag.Verdict
	}{
		"sum(members.gdp)":                            {"100.0亿元", diag.Consistent},
		"sum(members.gdp) ":                           {"100.3亿元", diag.Inconsistent},
		"sum(members.gdp, gdp > 30)":                  {"75.2亿元", diag.Consistent},
		"mean(members.gdp)":                           {"33.3亿元", diag.Consistent},
		"max(members.gdp)":                            {"40.1亿元", diag.Consistent},
		"min(members.gdp)":                            {"24.8亿元", diag.Consistent},
		"min(members.gdp) ":                           {"35.1亿元", diag.Inconsistent},
		"count(members)":                              {"3个", diag.Consistent},
		"count(members) ":                             {"4个", diag.Inconsistent},
		"count(members, gdp > 30)":                    {"2个", diag.Consistent},
		"count(members, name != '第2区')":               {"2个", diag.Consistent},
		"sum(members.gdp) / count(members)":           {"33.3亿元", diag.Consistent},
		"share(max(members.gdp), sum(members.gdp))":   {"40.1%", diag.Consistent},
		"sum(members.gdp) - sum(members.gdp, gdp>30)": {"24.8亿元", diag.Consistent},
	} {
		r, findings := rolledUp(t, []string{"{id: x, name: 某数, value: " + c.value + `, formula: "` + formula + `"}`}, members...)
		if len(findings) > 0 || verdicts(r)["x.formula"] != c.want {
			t.Errorf("%s is %s: %s, want %s; %v", formula, c.value, verdicts(r)["x.formula"], c.want, findings)
		}
	}
}

// TestHedgesOfMembersAddUp has 突破700 and 500以上 make more than 1200.
func TestHedgesOfMembersAddUp(t *testing.T) {
	r, _ := rolledUp(t, []string{
		"{id: a, name: 甲, value: 突破1200亿元, formula: sum(members.gdp)}",
		"{id: b, name: 乙, value: 1190亿元, formula: sum(members.gdp)}",
	}, gdp("突破700亿元"), gdp("500亿元以上"))
	wantVerdict(t, r, "a.formula", diag.Consistent)
	wantVerdict(t, r, "b.formula", diag.Inconsistent)
}

func TestSumsThatLackAMemberAreUnchecked(t *testing.T) {
	broken := strings.Replace(head, "测试区", "坏区", 1) + indicators("{id: gdp, name: 生产总值, value: 35亿元, formula: p}", "{id: p, name: 一产, value: 30亿元}")
	for name, c := range map[string]struct {
		members []string
		sum     string // why it is unchecked
		count   string // why the count of those above 30 is
	}{
		"a figure is missing": {[]string{gdp("40亿元"), gdp("null"), gdp("25亿元")},
			"第2区没有给出2021年的生产总值", "第2区没有给出2021年的生产总值"},
		"an indicator is missing in two": {[]string{gdp("40亿元"), "{id: a, name: 甲, value: 1}", "{id: a, name: 甲, value: 1}"},
			"第2区、第3区没有给出2021年的生产总值", "第2区、第3区没有给出2021年的生产总值"},
		"a member has errors": {[]string{gdp("40亿元"), broken, gdp("25亿元")}, "m/b.yaml有1处错误", "m/b.yaml有1处错误"},
		"a member is malformed": {[]string{gdp("40亿元"), "version: 1\n x: [", "title: 无\n"},
			"m/b.yaml有1处错误，还有1个下辖地区的数据文件也有错误", "m/b.yaml有1处错误，还有1个下辖地区的数据文件也有错误"},
		"a unit is unlike": {[]string{gdp("40亿元"), gdp("35亿元"), gdp("25%")}, "第3区的生产总值计量单位不同，不能相加", "第3区的生产总值计量单位不同，不能相加"},
		"none of it":       {[]string{gdp("40亿元"), gdp("35亿元"), gdp("-")}, "", ""},
	} {
		r, _ := rolledUp(t, []string{
			"{id: s, name: 和, value: 75亿元, formula: sum(members.gdp)}",
			"{id: n, name: 个数, value: 3个, formula: count(members)}",
			`{id: big, name: 大区, value: 2个, formula: "count(members, gdp > 30)"}`,
		}, c.members...)
		if name == "none of it" {
			wantVerdict(t, r, "s.formula", diag.Consistent)
		}
		wantVerdict(t, r, "n.formula", diag.Consistent)
		for id, want := range map[string]string{"s.formula": c.sum, "big.formula": c.count} {
			at := slices.IndexFunc(r.Checks(), func(x diag.Check) bool { return x.ID == id })
			if got := r.Judged.At(at).Reason.In(diag.ZH); got != want {
				t.Errorf("%s: %s is unchecked for %q, want %q", name, id, got, want)
			}
		}
	}
}

// TestTheWrongMemberIsNamed damages one of three members in several ways.
func TestTheWrongMemberIsNamed(t *testing.T) {
	for name, c := range map[string]struct{ written, kind, right string }{
		"万 for 亿":        {"24.8万元", "magnitude", "248000"},
		"digits swapped": {"42.8亿元", "swapped-digits", "24.8"},
		"a point moved":  {"248亿元", "", "24.8"},
	} {
		r, _ := rolledUp(t, []string{"{id: gdp, name: 生产总值, value: 100.0亿元, formula: sum(members.gdp)}"},
			gdp("40.1亿元"), gdp("35.1亿元"), gdp(c.written))
		f := find(t, r, "gdp.formula")
		h := f.Hints[0]
		if h.Figure != "members.gdp[第3区]" || h.Suggestion != c.right || c.kind != "" && h.Kind != c.kind {
			t.Errorf("%s: the first hint is %s of %s: %s", name, h.Kind, h.Figure, h.Suggestion)
		}
		at := slices.IndexFunc(f.Related, func(r diag.Related) bool { return r.Figure == h.Figure })
		if at < 0 || f.Related[at].Place.File != "m/c.yaml" || f.Related[at].Place.Line != 10 || !f.Related[at].Shown {
			t.Errorf("%s: the places are %+v", name, f.Related)
		}
	}
}

// TestAMemberThatItsOwnChecksBearOutComesLast has a difference that either of
// two districts explains by a slip of one kind; in one of them the figure is the
// sum of its parts.
func TestAMemberThatItsOwnChecksBearOutComesLast(t *testing.T) {
	sure := strings.Replace(head, "测试区", "有据区", 1) + indicators("{id: gdp, name: 生产总值, value: 42.8亿元, formula: a + b}", "{id: a, name: 甲, value: 20.0亿元}", "{id: b, name: 乙, value: 22.8亿元}")
	for _, members := range [][]string{{sure, gdp("53.5亿元")}, {gdp("53.5亿元"), sure}} {
		r, _ := rolledUp(t, []string{"{id: gdp, name: 生产总值, value: 78.3亿元, formula: sum(members.gdp)}"}, members...)
		var named []string
		for _, h := range find(t, r, "gdp.formula").Hints {
			named = append(named, h.Figure)
		}
		unsure := slices.IndexFunc(named, func(ref string) bool { return strings.HasPrefix(ref, "members.gdp[第") })
		if last := slices.Index(named, "members.gdp[有据区]"); last >= 0 && last < unsure || unsure != 0 {
			t.Errorf("the suspects are %v", named)
		}
	}
}

// TestAWrongMemberBeyondTheListIsShown has more members than a finding lists.
func TestAWrongMemberBeyondTheListIsShown(t *testing.T) {
	for _, members := range []int{25, 300} {
		files := make([]string, members)
		for n := range files {
			files[n] = strings.Replace(head, "测试区", fmt.Sprintf("第%d区", n+1), 1) + indicators(gdp(fmt.Sprintf("%d.37亿元", 11+n%7)))
		}
		total := 0
		for n := range files {
			total += (11+n%7)*100 + 37
		}
		last := members - 1
		files[last] = strings.Replace(files[last], ".37亿元", ".37万元", 1)
		d := fstest.MapFS{}
		for n, text := range files {
			d[fmt.Sprintf("m/%03d.yaml", n)] = &fstest.MapFile{Data: []byte(text)}
		}
		own := head + "members: m/*.yaml\n" + indicators(fmt.Sprintf("{id: gdp, name: 生产总值, value: %.2f亿元, formula: sum(members.gdp)}", float64(total)/100))
		read, findings := load.Bytes("d.yaml", []byte(own), d, load.Options{})
		if len(findings) > 0 {
			t.Fatal(findings)
		}
		f := find(t, check.Check(read), "gdp.formula")
		named := slices.ContainsFunc(f.Related, func(r diag.Related) bool { return r.Place.File == fmt.Sprintf("m/%03d.yaml", last) })
		if want := fmt.Sprintf("members.gdp[第%d区]", members); f.Hints[0].Figure != want || !named {
			t.Errorf("of %d members the first hint is of %s, want %s; its place is listed: %v", members, f.Hints[0].Figure, want, named)
		}
	}
}

// TestPeriodsOfMembers adds each figure up of its own period.
func TestPeriodsOfMembers(t *testing.T) {
	member := "{id: gdp, name: 生产总值, observations: [{period: 2020, value: 30亿元}, {period: 2021, value: 40亿元}]}"
	r, _ := rolledUp(t, []string{"{id: gdp, name: 生产总值, formula: sum(members.gdp), observations: [{period: 2020, value: 60亿元}, {period: 2021, value: 82亿元}]}"}, member, member)
	wantVerdict(t, r, "gdp.formula@2020", diag.Consistent)
	wantVerdict(t, r, "gdp.formula@2021", diag.Inconsistent)
}

// TestAMembersComputedFigure is added up as if it had been given.
func TestAMembersComputedFigure(t *testing.T) {
	city := strings.Replace(head, "测试区", "市", 1) + indicators("{id: gdp, name: 生产总值, formula: a + b}", "{id: a, name: 甲, value: 40亿元}", "{id: b, name: 乙, value: 30亿元}")
	r, _ := rolledUp(t, []string{"{id: gdp, name: 生产总值, formula: sum(members.gdp)}"}, city, gdp("5亿元"))
	if got := r.Values["gdp@2021"].String(); got != "75亿元" {
		t.Errorf("the sum is %q", got)
	}
}

func TestNamesOfMembersThatThereAreNot(t *testing.T) {
	r, _ := rolledUp(t, []string{"{id: x, name: 某数, value: 1亿元, formula: sum(members.gpd)}"}, gdp("1亿元"))
	if len(r.Findings) != 1 || r.Findings[0].Code != diag.UnknownName || r.Findings[0].Hints[0].Suggestion != "gdp" {
		t.Errorf("the findings are %v", r.Findings)
	}
	r = judged(t, indicators("{id: x, name: 某数, value: 1亿元, formula: sum(members.gdp)}"))
	if len(r.Findings) != 1 || r.Findings[0].Hints[0].Suggestion != "members: districts/*.yaml" {
		t.Errorf("without members the findings are %v", r.Findings)
	}
}
