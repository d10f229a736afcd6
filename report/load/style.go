package load

import (
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/pattern"
	"jianbao/report/style"
)

// StyleFile is what holds the looks in a template's folder.
const StyleFile = "style.yaml"

// Style reads the looks of the template in the folder files, which may use the
// faces named and those of its own font files. Every key must be there unless
// its field is a pointer or the list of fonts, and no other. Findings name the
// file StyleFile; with any, the style is not to be used. The text read is given
// for findings' source lines.
func Style(files fs.FS, faces []string) (style.Style, dataset.Input, []diag.Finding) {
	var made style.Style
	limits := DefaultLimits()
	raw, problem := readInside(files, StyleFile, limits.YAMLBytes)
	if problem != nil {
		return made, dataset.Input{Name: StyleFile}, []diag.Finding{problem.finding(diag.Place{File: StyleFile})}
	}
	r := newReader(StyleFile, raw, files, limits)
	if root := r.parse(); root != nil && r.prepare(root) {
		d := styleDecoder{r: r, places: map[string]diag.Place{}, faces: faces}
		d.mapping(entry{value: root}, "", reflect.ValueOf(&made).Elem())
		d.knownFaces()
		if len(r.found.findings) == 0 {
			d.check(made)
		}
	}
	return made, dataset.Input{Name: StyleFile, Text: string(raw)}, r.found.sorted(StyleFile)
}

// styleDecoder takes YAML over into the fields of a style, by their names.
type styleDecoder struct {
	r      *reader
	places map[string]diag.Place // of each key, as in heading.size
	faces  []string              // there are
	asked  []dataset.Text        // the faces that keys ask for
}

func (d *styleDecoder) mapping(e entry, path string, to reflect.Value) {
	what := diag.Say("版式", "the style")
	if path != "" {
		what = diag.Say("版式的 %s ", "%s of the style", path)
		path += "."
	}
	if e.value.Kind != yaml.MappingNode {
		d.r.wrongShape(e, diag.Say("%s的一组“键: 值”", "the keys of %s", what), colonHint(e.value)...)
		return
	}
	known := make([]string, to.NumField())
	for i := range known {
		known[i] = style.Key(to.Type().Field(i).Name)
	}
	given := d.r.keys(e.value, what, known)
	for i, key := range known {
		got, ok := valueOf(given, key)
		if !ok || isNull(got.value) {
			if !mayLack(to.Field(i)) {
				d.r.report(diag.MissingKey, d.r.place(e.value), diag.Say("%s缺少“%s”", "%s lacks %q", what, key))
			}
			continue
		}
		d.places[path+key] = d.r.place(got.value)
		d.value(got, path+key, to.Field(i))
	}
}

// mayLack reports whether a key may be left out.
func mayLack(field reflect.Value) bool {
	_, fonts := field.Interface().([]style.Font)
	return fonts || field.Kind() == reflect.Pointer
}

func (d *styleDecoder) value(e entry, path string, to reflect.Value) {
	switch to.Kind() {
	case reflect.Struct:
		d.mapping(e, path, to)
	case reflect.Pointer:
		to.Set(reflect.New(to.Type().Elem()))
		d.mapping(e, path, to.Elem())
	case reflect.Float64:
		to.SetFloat(d.length(e))
	case reflect.Int:
		to.SetInt(d.count(e))
	case reflect.String:
		t, _ := d.r.scalar(e)
		to.SetString(t.Value)
		if e.key.Value == "face" {
			d.asked = append(d.asked, t)
		}
	case reflect.Slice:
		if path == "fonts" {
			to.Set(reflect.ValueOf(d.fonts(e)))
			return
		}
		for _, t := range d.r.texts(e) {
			to.Set(reflect.Append(to, reflect.ValueOf(t.Value)))
			if path == "fallback" {
				d.asked = append(d.asked, t)
			}
		}
	}
}

var plainLength = pattern.Of(`^-?[0-9]{1,9}(\.[0-9]{1,9})?$`)

// length reads millimetres or points, written without their unit.
func (d *styleDecoder) length(e entry) float64 {
	t, ok := d.r.scalar(e)
	if !ok {
		return 0
	}
	if !plainLength().MatchString(t.Value) {
		d.r.report(diag.BadValue, t.Place, diag.Say("“%s”应是不带单位的数，写的是“%s”", "%q should be a number without a unit, not %q", e.key.Value, shortened(t.Value)))
		return 0
	}
	v, _ := strconv.ParseFloat(t.Value, 64)
	return v
}

// count reads a whole number.
func (d *styleDecoder) count(e entry) int64 {
	t, ok := d.r.scalar(e)
	if !ok {
		return 0
	}
	if !plainLength().MatchString(t.Value) || strings.ContainsAny(t.Value, ".-") {
		d.r.report(diag.BadValue, t.Place, diag.Say("“%s”应是整数，写的是“%s”", "%q should be a whole number, not %q", e.key.Value, shortened(t.Value)))
		return 0
	}
	v, _ := strconv.ParseInt(t.Value, 10, 64)
	return v
}

// fontBytes is more than any office's font file holds; the largest single faces
// of Chinese have some 30 MB.
const fontBytes = 64 << 20

// fonts reads the template's own font files, in the order of the file.
func (d *styleDecoder) fonts(e entry) []style.Font {
	what := diag.Say("版式的 fonts ", "fonts of the style")
	if e.value.Kind != yaml.MappingNode {
		d.r.wrongShape(e, diag.Say("一组“字体名: 文件”", "names with their files"), colonHint(e.value)...)
		return nil
	}
	var names []string
	for i := 0; i+1 < len(e.value.Content); i += 2 {
		names = append(names, e.value.Content[i].Value)
	}
	var all []style.Font
	for _, got := range d.r.keys(e.value, what, names) {
		name := got.key.Value
		d.faces = append(d.faces[:len(d.faces):len(d.faces)], name)
		t, ok := d.r.scalar(got)
		if !ok {
			continue
		}
		f := style.Font{Name: name, Path: t.Value, Place: t.Place}
		clean, problem := inside(styleFile, t.Value)
		if problem == nil {
			f.File, problem = readInside(d.r.files, clean, fontBytes)
		}
		if problem != nil {
			d.r.found.add(problem.finding(t.Place))
			continue
		}
		all = append(all, f)
	}
	return all
}

// knownFaces reports faces asked for that there are not.
func (d *styleDecoder) knownFaces() {
	for _, t := range d.asked {
		if t.Value == "" || slices.Contains(d.faces, t.Value) {
			continue
		}
		hint := diag.Hint{Kind: "known-faces", Message: diag.Say("可用的字体：%s；自有的字体先在 fonts 里起名",
			"the faces are: %s; name a font file of your own under fonts", strings.Join(d.faces, ", "))}
		if near, ok := diag.Nearest(t.Value, d.faces); ok {
			hint = nearestKey(near)
		}
		d.r.report(diag.UnknownName, t.Place, diag.Say("没有字体“%s”", "there is no face %q", shortened(t.Value)), hint)
	}
}

// check puts what cannot be used at its place.
func (d *styleDecoder) check(s style.Style) {
	for _, p := range s.Check() {
		at, ok := d.places[p.Key]
		if !ok {
			at = diag.Place{File: StyleFile}
		}
		d.r.report(diag.BadValue, at, diag.Say("%s：%s", "%s: %s", p.Key, p.Say))
	}
}
