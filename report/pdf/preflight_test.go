package pdf_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/report/typeset/typesettest"
)

// jars are where Debian's libpdfbox2-java, libfontbox2-java, libcommons-logging-java, libcommons-io-java,
// libjaxb-api-java and libactivation-java put what Preflight consists of.
const jars = "/usr/share/java"

// PDFBox Preflight knows PDF/A-1b only. Of what that asks, the file lacks what PDF/A-2b does not: it says it is part 2, its
// fonts list their characters nowhere else than in the fonts (CIDSet), and its small objects are packed in streams.
func TestPassesPreflight(t *testing.T) {
	path := []string{}
	for _, name := range []string{"preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "jaxb-api", "javax.activation"} {
		jar := filepath.Join(jars, name+".jar")
		if _, err := os.Stat(jar); err != nil {
			t.Skip("needs " + jar)
		}
		path = append(path, jar)
	}
	if _, err := exec.LookPath("java"); err != nil {
		t.Skip("needs java")
	}
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, write(t, typesettest.Briefing(), meta), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("java", "-cp", strings.Join(path, ":"), "org.apache.pdfbox.preflight.Validator_A1b", file).CombinedOutput()
	if !strings.Contains(string(out), "The file a.pdf is not a valid PDF/A-1b file") {
		t.Fatalf("%v\n%s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "", strings.HasPrefix(line, "The file a.pdf"):
		case strings.HasSuffix(line, "/XRef cross reference streams are not allowed"):
		case strings.HasSuffix(line, "part must be 1"), strings.HasSuffix(line, "The CIDSet entry is missing for the Composite Subset"):
		default:
			t.Error(line)
		}
	}
}
