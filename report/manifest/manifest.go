// Package manifest is the record of an output folder: every output with its
// SHA-256 and size, the files it was made of and theirs, and with what settings.
// It decides nothing by itself: a run reads from it what it need not do again,
// and anybody may hold the folder against it.
//
// It is plain values and their JSON. It opens no file and knows no clock: the
// same outputs of the same inputs give the same bytes, on any day and machine.
//
// Paths are written with slashes and never absolute: outputs from the output
// folder, a data file from the parent of the folder that was given (so that the
// folder's own name comes first; a file given by itself has its name alone),
// other inputs from the folder of their data file, those of a template from the
// template's folder.
package manifest

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"jianbao/report/diag"
)

// Format is the version of the record's own form.
const Format = 1

// Manifest is the record of one output folder, or of one shard's part of it.
type Manifest struct {
	Format    int                 `json:"jianbao_manifest"`
	Shard     Shard               `json:"shard,omitzero"`
	Listed    string              `json:"listed,omitzero"` // digest of the list that the shards share out
	Last      string              `json:"last,omitzero"`   // key of the last run's settings
	Settings  map[string]Settings `json:"settings"`        // by Settings.Key
	Districts []District          `json:"districts"`       // by Output
}

// Settings are what decides about outputs besides the inputs of a district.
type Settings struct {
	Tool     string `json:"tool"` // the version; the same version makes the same bytes
	Template string `json:"template"`
	Files    []File `json:"files,omitzero"` // of a template folder
	Draft    bool   `json:"draft"`
	FailOn   string `json:"fail_on"`
}

// Key names settings within a manifest.
func (s Settings) Key() string {
	b, _ := json.Marshal(s) // strings and booleans: no error can be
	return Digest(b)[:12]
}

// File is a file with what it held. Size is 0 for inputs, of which the digest is
// enough.
type File struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"` // in hexadecimal digits
	Size   int64  `json:"size,omitzero"`
}

// Digest is the SHA-256 of some bytes as files are recorded with it.
func Digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// DigestOf is the Digest of all that r gives, which may be more than should be in
// memory.
func DigestOf(r io.Reader) (string, error) {
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// State says how a district stands.
type State string

// The states. In all but Current, outputs are those of the last time that it
// was, with the inputs and settings of that time; there may be none.
const (
	Current  State = "current"  // the outputs are of these inputs
	Held     State = "held"     // findings held the outputs back
	Failed   State = "failed"   // the tool failed
	Orphaned State = "orphaned" // the data file is gone
)

// District is the record of one district.
type District struct {
	Output   string `json:"output"` // path of the outputs without their endings
	Source   string `json:"source"`
	State    State  `json:"state"`
	Errors   int    `json:"errors"`
	Warnings int    `json:"warnings"`

	Settings string `json:"settings,omitzero"`
	Inputs   []File `json:"inputs,omitzero"` // the data file first
	Outputs  []File `json:"outputs,omitzero"`

	// Below is, for a data file with members, the digest of the names of all data
	// files in its folder and below: one that joins them changes no input.
	Below string `json:"below,omitzero"`

	// Told is what the run said of a Current district, for later runs that skip it.
	Told *Told `json:"told,omitzero"`
}

// Told is what was found when a district was built.
type Told struct {
	Checks     Checks  `json:"checks"`
	Exceptions int     `json:"exceptions,omitzero"`
	Findings   Telling `json:"findings,omitzero"` // zero if there are neither findings nor gaps
}

// Telling names a Shelf by the digest of its JSON. Where that is kept is the output
// folder's affair, and no two runs need put it in the same place.
type Telling struct {
	SHA256 string `json:"sha256"`
}

// IsZero reports whether nothing is named.
func (t Telling) IsZero() bool { return t == Telling{} }

// Checks are numbers of checks by verdict.
type Checks struct {
	Consistent   int `json:"consistent"`
	Inconsistent int `json:"inconsistent"`
	Unchecked    int `json:"unchecked"`
}

// Shelf is what was found in one district, with the lines that the findings point to.
// Files in it are named as inputs are.
type Shelf struct {
	Findings []diag.Finding `json:"findings"`
	Gaps     []diag.Gap     `json:"gaps,omitzero"`
	Lines    []Line         `json:"lines,omitzero"`
}

// Line is a line of an input that a finding points to.
type Line struct {
	File   string `json:"file"`
	Number int    `json:"number"`
	Text   string `json:"text"`
}

// New is a manifest of nothing.
func New(shard Shard) *Manifest {
	return &Manifest{Format: Format, Shard: shard, Settings: map[string]Settings{}}
}

// Parse reads a manifest; an error says why the bytes are none.
func Parse(b []byte) (*Manifest, error) {
	m := &Manifest{}
	if err := json.Unmarshal(b, m); err != nil {
		return nil, err
	}
	if m.Format != Format {
		return nil, fmt.Errorf("jianbao_manifest is %d, not %d", m.Format, Format)
	}
	if m.Settings == nil {
		m.Settings = map[string]Settings{}
	}
	m.sort()
	return m, nil
}

// Write writes the manifest as its file holds it: districts in order, settings that
// nothing names left out. Of the file only a district at a time is in memory, since
// there may be tens of thousands.
func (m *Manifest) Write(w io.Writer) error {
	m.sort()
	used := map[string]bool{m.Last: true}
	for _, d := range m.Districts {
		used[d.Settings] = true
	}
	maps.DeleteFunc(m.Settings, func(key string, _ Settings) bool { return !used[key] })

	out := bufio.NewWriter(w)
	head := *m
	head.Districts = []District{}
	before, after, _ := strings.Cut(indented(head, ""), "[]\n") // they come last
	out.WriteString(before + "[")
	for i, d := range m.Districts {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n  " + strings.TrimSuffix(indented(d, "  "), "\n"))
	}
	if len(m.Districts) > 0 {
		out.WriteString("\n ")
	}
	out.WriteString("]\n" + after)
	return out.Flush() // which tells of every error before it
}

// Digest is the digest of the manifest's file.
func (m *Manifest) Digest() string {
	h := sha256.New()
	_ = m.Write(h) // a hash takes everything
	return hex.EncodeToString(h.Sum(nil))
}

// indented is v as JSON; prefix begins each line but the first.
func indented(v any, prefix string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, " ")
	_ = e.Encode(v) // nothing in a manifest can fail to be encoded
	return b.String()
}

func (m *Manifest) sort() {
	slices.SortFunc(m.Districts, func(a, b District) int { return cmp.Compare(a.Output, b.Output) })
}

// District gives the record of a district by its output.
func (m *Manifest) District(output string) (District, bool) {
	at, ok := m.find(output)
	if !ok {
		return District{}, false
	}
	return m.Districts[at], true
}

func (m *Manifest) find(output string) (int, bool) {
	return slices.BinarySearchFunc(m.Districts, output, func(d District, name string) int { return cmp.Compare(d.Output, name) })
}

// Put records a district in the place of an earlier record of it; s are the
// settings it names, and need not be given again where they are known.
func (m *Manifest) Put(d District, s ...Settings) {
	for _, one := range s {
		m.Settings[one.Key()] = one
	}
	at, ok := m.find(d.Output)
	if ok {
		m.Districts[at] = d
		return
	}
	m.Districts = slices.Insert(m.Districts, at, d)
}

// Remove takes the record of a district out.
func (m *Manifest) Remove(output string) {
	if at, ok := m.find(output); ok {
		m.Districts = slices.Delete(m.Districts, at, at+1)
	}
}
