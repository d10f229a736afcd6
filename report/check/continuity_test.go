package check_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/report/check"
	"jianbao/report/diag"
	"jianbao/report/load"
)

// after checks an issue that follows another; each is given by its indicators.
func after(t *testing.T, before, now, more string) check.Result {
	t.Helper()
	d, findings := load.Bytes("d.yaml", []byte(head+"previous: p.yaml\n"+more+indicators(now)),
		fstest.MapFS{"p.yaml": {Data: []byte(head + indicators(before))}}, load.Options{})
	for _, f := range findings {
		t.Fatalf("line %d: %s", f.Place.Line, f.Message.In(diag.EN))
	}
	return check.Check(d)
}

func TestPreviousIssue(t *testing.T) {
	for name, c := range map[string]struct {
		before, now string
		want        diag.Verdict
		revised     bool
	}{
		"the same":                          {"value: 9.4亿元", "value: 9.4亿元", ok, false},
		"more precise now":                  {"value: 9.4亿元", "value: 9.42亿元", ok, false},
		"in another unit":                   {"value: 9.4亿元", "value: 94200万元", ok, false},
		"hedged before":                     {"value: 突破9亿元", "value: 9.4亿元", ok, false},
		"another figure":                    {"value: 9.4亿元", "value: 9.6亿元", bad, true},
		"close, but not the same":           {"value: 9.42亿元", "value: 9.43亿元", bad, true},
		"a preliminary figure made final":   {"value: 9.4亿元, status: preliminary", "value: 9.6亿元", un, true},
		"an estimate made preliminary":      {"value: 9.4亿元, status: estimate", "value: 9.6亿元, status: preliminary", un, true},
		"still preliminary":                 {"value: 9.4亿元, status: preliminary", "value: 9.6亿元, status: preliminary", bad, true},
		"a target and its result":           {"value: 9.4亿元, status: target", "value: 9.6亿元", un, false},
		"a target that was moved":           {"value: 9.4亿元, status: target", "value: 9.6亿元, status: target", bad, true},
		"withdrawn":                         {"value: 9.4亿元", "value: null", un, false},
		"another period":                    {"value: 9.4亿元, period: 2020", "value: 9.6亿元", none, false},
		"not given before":                  {"value: null", "value: 9.6亿元", none, false},
		"the figure of a formula, computed": {"value: 9.4亿元", "unit: 亿元, formula: tax + 9", bad, true},
	} {
		t.Run(name, func(t *testing.T) {
			r := after(t, "{id: x, name: 税收, "+c.before+"}", "{id: tax, name: 税, value: 0.6亿元}\n      - {id: x, name: 税收, "+c.now+"}", "")
			if got := verdicts(r)["x.previous"]; got != c.want {
				t.Errorf("it is %q, want %q", got, c.want)
			}
			if len(r.Revisions) > 0 != c.revised {
				t.Errorf("revisions: %+v", r.Revisions)
			}
		})
	}
}

func TestARevisionShowsBothIssues(t *testing.T) {
	r := after(t, "{id: x, name: 税收, value: 9.4亿元}", "{id: x, name: 税收, value: 9.6亿元}", "")
	f := find(t, r, "x.previous")
	if f.Code != diag.Revised || f.Reported != "9.6亿元" || f.Derived != "9.4亿元" || f.Difference != "0.2亿元" ||
		f.Place.File != "d.yaml" || len(f.Related) != 1 || f.Related[0].Place.File != "p.yaml" {
		t.Errorf("%+v", f)
	}
	if v := r.Revisions[0]; v.Old.String() != "9.4亿元" || v.New.String() != "9.6亿元" {
		t.Errorf("%+v", v)
	}
}

// TestTheIssueBeforeGivesTheBase shows changes whose earlier level only that issue
// has; the one of the first case is against its place there.
func TestTheIssueBeforeGivesTheBase(t *testing.T) {
	for name, c := range map[string]struct {
		before, now string
		want        diag.Verdict
	}{
		"a wrong rate":                     {"value: 4.59亿元, period: 2020", "value: 5.02亿元, yoy: 增长10.4%", bad},
		"a right rate":                     {"value: 4.59亿元, period: 2020", "value: 5.02亿元, yoy: 增长9.4%", ok},
		"in another unit":                  {"value: 45900万元, period: 2020", "value: 5.02亿元, yoy: 增长9.4%", ok},
		"on the period before":             {"value: 4.59亿元, period: 2020", "value: 5.02亿元, pop: 增长10.4%", bad},
		"a rate in points":                 {"value: 69.9%, period: 2020", "value: 79.6%, yoy: 提高9.7个百分点", ok},
		"of another measure":               {"value: 4.59%, period: 2020", "value: 5.02亿元, yoy: 增长9.4%", un},
		"a figure that may be revised":     {"value: 4.59亿元, period: 2020, status: preliminary", "value: 5.02亿元, yoy: 增长10.4%", un},
		"a target":                         {"value: 4.59亿元, period: 2020, status: target", "value: 5.02亿元, yoy: 增长10.4%", un},
		"on a comparable basis":            {"value: 4.59亿元, period: 2020", "value: 5.02亿元, yoy: 可比口径增长10.4%", un},
		"not given in this issue, by name": {"value: 4.59亿元, period: 2020", "value: 0.6亿元, formula: prev(x)", bad},
		"of another period":                {"value: 4.59亿元, period: 2019", "value: 5.02亿元, yoy: 增长10.4%", un},
	} {
		t.Run(name, func(t *testing.T) {
			r := after(t, "{id: x, name: 税收, "+c.before+"}", "{id: x, name: 税收, "+c.now+"}", "")
			for id, got := range verdicts(r) {
				if got != c.want {
					t.Errorf("%s is %q, want %q", id, got, c.want)
				}
			}
		})
	}
	f := find(t, after(t, "{id: x, name: 税收, value: 4.59亿元, period: 2020}", "{id: x, name: 税收, value: 5.02亿元, yoy: 增长10.4%}", ""), "x.yoy")
	if base := f.Related[len(f.Related)-1]; base.Place.File != "p.yaml" || base.Figure != "x@2020" {
		t.Errorf("the base is at %+v", base)
	}
	// Given here as well, it is held against the issue before, and is what counts.
	both := verdicts(after(t, "{id: x, name: 税收, value: 4.59亿元, period: 2020}",
		"{id: x, name: 税收, observations: [{period: 2020, value: 4.53亿元}, {period: 2021, value: 5.02亿元, yoy: 增长10.8%}]}", ""))
	if both["x.previous@2020"] != bad || both["x.yoy@2021"] != ok {
		t.Errorf("%v", both)
	}
}

