package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// producer names what made the file's bytes; the program that made the document is Meta.Creator.
const producer = "jianbao (gofpdf)"

// information is the document information dictionary (ISO 32000-1, 14.3.3). It agrees with xmp.
func information(m Meta) []byte {
	o := []byte("<<")
	for _, field := range []struct{ key, text string }{
		{"Title", m.Title}, {"Author", m.Author}, {"Subject", m.Subject}, {"Creator", m.Creator}, {"Producer", producer},
	} {
		if field.text != "" {
			o = fmt.Appendf(o, "/%s %s ", field.key, textString(field.text))
		}
	}
	if !m.Published.IsZero() {
		date := m.Published.UTC().Format("20060102150405")
		o = fmt.Appendf(o, "/CreationDate (D:%s+00'00') /ModDate (D:%[1]s+00'00')", date)
	}
	return append(o, ">>"...)
}

// accessibilitySchema explains pdfuaid:part, which is not among the properties that PDF/A-2 knows (ISO 19005-2, 6.6.2.3.3).
const accessibilitySchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" ` +
	`xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

// xmp is the same as an XMP packet (ISO 16684-1), which says besides the language, the format, and what the file holds
// itself to: PDF/A-2b (ISO 19005-2, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5).
func xmp(m Meta) []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" +
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"" +
		" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n" +
		"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n" +
		"<dc:format>application/pdf</dc:format>\n" +
		"<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>\n")
	element := func(form, text string) {
		if text != "" {
			fmt.Fprintf(&b, form+"\n", escaped(text))
		}
	}
	element(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>`, m.Title)
	element(`<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>`, m.Author)
	element(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>`, m.Subject)
	element(`<xmp:CreatorTool>%s</xmp:CreatorTool>`, m.Creator)
	element(`<pdf:Producer>%s</pdf:Producer>`, producer)
	if !m.Published.IsZero() {
		date := m.Published.UTC().Format("2006-01-02T15:04:05Z")
		element(`<xmp:CreateDate>%s</xmp:CreateDate>`, date)
		element(`<xmp:ModifyDate>%s</xmp:ModifyDate>`, date)
	}
	b.WriteString("</rdf:Description>\n" + accessibilitySchema + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return []byte(b.String())
}

// escaped is a text inside XML; characters that XML does not allow become U+FFFD.
func escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}
