package xlsx

import (
	"errors"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/diag"
	"jianbao/report/document"
	"jianbao/report/relation"
)

// sameChecks is as many checks as wanted, all the same.
type sameChecks struct {
	n    int
	line document.CheckLine
}

func (a *sameChecks) Len() int                     { return a.n }
func (a *sameChecks) Line(int) *document.CheckLine { return &a.line }
func (a *sameChecks) Open() iter.Seq[*document.CheckLine] {
	return func(func(*document.CheckLine) bool) {}
}
func (a *sameChecks) Terms() iter.Seq[relation.Term] { return func(func(relation.Term) bool) {} }

// More rows than a sheet can have are told before anything is written, with the sheet.
func TestMoreRowsThanASheetHasAreTold(t *testing.T) {
	doc := &document.Document{Title: "简报"}
	doc.Checks.Lines = &sameChecks{n: excelize.TotalRows - checksHead + 1, line: document.CheckLine{ID: "a", Verdict: diag.Consistent}}
	var said diag.Text
	if _, err := Write(io.Discard, doc, t.TempDir()); !errors.As(err, &said) || !strings.Contains(said.In(diag.ZH), "“核对”表要有1048577行") {
		t.Errorf("%v", err)
	}
}
