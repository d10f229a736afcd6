package transcribe_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
)

var formulaCell = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?)(?: t="[a-z]+")?><f>([^<]*)</f>(<v></v>|<v/>)?</c>`)

// withValues puts the values of formulas into a workbook's sheets, which the library
// leaves out.
func withValues(t testing.TB, book []byte, sheets ...string) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	ok(t, err)
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, part := range from.File {
		r, err := part.Open()
		ok(t, err)
		body, err := io.ReadAll(r)
		ok(t, err)
		for i, s := range sheets {
			if part.Name != fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) {
				continue
			}
			body = formulaCell.ReplaceAllFunc(body, func(c []byte) []byte {
				m := formulaCell.FindSubmatch(c)
				value := values[s+"!"+string(m[1])]
				kind := ""
				if strings.HasPrefix(value, "#") {
					kind = ` t="e"`
				}
				return fmt.Appendf(nil, `<c r="%s"%s%s><f>%s</f><v>%s</v></c>`, m[1], m[2], kind, m[3], value)
			})
		}
		w, err := to.Create(part.Name)
		ok(t, err)
		_, err = w.Write(body)
		ok(t, err)
	}
	ok(t, to.Close())
	return out.Bytes()
}
