package load_test

import (
	"testing"
	"testing/fstest"

	"jianbao/report/diag"
	"jianbao/report/load"
)

func TestATemplatesTextsAreReadByTheirNames(t *testing.T) {
	texts, findings := load.Phrases(fstest.MapFS{
		"style.yaml":       {Data: []byte("page: {}")},
		"text/section.txt": {Data: []byte("\ufeff甲\r\n乙")},
		"text/economy.txt": {Data: []byte("{{fig \"gdp\"}}")},
		"text/.hidden.txt": {Data: []byte("x")},
		"text/notes.md":    {Data: []byte("x")},
	})
	if len(findings) > 0 || len(texts) != 2 {
		t.Fatalf("%v %v", texts, findings)
	}
	if texts[0].Name != "text/economy.txt" || load.PhraseOf(texts[0]) != "economy" || load.PhraseOf(texts[1]) != "section" {
		t.Errorf("%q %q", texts[0].Name, texts[1].Name)
	}
	if texts[1].Text != "甲\n乙" {
		t.Errorf("byte order mark and line ends are kept: %q", texts[1].Text)
	}
}

func TestTextsThatCannotBeReadAreFound(t *testing.T) {
	_, findings := load.Phrases(fstest.MapFS{"text/a.txt": {Data: []byte("\xff\xfe")}, "text/b.txt": {Mode: 0o600 | 1<<31}})
	if len(findings) != 2 || findings[0].Code != diag.BadYAML || findings[0].Place.File != "text/a.txt" {
		t.Errorf("%v", findings)
	}
	if texts, findings := load.Phrases(fstest.MapFS{"style.yaml": {}}); texts != nil || findings != nil {
		t.Error("a template need not have texts")
	}
}
