package load

import "jianbao/report/diag"

// Limits bound what is read, so that a slip or a hostile file ends in a clear
// finding instead of a full memory. Sizes are in bytes unless named otherwise.
type Limits struct {
	YAMLBytes    int64 // of the data file
	CSVBytes     int64 // of one CSV file; at most 2 GiB, since its rows are found by 32-bit offsets
	FormBytes    int64 // of an office's form
	Nesting      int   // mappings and lists inside one another
	Aliases      int   // uses of *name
	Expanded     int   // nodes that aliases repeat, altogether
	Rows         int   // of one table
	Columns      int   // of one table
	NumberLength int   // characters of one figure
	TextLength   int   // UTF-16 units of one text, section texts excepted
	Findings     int   // of one data file with its CSV files
	RowFindings  int   // about the rows of one table, or the members of one data file
	Members      int   // data files that `members` names, with their own
	Levels       int   // of members that have members
}

// DefaultLimits leave room for anything an office publishes. Rows and
// TextLength are what a worksheet holds: 1 048 576 rows, of which some hundreds
// are left to head, totals and notes; 32 767 UTF-16 units in a cell. China has
// some 38,600 townships, and six levels from the country down to the village.
func DefaultLimits() Limits {
	return Limits{
		YAMLBytes:    16 << 20,
		CSVBytes:     256 << 20,
		FormBytes:    32 << 20,
		Nesting:      64,
		Aliases:      1000,
		Expanded:     100_000,
		Rows:         1_048_000,
		Columns:      1000,
		NumberLength: 60,
		TextLength:   32_767,
		Findings:     1000,
		RowFindings:  100,
		Members:      50_000,
		Levels:       8,
	}
}

func (l Limits) orDefault() Limits {
	if l == (Limits{}) {
		return DefaultLimits()
	}
	return l
}

// collector keeps the findings of one data file, up to a number.
type collector struct {
	limit    int
	findings []diag.Finding
	more     int
}

func (c *collector) add(f diag.Finding) {
	if len(c.findings) == c.limit {
		c.more++
		return
	}
	c.findings = append(c.findings, f)
}

// sorted gives the findings in the reader's order, with one at the end that
// says how many were left out.
func (c *collector) sorted(dataFile string) []diag.Finding {
	diag.Sort(dataFile, c.findings)
	if c.more == 0 {
		return c.findings
	}
	return append(c.findings, diag.Finding{
		Code: diag.OverLimit, Severity: diag.Error, Place: diag.Place{File: dataFile},
		Message: diag.Say("只列出前 %d 个问题，另有 %d 个未列出；改正后再核对一次",
			"only the first %d findings are listed, %d more are not; mend these and check again", c.limit, c.more),
	})
}