const wrongSum = "{id: x, name: 税收, value: 9.6亿元, formula: a + b}\n      - {id: a, name: 甲, value: 4.0亿元}\n      - {id: b, name: 乙, value: 5.0亿元}"

// TestExceptions shows what an exception does to the finding of its check, and
// what is found of the exception itself; the file was published on 2022-01-31.
func TestExceptions(t *testing.T) {
	for name, c := range map[string]struct {
		exception, lines string
		verdict          diag.Verdict // of its check
		codes            []diag.Code
		used             int
	}{
		"silences":                {"check: x.formula, until: 2022-12-31", wrongSum, bad, nil, 1},
		"on its last day":         {"check: x.formula, until: 2022-01-31", wrongSum, bad, nil, 1},
		"past its date":           {"check: x.formula, until: 2022-01-30", wrongSum, bad, []diag.Code{diag.TotalMismatch, diag.Expired}, 0},
		"of a check that holds":   {"check: x.formula, until: 2022-12-31", strings.Replace(wrongSum, "9.6", "9.0", 1), ok, []diag.Code{diag.Unused}, 0},
		"of a check there is not": {"check: x.formul, until: 2022-12-31", wrongSum, none, []diag.Code{diag.TotalMismatch, diag.Unused}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			r := judged(t, "exceptions: [{reason: 口径调整, "+c.exception+"}]\n"+indicators(c.lines))
			var codes []diag.Code
			for _, f := range r.Findings {
				codes = append(codes, f.Code)
			}
			if !slices.Equal(codes, c.codes) {
				t.Errorf("findings %v, want %v", codes, c.codes)
			}
			id := strings.TrimPrefix(strings.Split(c.exception, ",")[0], "check: ")
			if got := verdicts(r)[id]; got != c.verdict {
				t.Errorf("%s is %q, want %q", id, got, c.verdict)
			}
			if len(r.Exceptions) != c.used {
				t.Errorf("%d exceptions were used, want %d", len(r.Exceptions), c.used)
			}
			for _, known := range r.Judged.All() {
				if known.ID == id && (known.Exception != "") != (c.used > 0) {
					t.Errorf("its exception is %q", known.Exception)
				}
			}
		})
	}
}

func TestAComparableBasisIsAnExceptionByNature(t *testing.T) {
	const levels = "{period: 2020, value: 100.0亿元}, {period: 2021, value: 106.0亿元, yoy: 增长8.2%"
	for name, c := range map[string]struct {
		body     string
		silenced int
	}{
		"by a note":                      {indicators("{id: x, name: 产值, observations: [" + levels + ", note: 增速按可比口径计算}]}"), 0},
		"by the words of the change":     {indicators("{id: x, name: 产值, observations: [" + strings.Replace(levels, "增长8.2%", "按可比价格计算增长8.2%", 1) + "}]}"), 0},
		"by an exception with that word": {"exceptions: [{check: x.yoy@2021, reason: 按可比口径计算, until: 2022-12-31}]\n" + indicators("{id: x, name: 产值, observations: ["+levels+"}]}"), 1},
	} {
		t.Run(name, func(t *testing.T) {
			r := judged(t, c.body)
			wantVerdict(t, r, "x.yoy@2021", un)
			if len(r.Findings) != 0 {
				t.Errorf("findings: %v", r.Findings)
			}
			silenced := 0
			for _, x := range r.Exceptions {
				silenced += len(x.Findings)
			}
			if silenced != c.silenced {
				t.Errorf("%d findings silenced, want %d", silenced, c.silenced)
			}
			for _, known := range r.Judged.All() {
				if known.ID == "x.yoy@2021" && !strings.Contains(known.Reason.In(diag.ZH), "按可比") {
					t.Errorf("the reason is %q", known.Reason.In(diag.ZH))
				}
			}
		})
	}
}
