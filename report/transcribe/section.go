package transcribe

import (
	"cmp"

	"jianbao/report/pattern"
)

// section is a section of the data file.
type section struct {
	title      string
	indicators []*indicator
	tables     []*table
	notes      []string
	dated      map[[2]string]*indicator // those whose figures name their periods, by name and whole
}

// newSection is the section for a list: that of its sheet.
func (t *transcript) newSection(s *sheet, b *block) *section {
	title := s.name
	if genericName().MatchString(title) {
		title = cmp.Or(b.title(), title)
	}
	for _, sec := range t.sections {
		if sec.title == title {
			return sec
		}
	}
	return t.addSection(title)
}

var genericName = pattern.Of(`^(?i:sheet|工作表|表)\s*[0-9]*$`)

func (t *transcript) addSection(title string) *section {
	sec := &section{title: title, dated: map[[2]string]*indicator{}}
	t.sections = append(t.sections, sec)
	return sec
}

// add adds an indicator; one that stands there by name and whole takes its
// observations, as lists have them that give a row to each period.
func (sec *section) add(i *indicator) {
	if i.observations[0].period != "" {
		key := [2]string{i.name, i.of}
		if known := sec.dated[key]; known != nil {
			known.observations = append(known.observations, i.observations...)
			i.id = known.id // parts and formulas refer to the row by it
			if i.formulaOf != nil {
				known.formulaOf = i.formulaOf
			}
			return
		}
		sec.dated[key] = i
	}
	sec.indicators = append(sec.indicators, i)
}
