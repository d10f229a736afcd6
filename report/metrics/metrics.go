// Package metrics writes what a run came to in the text format of Prometheus, for
// the textfile collector of node_exporter.
//
// It is a plain function of values: the clock is read by the command.
package metrics

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// Run is what a run came to.
type Run struct {
	Version   string
	Status    int     // the exit status
	Seconds   float64 // how long it took
	Ended     float64 // when, in seconds since 1970
	Succeeded float64 // when a run last ended with status 0; 0 if none is known
	Districts []Count // by state
	Errors    int
	Warnings  int
	Bytes     int64 // of outputs written
	Orphans   int   // outputs whose data file is gone
}

// Count is a number with a name.
type Count struct {
	Name string
	N    int
}

const lastSuccess = "jianbao_last_success_timestamp_seconds"

// Text is the metrics as a file holds them.
func Text(r Run) []byte {
	var b bytes.Buffer
	family := func(name, help string, samples ...string) {
		fmt.Fprintf(&b, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name)
		for _, s := range samples {
			fmt.Fprintf(&b, "%s%s\n", name, s)
		}
	}
	number := func(v float64) string { return " " + strconv.FormatFloat(v, 'f', -1, 64) }
	family("jianbao_build_info", "The version of jianbao that ran.", label("version", r.Version)+" 1")
	family("jianbao_exit_status", "The exit status of the last run.", fmt.Sprintf(" %d", r.Status))
	family("jianbao_run_duration_seconds", "How long the last run took.", number(r.Seconds))
	family("jianbao_last_run_timestamp_seconds", "When the last run ended.", number(r.Ended))
	if r.Succeeded > 0 {
		family(lastSuccess, "When a run last ended with status 0.", number(r.Succeeded))
	}
	var states []string
	for _, c := range r.Districts {
		states = append(states, fmt.Sprintf("%s %d", label("state", c.Name), c.N))
	}
	family("jianbao_districts", "Districts of the last run by what became of them.", states...)
	family("jianbao_findings", "Findings of the last run by severity.",
		fmt.Sprintf("%s %d", label("severity", "error"), r.Errors), fmt.Sprintf("%s %d", label("severity", "warning"), r.Warnings))
	family("jianbao_written_bytes", "Bytes of outputs that the last run wrote.", fmt.Sprintf(" %d", r.Bytes))
	family("jianbao_orphaned_outputs", "Outputs whose data file is gone.", fmt.Sprintf(" %d", r.Orphans))
	return b.Bytes()
}

func label(name, value string) string {
	escaped := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(value)
	return fmt.Sprintf(`{%s="%s"}`, name, escaped)
}

// Succeeded is when a run last succeeded according to an earlier run's metrics; 0
// if they do not say.
func Succeeded(text []byte) float64 {
	for line := range strings.Lines(string(text)) {
		if value, ok := strings.CutPrefix(line, lastSuccess+" "); ok {
			seconds, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
			if err == nil && seconds > 0 {
				return seconds
			}
		}
	}
	return 0
}
