package form_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jianbao/report/xlsx/form"
)

// TestLibreOfficeComputesTheSame has LibreOffice work out every formula, from a file
// without their values.
func TestLibreOfficeComputesTheSame(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("needs LibreOffice (soffice)")
	}
	raw := filled(t, written(t, officeForm(t)), form.Options{})
	var bare bytes.Buffer
	z := zip.NewWriter(&bare)
	parts := partsOf(t, raw)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		body := parts[name]
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			body = regexp.MustCompile(`(<f[^>]*>[^<]*</f>)<v>[^<]*</v>`).ReplaceAllString(body, "$1")
		}
		w := must[io.Writer](t)(z.Create(name))
		_, err := w.Write([]byte(body))
		ok(t, err)
	}
	ok(t, z.Close())
	dir := t.TempDir()
	ok(t, os.WriteFile(filepath.Join(dir, "bare.xlsx"), bare.Bytes(), 0o666), os.Mkdir(filepath.Join(dir, "out"), 0o777))
	out, err := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "xlsx", "--outdir", dir+"/out", dir+"/bare.xlsx").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	theirs, ours := must[*excelize.File](t)(excelize.OpenFile(dir+"/out/bare.xlsx")), opened(t, raw)
	defer theirs.Close()
	formulas := 0
	for _, sheet := range ours.GetSheetList() {
		for row := 1; row <= 14; row++ {
			for col := 'A'; col <= 'G'; col++ {
				cell := fmt.Sprintf("%c%d", col, row)
				formula := must[string](t)(ours.GetCellFormula(sheet, cell))
				if formula == "" || strings.Contains(formula, "TODAY") || cell == "B12" {
					continue // of the day it is, or left to Excel
				}
				formulas++
				a, b := must[string](t)(ours.GetCellValue(sheet, cell)), must[string](t)(theirs.GetCellValue(sheet, cell))
				if a != b {
					t.Errorf("%s!%s =%s: ours is %s, LibreOffice's %s", sheet, cell, formula, a, b)
				}
			}
		}
	}
	if formulas != 11 {
		t.Errorf("%d formulas were compared, want 11", formulas)
	}
}
