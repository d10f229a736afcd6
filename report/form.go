package report

import (
	"jianbao/report/check"
	"jianbao/report/compose"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/xlsx/form"
)

// form fills the office's form that the data file names, and adds what is wrong
// with it. It gives nil if there is none or it cannot be used.
func (d *District) form(data *dataset.Dataset, result check.Result, draft bool) []byte {
	if data.Form == nil {
		return nil
	}
	filled, problems := form.Fill(data.Form.Bytes, formWords{compose.NewFormWords(data, result)},
		form.Options{Draft: draft, Published: data.Published})
	var findings []diag.Finding
	for _, p := range problems {
		f := diag.Finding{Code: p.Code, Severity: p.Severity, Place: data.Workbook.Place,
			Message: diag.Say("表样 %s：%s", "the form %s: %s", data.Workbook.Value, p.Say)}
		if p.Cell != "" {
			f.Message = diag.Say("表样 %s 的 %s：%s", "the form %s, %s: %s", data.Workbook.Value, p.Cell, p.Say)
			f.Figure = p.Cell
		}
		if !p.Hint.Message.IsZero() {
			f.Hints = []diag.Hint{p.Hint}
		}
		findings = append(findings, f)
	}
	d.add(data.Inputs, findings)
	return filled
}

// formWords are the words of package compose as package form asks for them.
type formWords struct{ words *compose.FormWords }

func (w formWords) Fill(text string, row int) (form.Value, []form.Problem) {
	cell, wrong := w.words.Fill(text, row)
	var problems []form.Problem
	for _, p := range wrong {
		problems = append(problems, form.Problem{Say: p.Say, Hint: p.Hint})
	}
	return form.Value{Text: cell.Text, Figure: cell.Figure, Sample: cell.Sample}, problems
}

func (w formWords) Rows(table string) (int, bool) { return w.words.Rows(table) }
