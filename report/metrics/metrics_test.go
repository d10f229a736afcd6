package metrics

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func run() Run {
	return Run{
		Version: `v1.2 "odd"\`, Status: 1, Seconds: 59.25, Ended: 1795388063.5, Succeeded: 1795300000,
		Districts: []Count{{"written", 2840}, {"unchanged", 1}, {"held", 3}, {"failed", 0}},
		Errors:    4, Warnings: 7, Bytes: 1 << 40, Orphans: 2,
	}
}

var sample = regexp.MustCompile(`^([a-z_]+)(?:\{([a-z]+)="((?:[^"\\\n]|\\["\\n])*)"\})? (-?[0-9.]+)$`)

// TestTextIsTheExpositionFormat reads the text by the rules of the format: each
// family has its help and type before its samples, stands in one piece, and names
// no sample twice.
func TestTextIsTheExpositionFormat(t *testing.T) {
	text := string(Text(run()))
	if !strings.HasSuffix(text, "\n") {
		t.Error("the last line has no end")
	}
	values := map[string]float64{}
	family, typed := "", map[string]bool{}
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if rest, ok := strings.CutPrefix(line, "# HELP "); ok {
			family, _, _ = strings.Cut(rest, " ")
			if typed[family] {
				t.Errorf("%s stands twice", family)
			}
			continue
		}
		if rest, ok := strings.CutPrefix(line, "# TYPE "); ok {
			if rest != family+" gauge" {
				t.Errorf("%q after the help of %s", line, family)
			}
			typed[family] = true
			continue
		}
		m := sample.FindStringSubmatch(line)
		if m == nil || m[1] != family || !typed[family] {
			t.Fatalf("%q is no sample of %s", line, family)
		}
		v, err := strconv.ParseFloat(m[4], 64)
		if _, twice := values[m[1]+m[3]]; err != nil || twice {
			t.Errorf("%q: %v", line, err)
		}
		values[m[1]+m[3]] = v
	}
	for name, want := range map[string]float64{
		"jianbao_build_infov1.2 \\\"odd\\\"\\\\": 1,
		"jianbao_exit_status":                    1,
		"jianbao_run_duration_seconds":           59.25,
		"jianbao_last_run_timestamp_seconds":     1795388063.5,
		"jianbao_last_success_timestamp_seconds": 1795300000,
		"jianbao_districtswritten":               2840,
		"jianbao_districtsfailed":                0,
		"jianbao_findingserror":                  4,
		"jianbao_findingswarning":                7,
		"jianbao_written_bytes":                  1 << 40,
		"jianbao_orphaned_outputs":               2,
	} {
		if got, ok := values[name]; !ok || got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
}

func TestLastSuccessIsReadBack(t *testing.T) {
	if got := Succeeded(Text(run())); got != run().Succeeded {
		t.Errorf("%v", got)
	}
	never := run()
	never.Succeeded = 0
	for _, text := range []string{"", string(Text(never)), lastSuccess + " x\n", lastSuccess + "\n", "# " + lastSuccess + " 5\n"} {
		if got := Succeeded([]byte(text)); got != 0 {
			t.Errorf("%q: %v", text, got)
		}
	}
}
