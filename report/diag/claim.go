package diag

import (
	"bufio"
	"cmp"
	"fmt"
	"strings"
)

// ClaimVerdict is what the data make of a figure found in an article.
type ClaimVerdict string

// The verdicts on claims (SPEC §4). A claim that was held against no data has
// none.
const (
	Matched      ClaimVerdict = "matched"
	Contradicted ClaimVerdict = "contradicted"
	Ambiguous    ClaimVerdict = "ambiguous"
	Unknown      ClaimVerdict = "unknown"
)

// Claim is a figure found in an article.
type Claim struct {
	Text     string // as written, from Start to End
	Place    Place
	Value    string // decimal, in ones of Unit; empty for a range
	Low      string // of a range; empty for a single figure
	High     string
	Unit     string
	Hedge    string // the word that hedges it: 突破, 以上
	Rank     bool   // a place in an order: 第一位
	Start    int    // in characters of the article, from 0
	End      int    // exclusive
	Verdict  ClaimVerdict
	Figure   string // the figure of the data that it was held against
	Name     string // what the data call that
	Expected string // that figure as the data print it

	Sentence      string // the sentence around it
	SentenceStart int    // in characters of the article
}

// ClaimSummary counts claims by verdict.
type ClaimSummary struct {
	Claims       int `json:"claims"`
	Matched      int `json:"matched"`
	Contradicted int `json:"contradicted"`
	Ambiguous    int `json:"ambiguous"`
	Unknown      int `json:"unknown"`
}

// claims are those of all files; nil if the run was about no articles.
func (r *Run) claims() []Claim {
	var all []Claim
	for _, f := range r.Files {
		if f.Claims != nil && all == nil {
			all = []Claim{}
		}
		all = append(all, f.Claims...)
	}
	return all
}

func summarize(claims []Claim) *ClaimSummary {
	if claims == nil {
		return nil
	}
	s := &ClaimSummary{Claims: len(claims)}
	for _, c := range claims {
		switch c.Verdict {
		case Matched:
			s.Matched++
		case Contradicted:
			s.Contradicted++
		case Ambiguous:
			s.Ambiguous++
		case Unknown:
			s.Unknown++
		}
	}
	return s
}

// Text is the sum of the claims in words.
func (s *ClaimSummary) Text() Text {
	return Say(
		"文中数字 %d 个：相符 %d，矛盾 %d，不能确定 %d，数据中没有 %d。",
		"Figures in prose: %d, of which matched %d, contradicted %d, ambiguous %d, unknown %d.",
		s.Claims, s.Matched, s.Contradicted, s.Ambiguous, s.Unknown)
}

// jsonClaim is a claim in the JSON form (SPEC §4).
type jsonClaim struct {
	File     string       `json:"file"`
	Text     string       `json:"text"`
	Line     int          `json:"line"`
	Column   int          `json:"column"`
	Value    string       `json:"value,omitempty"`
	Low      string       `json:"low,omitempty"`
	High     string       `json:"high,omitempty"`
	Unit     string       `json:"unit"`
	Hedge    string       `json:"hedge,omitempty"`
	Rank     bool         `json:"rank,omitempty"`
	Verdict  ClaimVerdict `json:"verdict"` // unknown, too, of what was held against nothing
	Figure   string       `json:"figure"`  // empty of what was held against none
	Expected string       `json:"expected,omitempty"`
	Start    int          `json:"start"`
	End      int          `json:"end"`
}

// claimsJSON is nil only if claims is.
func claimsJSON(claims []Claim) []jsonClaim {
	if claims == nil {
		return nil
	}
	out := make([]jsonClaim, 0, len(claims))
	for _, c := range claims {
		out = append(out, jsonClaim{
			File: c.Place.File, Text: c.Text, Line: c.Place.Line, Column: c.Place.Column,
			Value: c.Value, Low: c.Low, High: c.High, Unit: c.Unit, Hedge: c.Hedge, Rank: c.Rank,
			Verdict: cmp.Or(c.Verdict, Unknown), Figure: c.Figure, Expected: c.Expected, Start: c.Start, End: c.End,
		})
	}
	return out
}

// writeClaims prints each sentence that has figures, with these in 【】, and below
// it the verdict on each and what it was held against.
func writeClaims(b *bufio.Writer, claims []Claim, l Lang) {
	for len(claims) > 0 {
		n := 1
		for n < len(claims) && claims[n].SentenceStart == claims[0].SentenceStart && claims[n].Place.File == claims[0].Place.File {
			n++
		}
		first := claims[0]
		fmt.Fprintf(b, "%s: %s\n", position(first.Place), printable(marked(claims[:n])))
		for _, c := range claims[:n] {
			fmt.Fprintf(b, "    %s\n", printable(c.line().In(l)))
		}
		b.WriteByte('\n')
		claims = claims[n:]
	}
}

// marked is the sentence of some claims with these in brackets, in which × stands
// behind what is contradicted and ? behind what could not be held against data.
func marked(claims []Claim) string {
	sentence := []rune(claims[0].Sentence)
	var out []rune
	done := 0
	for _, c := range claims {
		from, to := c.Start-c.SentenceStart, c.End-c.SentenceStart
		out = append(out, sentence[done:from]...)
		out = append(out, '【')
		out = append(out, sentence[from:to]...)
		switch c.Verdict {
		case Contradicted:
			out = append(out, '×')
		case Ambiguous, Unknown:
			out = append(out, '?')
		}
		out = append(out, '】')
		done = to
	}
	return string(append(out, sentence[done:]...))
}

// line is the verdict on a claim with what it was held against.
func (c Claim) line() Text {
	switch against := c.against(); c.Verdict {
	case Matched:
		return Say("相符  %s = %s", "matched       %s = %s", c.Text, against)
	case Contradicted:
		return Say("矛盾  %s ≠ %s", "contradicted  %s ≠ %s", c.Text, against)
	case Ambiguous:
		return Say("不定  %s：有几个名称相近的指标", "ambiguous     %s: several figures have like names", c.Text)
	case Unknown:
		return Say("没有  %s：数据中找不到", "unknown       %s: not in the data", c.Text)
	}
	value := c.Value
	if value == "" {
		value = c.Low + "–" + c.High
	}
	return Say("%s：%s", "%s: %s", c.Text, strings.TrimRight(value+" "+c.Unit, " "))
}

// against is the figure that a claim was held against: its name in the data, what
// it is there, and its reference. What the sentence itself says has none.
func (c Claim) against() Text {
	if c.Figure == "" {
		return Say("%s（按本句其他数）", "%s (by the other figures of the sentence)", c.Expected)
	}
	return Say("%s %s（%s）", "%s %s (%s)", c.Name, c.Expected, c.Figure)
}
