package typeface

import (
	"strings"
	"unicode/utf16"
)

// Numbers of the names in table name (OpenType specification).
const (
	nameCopyright  = 0
	nameFamily     = 1
	nameStyle      = 2
	nameUnique     = 3
	nameFull       = 4
	nameVersion    = 5
	namePostScript = 6
	nameLicence    = 13
	nameLicenceURL = 14
)

// PostScriptName is the name of the face for programs, such as "NotoSansSC-Bold": printable ASCII, at most 63
// characters, none of which has a meaning in PostScript or PDF; "" when the file gives no such name.
func (f *Face) PostScriptName() string {
	name := f.name(namePostScript)
	if len(name) > 63 || strings.ContainsFunc(name, func(r rune) bool {
		return r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%#", r)
	}) {
		return ""
	}
	return name
}

// name is a name of the face in English: as Windows programs find it or, failing that, as Macintosh programs do.
func (f *Face) name(id uint16) string {
	t := f.tables["name"]
	if len(t) < 6 {
		return ""
	}
	n, strs := int(be.Uint16(t[2:])), int(be.Uint16(t[4:]))
	macintosh := ""
	for i := 0; i < n && 6+12*(i+1) <= len(t); i++ {
		rec := t[6+12*i:]
		platform, encoding, language := be.Uint16(rec), be.Uint16(rec[2:]), be.Uint16(rec[4:])
		from := strs + int(be.Uint16(rec[10:]))
		to := from + int(be.Uint16(rec[8:]))
		if be.Uint16(rec[6:]) != id || to > len(t) {
			continue
		}
		switch {
		case platform == 3 && encoding == 1 && language == 0x409:
			return fromUTF16(t[from:to])
		case platform == 1 && encoding == 0 && language == 0:
			macintosh = string(t[from:to])
		}
	}
	return macintosh
}

// renamed writes a table of names for a changed copy of the face.
func (f *Face) renamed(family, style string) []byte {
	full := family + " " + style
	postScript := strings.ReplaceAll(family, " ", "") + "-" + strings.ReplaceAll(style, " ", "")
	version := f.name(nameVersion)
	names := []struct {
		id   uint16
		text string
	}{
		{nameCopyright, f.name(nameCopyright)},
		{nameFamily, family},
		{nameStyle, style},
		{nameUnique, postScript + ";" + version},
		{nameFull, full},
		{nameVersion, version},
		{namePostScript, postScript},
		{nameLicence, f.name(nameLicence)},
		{nameLicenceURL, f.name(nameLicenceURL)},
	}
	table := be.AppendUint16([]byte{0, 0}, uint16(len(names)))
	table = be.AppendUint16(table, uint16(6+12*len(names)))
	var strs []byte
	for _, n := range names {
		text := toUTF16(n.text)
		for _, v := range []int{3, 1, 0x409, int(n.id), len(text), len(strs)} {
			table = be.AppendUint16(table, uint16(v))
		}
		strs = append(strs, text...)
	}
	return append(table, strs...)
}

func fromUTF16(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = be.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

func toUTF16(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = be.AppendUint16(b, u)
	}
	return b
}
