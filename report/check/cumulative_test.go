package check_test

import (
	"strings"
	"testing"

	"jianbao/report/diag"
)

const none = diag.Verdict("") // no check is made

// TestPeriodsAddUp shows which indicators are taken for flows, and what then
// holds.
func TestPeriodsAddUp(t *testing.T) {
	for name, c := range map[string]struct {
		keys, observations string
		id                 string
		want               diag.Verdict
	}{
		"a month added to those before": {"", "2021-01..2021-05: 10.2亿元, 2021-06: 2.1亿元, 2021-H1: 12.3亿元", "x.cumulative@2021-H1", ok},
		"a month that is not":           {"", "2021-01..2021-05: 10.2亿元, 2021-06: 2.1亿元, 2021-H1: 12.5亿元", "x.cumulative@2021-H1", bad},
		"rounding is allowed for":       {"", "2021-Q1: 10.2亿元, 2021-Q2: 11.3亿元, 2021-H1: 21.6亿元", "x.cumulative@2021-H1", ok},
		"years of a plan":               {"", "2016: 3亿元, 2017: 3亿元, 2018: 4亿元, 2019: 4亿元, 2020: 5亿元, 2016..2020: 25亿元", "x.cumulative@2016..2020", bad},
		"tons":                          {"", "2021-Q1: 30万吨, 2021-Q2: 31.5万吨, 2021-H1: 61万吨", "x.cumulative@2021-H1", ok},
		"visits":                        {"", "2021-Q1: 30万人次, 2021-Q2: 32万人次, 2021-H1: 72万人次", "x.cumulative@2021-H1", bad},
		"one sum that holds vouches for another that looks like a level": {"",
			"2020-Q1: 10亿元, 2020-Q2: 12亿元, 2020-H1: 22亿元, 2021-Q1: 3亿元, 2021-Q2: 14亿元, 2021-H1: 7亿元", "x.cumulative@2021-H1", bad},

		"a level at the end":                   {"", "2021-Q1: 100亿元, 2021-Q2: 102亿元, 2021-H1: 102亿元", "x.cumulative@2021-H1", none},
		"an average":                           {"", "2021-Q1: 100亿元, 2021-Q2: 104亿元, 2021-H1: 102亿元", "x.cumulative@2021-H1", none},
		"a level by its name":                  {"name: 存款余额", "2021-Q1: 100亿元, 2021-Q2: 102亿元, 2021-H1: 103亿元", "x.cumulative@2021-H1", none},
		"things are mostly counted at a date":  {"", "2021-Q1: 10家, 2021-Q2: 12家, 2021-H1: 30家", "x.cumulative@2021-H1", none},
		"persons too":                          {"", "2021-Q1: 10万人, 2021-Q2: 12万人, 2021-H1: 30万人", "x.cumulative@2021-H1", none},
		"rates do not add up":                  {"", "2021-Q1: 10%, 2021-Q2: 12%, 2021-H1: 30%", "x.cumulative@2021-H1", none},
		"plain numbers may be indices":         {"", "2021-Q1: 10, 2021-Q2: 12, 2021-H1: 30", "x.cumulative@2021-H1", none},
		"what is given in 元 may be per head":   {"", "2021-Q1: 9730元, 2021-Q2: 7912元, 2021-H1: 17650元", "x.cumulative@2021-H1", none},
		"a day is a point in time":             {"", "2021-Q1: 10亿元, 2021-Q2: 12亿元, 2021-H1: 30亿元, 2021-06-30: 12亿元", "x.cumulative@2021-H1", none},
		"a target is no result":                {"", "2021-H1: 10亿元, 2021-H2: 12亿元, 2021: 30亿元 target", "x.cumulative@2021", none},
		"a preliminary year may be revised":    {"", "2021-H1: 10亿元, 2021-H2: 12亿元, 2021: 30亿元 preliminary", "x.cumulative@2021", none},
		"a missing month leaves nothing known": {"", "2021-H1: 10亿元, 2021-H2: null, 2021: 30亿元", "x.cumulative@2021", none},

		"things that are said to be a flow":    {"flow: true", "2021-Q1: 10家, 2021-Q2: 12家, 2021-H1: 30家", "x.cumulative@2021-H1", bad},
		"a flow within the range of its parts": {"flow: true", "2021-Q1: 3亿元, 2021-Q2: 14亿元, 2021-H1: 7亿元", "x.cumulative@2021-H1", bad},
		"a flow with a missing month":          {"flow: true", "2021-H1: 10亿元, 2021-H2: null, 2021: 30亿元", "x.cumulative@2021", un},
		"money that is said to be no flow":     {"flow: false", "2021-01..2021-05: 10.2亿元, 2021-06: 2.1亿元, 2021-H1: 12.5亿元", "x.cumulative@2021-H1", none},
	} {
		t.Run(name, func(t *testing.T) {
			keys := c.keys
			if !strings.Contains(keys, "name:") {
				keys = strings.TrimPrefix(keys+", name: 固定资产投资", ", ")
			}
			var observations []string
			for _, o := range strings.Split(c.observations, ", ") {
				period, value, _ := strings.Cut(o, ": ")
				value, status, firm := strings.Cut(value, " ")
				if firm {
					value += ", status: " + status
				}
				observations = append(observations, "{period: "+period+", value: "+value+"}")
			}
			r := judged(t, indicators("{id: x, "+keys+", observations: ["+strings.Join(observations, ", ")+"]}"))
			if got := verdicts(r)[c.id]; got != c.want {
				t.Errorf("%s is %q, want %q", c.id, got, c.want)
			}
		})
	}
}

