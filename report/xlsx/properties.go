package xlsx

import (
	"encoding/xml"
	"errors"
	"fmt"
)

// properties says what the file is, by whom and from when (ECMA-376 part 2, 11, and
// part 1, 22.2). Excelize's own name its author and the year 2006.
func (b *book) properties(a *archive) error {
	d := b.doc.Published
	day := fmt.Sprintf("%04d-%02d-%02dT00:00:00Z", d.Year, d.Month, d.Day)
	issuer := b.doc.Issuer
	if issuer == "" {
		issuer = b.doc.District
	}
	core := []byte(xml.Header + `<coreProperties xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	core = appendProperty(core, "dc:title", b.doc.Title)
	core = appendProperty(core, "dc:subject", b.doc.District+" "+b.doc.Period)
	core = appendProperty(core, "dc:creator", issuer)
	core = appendProperty(core, "lastModifiedBy", issuer)
	core = appendProperty(core, "dc:language", "zh-CN")
	core = fmt.Appendf(core, `<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>`+
		`<dcterms:modified xsi:type="dcterms:W3CDTF">%[1]s</dcterms:modified></coreProperties>`, day)

	app := []byte(xml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"` +
		` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`)
	app = appendProperty(app, "Company", issuer)
	app = append(app, `<Application>jianbao</Application><AppVersion>1.0000</AppVersion></Properties>`...)
	return errors.Join(a.put(corePart, core), a.put(appPart, app))
}

// appendProperty writes a property, unless it says nothing.
func appendProperty(b []byte, name, text string) []byte {
	text, _, _ = cleaned(text)
	if text == "" {
		return b
	}
	b = append(append(append(b, '<'), name...), '>')
	b = appendEscaped(b, text, inElement)
	return append(append(append(b, `</`...), name...), '>')
}
