package load

import (
	"io/fs"
	"reflect"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"

	"jianbao/report/diag"
	"jianbao/report/style"
)

// styleFile is what holds the looks in a template's folder.
const styleFile = "style.yaml"

// Style reads the looks of the template in the folder files. Every key must be
// there and no other; with findings the style is not to be used.
func Style(files fs.FS) (style.Style, []diag.Finding) {
	var made style.Style
	limits := DefaultLimits()
	raw, problem := readInside(files, styleFile, limits.YAMLBytes)
	if problem != nil {
		return made, []diag.Finding{problem.finding(diag.Place{File: styleFile})}
	}
	r := newReader(styleFile, raw, files, limits)
	if root := r.parse(); root != nil && r.prepare(root) {
		d := styleDecoder{r: r, places: map[string]diag.Place{}}
		d.mapping(entry{value: root}, "", reflect.ValueOf(&made).Elem())
		if len(r.found.findings) == 0 {
			d.check(made)
		}
	}
	return made, r.found.sorted(styleFile)
}

// styleDecoder takes YAML over into the fields of a style, by their names.
type styleDecoder struct {
	r      *reader
	places map[string]diag.Place // of each key, as in heading.size
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
		got, ok := given[key]
		if !ok || isNull(got.value) {
			d.r.report(diag.MissingKey, d.r.place(e.value), diag.Say("%s缺少“%s”", "%s lacks %q", what, key))
			continue
		}
		d.places[path+key] = d.r.place(got.value)
		d.value(got, path+key, to.Field(i))
	}
}

func (d *styleDecoder) value(e entry, path string, to reflect.Value) {
	switch to.Kind() {
	case reflect.Struct:
		d.mapping(e, path, to)
	case reflect.Float64:
		to.SetFloat(d.length(e))
	case reflect.String:
		t, _ := d.r.scalar(e)
		to.SetString(t.Value)
	case reflect.Slice:
		for _, t := range d.r.texts(e) {
			to.Set(reflect.Append(to, reflect.ValueOf(t.Value)))
		}
	}
}

var plainLength = regexp.MustCompile(`^-?[0-9]{1,9}(\.[0-9]{1,9})?$`)

// length reads millimetres or points, written without their unit.
func (d *styleDecoder) length(e entry) float64 {
	t, ok := d.r.scalar(e)
	if !ok {
		return 0
	}
	if !plainLength.MatchString(t.Value) {
		d.r.report(diag.BadValue, t.Place, diag.Say("“%s”应是不带单位的数，写的是“%s”", "%q should be a number without a unit, not %q", e.key.Value, shortened(t.Value)))
		return 0
	}
	v, _ := strconv.ParseFloat(t.Value, 64)
	return v
}

// check puts what cannot be used at its place.
func (d *styleDecoder) check(s style.Style) {
	for _, p := range s.Check() {
		at, ok := d.places[p.Key]
		if !ok {
			at = diag.Place{File: styleFile}
		}
		d.r.report(diag.BadValue, at, diag.Say("%s：%s", "%s: %s", p.Key, p.Say))
	}
}
