package diag

import (
	"io"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// The form for code scanning services: SARIF 2.1.0 (OASIS), one run with the
// codes found as its rules. Columns are counted in characters (§3.14.17), which
// SARIF calls code points. It has places of its own for the places involved;
// hints are lines of the message, since a fix in SARIF must be an exact
// replacement, which a hint may not be.

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	Language   string        `json:"language"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"` // printed one by one
	Properties sarifSummary  `json:"properties"`
}

type sarifSummary struct {
	Summary Summary `json:"summary"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               Code      `json:"id"`
	Name             string    `json:"name,omitempty"`
	ShortDescription sarifText `json:"shortDescription"`
	Help             sarifText `json:"help"`
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifResult struct {
	RuleID              Code              `json:"ruleId"`
	RuleIndex           int               `json:"ruleIndex"`
	Level               Severity          `json:"level"`
	Message             sarifText         `json:"message"`
	Locations           []sarifLocation   `json:"locations"`
	RelatedLocations    []sarifLocation   `json:"relatedLocations,omitempty"`
	PartialFingerprints map[string]string `json:"partialFingerprints"`
	Properties          *sarifProperties  `json:"properties,omitempty"`
}

type sarifLocation struct {
	ID               *int          `json:"id,omitempty"`
	PhysicalLocation sarifPhysical `json:"physicalLocation"`
	Message          *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	ArtifactLocation sarifArtifact `json:"artifactLocation"`
	Region           *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

type sarifProperties struct {
	Check      string `json:"check,omitempty"`
	Figure     string `json:"figure,omitempty"`
	Reported   string `json:"reported,omitempty"`
	Derived    string `json:"derived,omitempty"`
	Difference string `json:"difference,omitempty"`
}

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

func writeSARIF(w io.Writer, r *Run, o Options) error {
	codes := codesOf(r)
	run := sarifRun{
		Tool:     sarifTool{sarifDriver{Name: "jianbao", Version: o.Version, Rules: []sarifRule{}}},
		Language: map[Lang]string{ZH: "zh-CN", EN: "en-US"}[o.Lang], ColumnKind: "unicodeCodePoints",
		Properties: sarifSummary{r.Summary()},
	}
	for _, c := range codes {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(c, o.Lang))
	}
	prints := fingerprints{}
	return encodeLong(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}}, `"results": null`, func(yield func(any) bool) {
		for _, f := range r.files() {
			for i := range f.Findings {
				x := &f.Findings[i]
				if !yield(sarifResultOf(*x, slices.Index(codes, x.Code), prints.of(&f, x), o.Lang)) {
					return
				}
			}
		}
	})
}

// codesOf are the codes of a run's findings, in order.
func codesOf(r *Run) []Code {
	codes := map[Code]bool{}
	for _, f := range r.files() {
		for i := range f.Findings {
			codes[f.Findings[i].Code] = true
		}
	}
	return slices.Sorted(maps.Keys(codes))
}

func sarifRuleOf(c Code, l Lang) sarifRule {
	page := Page(c, l)
	return sarifRule{ID: c, Name: identifier(Title(c, EN)),
		ShortDescription: sarifText{Text: Title(c, l)}, Help: sarifText{Text: page, Markdown: page}}
}

// identifier makes a name of an English title, as SARIF wants it: one word, and
// the same in any language (§3.49.7).
func identifier(title string) string {
	var b strings.Builder
	begins := true
	for _, r := range title {
		switch {
		case r == '\'':
		case r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r):
			begins = true
		case begins:
			b.WriteRune(unicode.ToUpper(r))
			begins = false
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func sarifResultOf(x Finding, rule int, print string, l Lang) sarifResult {
	out := sarifResult{
		RuleID: x.Code, RuleIndex: rule, Level: x.Severity,
		Message:             sarifText{Text: strings.Join(append([]string{x.Message.In(l)}, mending(x, l)...), "\n")},
		Locations:           []sarifLocation{{PhysicalLocation: sarifPlace(x.Place)}},
		PartialFingerprints: map[string]string{"jianbao/v1": print},
	}
	if p := (sarifProperties{x.Check, x.Figure, x.Reported, x.Derived, x.Difference}); p != (sarifProperties{}) {
		out.Properties = &p
	}
	for i, r := range x.Related {
		related := sarifLocation{ID: &i, PhysicalLocation: sarifPlace(r.Place)}
		if !r.Note.IsZero() {
			related.Message = &sarifText{Text: r.Note.In(l)}
		}
		out.RelatedLocations = append(out.RelatedLocations, related)
	}
	return out
}

func sarifPlace(p Place) sarifPhysical {
	at := sarifPhysical{ArtifactLocation: sarifArtifact{uri(p.File)}}
	if p.Line > 0 {
		at.Region = &sarifRegion{StartLine: p.Line, StartColumn: p.Column}
		if p.EndColumn > p.Column {
			at.Region.EndColumn = p.EndColumn
		}
	}
	return at
}

// uri is a file's name as a URI reference (RFC 3986): relative as it was given,
// with what is not ASCII by its bytes.
func uri(file string) string {
	path := filepath.ToSlash(file)
	if !filepath.IsAbs(file) {
		return (&url.URL{Path: path}).String()
	}
	if !strings.HasPrefix(path, "/") { // a drive
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
