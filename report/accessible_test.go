package report_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/report"
	"jianbao/report/pdf/pdftest"
	"jianbao/templates"
)

// The worked example can be read aloud as PDF/UA-1 asks, in each template.
func TestBriefingHasNoBarriers(t *testing.T) {
	for _, template := range templates.Names() {
		t.Run(template, func(t *testing.T) {
			folder := t.TempDir()
			report.Build(t.Context(), []string{"../testdata/gangcheng"}, strings.NewReader(""), report.Options{Out: folder, Jobs: 1, Template: template})
			pdf, err := os.ReadFile(filepath.Join(folder, "gangcheng-2021.pdf"))
			if err != nil {
				t.Fatal(err)
			}
			for _, barrier := range pdftest.Barriers(t, pdf) {
				t.Error(barrier)
			}
		})
	}
}
