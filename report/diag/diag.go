// Package diag is what the tool says about a data file: findings with their
// places, the checks that were made, and the sum of a run. It holds one writer
// for each output format, and the page that explains each code.
//
// It knows nothing of figures, YAML or documents: numbers and intervals arrive
// here as text. Clock, environment and exit status are not its business either.
package diag

import "fmt"

// Lang is a language in which messages are printed.
type Lang string

// The languages of messages.
const (
	ZH Lang = "zh"
	EN Lang = "en"
)

// Text is a message in both languages.
type Text struct {
	zh, en string
	args   []any
}

// Say makes a message from a Chinese and an English format in fmt's notation.
// Both take the same args in the same order (use %[n]s to reorder); an argument
// that is itself a Text is printed in the language of the whole.
func Say(zh, en string, args ...any) Text {
	return Text{zh: zh, en: en, args: args}
}

// In gives the message in one language.
func (t Text) In(l Lang) string {
	format := t.zh
	if l == EN {
		format = t.en
	}
	if len(t.args) == 0 {
		return format
	}
	args := make([]any, len(t.args))
	for i, a := range t.args {
		if inner, ok := a.(Text); ok {
			a = inner.In(l)
		}
		args[i] = a
	}
	return fmt.Sprintf(format, args...)
}

// Error is the English text, so that a Text can travel as an error.
func (t Text) Error() string { return t.In(EN) }

// IsZero reports whether nothing was said.
func (t Text) IsZero() bool { return t.zh == "" && t.en == "" }

// Place is a stretch of one line of a file. Lines and columns count from 1,
// columns in characters (code points); EndColumn is exclusive. A Place with
// Line 0 names a whole file.
type Place struct {
	File      string `json:"file,omitzero"`
	Line      int    `json:"line,omitzero"`
	Column    int    `json:"column,omitzero"`
	EndColumn int    `json:"end_column,omitzero"`
}

// Severity says how bad a finding is.
type Severity string

// The severities: an error must be mended (必要), a warning must be mended or
// explained (确认).
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Finding is one thing that is wrong, or likely wrong, with a data file.
type Finding struct {
	Code     Code     `json:"code"`
	Severity Severity `json:"severity"`
	Check    string   `json:"check,omitzero"` // the id of the check that found it; empty for findings about input
	Message  Text     `json:"message"`
	Figure   string   `json:"figure,omitzero"` // the figure in question, as in project_invest@2021-H1
	Place    Place    `json:"place"`

	Reported   string `json:"reported,omitzero"`   // what was written: 352亿元
	Derived    string `json:"derived,omitzero"`    // what the other figures make of it: 350.2亿元, or an interval
	Difference string `json:"difference,omitzero"` // reported less derived: 1.8亿元

	Related []Related `json:"related,omitzero"`
	Hints   []Hint    `json:"hints,omitzero"`
}

// Related is a place that takes part in a finding: a part of a total, the
// earlier value, the first of two duplicates.
type Related struct {
	Place  Place  `json:"place"`
	Figure string `json:"figure,omitzero"`
	Note   Text   `json:"note,omitzero"` // what stands there and its role
	// Shown says that its source line is shown as well: it stands in another data
	// file, and may be what is wrong.
	Shown bool `json:"shown,omitzero"`
}

// Hint says how a finding may be mended.
type Hint struct {
	Kind       string `json:"kind"`                // the slip in one word: swapped-digits, nearest-key, ...
	Figure     string `json:"figure,omitzero"`     // the figure that would change, if the hint names one
	Suggestion string `json:"suggestion,omitzero"` // what it would have to be
	Message    Text   `json:"message"`
}

// Verdict is the outcome of a check (SPEC §3.2).
type Verdict string

// The verdicts.
const (
	Consistent   Verdict = "consistent"
	Inconsistent Verdict = "inconsistent"
	Unchecked    Verdict = "unchecked"
)

// Check is one relation that was judged.
type Check struct {
	ID       string  `json:"id"`
	Kind     string  `json:"kind"` // formula, total, of, share, names, yoy, pop, cumulative, rule, duplicate, digits, previous, ...
	Verdict  Verdict `json:"verdict"`
	Reported string  `json:"reported,omitzero"` // interval of the reported figure in its own unit
	Derived  string  `json:"derived,omitzero"`  // interval that the other figures give
	Reason   Text    `json:"reason,omitzero"`   // why it is unchecked

	Exception string `json:"exception,omitzero"` // the reason for which its finding was silenced; empty if none was
}

// Derived is a value that was not given but follows from the others.
type Derived struct {
	Figure   string `json:"figure"`
	Interval string `json:"interval"`
	Note     Text   `json:"note,omitzero"`
}

// File is what a run says of one data file.
type File struct {
	Name       string
	Checks     []Check
	Tally      Tally // of checks and findings that are not listed here
	Findings   []Finding
	Gaps       []Gap // the first MostGaps
	Derived    []Derived
	Claims     []Claim // figures found in an article; nil for a data file
	Exceptions int     // exceptions that took effect
	// Unreadable marks input that could not be understood at all (exit status 2).
	Unreadable bool
}

// Run is the whole of what one command found.
type Run struct {
	Files []File

	// Shelved gives what was taken out of a file's lists, by its index; nil if nothing
	// was. Writers ask for one file after the other, some more than once, and keep none.
	Shelved func(file int) Lists `json:"-"`
}