func TestACumulativeFindingNamesThePeriods(t *testing.T) {
	f := find(t, judged(t, indicators("{id: x, name: 投资, observations: [{period: 2021-01..2021-05, value: 10.2亿元}, {period: 2021-06, value: 2.1亿元}, {period: 2021-H1, value: 12.5亿元}]}")), "x.cumulative@2021-H1")
	if f.Code != diag.PeriodSum || f.Derived != "12.3亿元" || f.Difference != "0.2亿元" || len(f.Related) != 2 ||
		!strings.Contains(f.Message.In(diag.ZH), "2021年1—5月、2021年6月") {
		t.Errorf("%+v", f)
	}
}

func TestATargetAndAResultOfOnePeriodAreTwoFigures(t *testing.T) {
	r := judged(t, indicators(
		"{id: x, name: 投资, observations: [{period: 2020, value: 100亿元}, {period: 2021, value: 120亿元, status: target, yoy: 增长20%}, {period: 2021, value: 118亿元, yoy: 增长18%}]}",
		"{id: y, name: 翻倍, value: 236亿元, formula: x * 2}",
		"{id: z, name: 税收, observations: [{period: 2020, value: 100亿元, status: target}, {period: 2021, value: 118亿元, yoy: 增长8%}]}"))
	for id, want := range map[string]diag.Verdict{"x.duplicate@2021": none, "x.yoy@2021": ok, "x.yoy@2021#2": ok, "y.formula": ok, "z.yoy@2021": un} {
		if got := verdicts(r)[id]; got != want {
			t.Errorf("%s is %q, want %q", id, got, want)
		}
	}
}

func TestATargetIsNamedAsOneBesideAResult(t *testing.T) {
	r := judged(t, indicators("{id: x, name: 投资, observations: [{period: 2021, value: 120亿元, status: target}, {period: 2021, value: 118亿元}]}",
		"{id: part, name: 其中, value: 125亿元, of: x}"))
	f := find(t, r, "part.of")
	if f.Derived != "118亿元" || strings.Contains(f.Message.In(diag.ZH), "目标") {
		t.Errorf("a whole is the result, not the target: %s", f.Message.In(diag.ZH))
	}
	if p := r.Progress; len(p) != 1 || p[0].Target.Ref() != "x@2021#target" || p[0].Result.Ref() != "x@2021" {
		t.Errorf("progress: %+v", p)
	}
}
