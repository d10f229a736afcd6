package style

import (
	"reflect"
	"strconv"
	"strings"
	"unicode"

	"jianbao/report/diag"
)

// Colour is an sRGB colour.
type Colour struct{ R, G, B uint8 }

// ParseColour reads "#rrggbb".
func ParseColour(s string) (Colour, bool) {
	if len(s) != 7 || s[0] != '#' {
		return Colour{}, false
	}
	v, err := strconv.ParseUint(s[1:], 16, 24)
	if err != nil {
		return Colour{}, false
	}
	return Colour{uint8(v >> 16), uint8(v >> 8), uint8(v)}, true
}

// Key is a field's name as a template writes it: LinePitch is line_pitch.
func Key(field string) string {
	var b strings.Builder
	for i, r := range field {
		if unicode.IsUpper(r) {
			if i > 0 {
				b.WriteByte('_')
			}
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Problem is something in a template that cannot be: the key, as in "heading.size", and why.
type Problem struct {
	Key string
	Say diag.Text
}

// Check lists what cannot be used in a style, in the order of its fields: sizes that are not positive, margins that
// leave no room for type, colours that are none. Whether a face exists is for those to say who have the faces.
func (s *Style) Check() []Problem {
	var c checker
	c.fields("", reflect.ValueOf(*s))
	p := s.Page
	if len(c.found) == 0 && (p.Width-p.Left-p.Right < 40 || p.Height-p.Top-p.Bottom < 60) {
		c.add("page", diag.Say("页边距过大：版心至少 40×60 毫米", "margins too large: the type area must be at least 40 by 60 mm"))
	}
	if !strings.Contains(p.Number, "{n}") {
		c.add("page.number", diag.Say("页码格式 %q 中没有 {n}", "the form of page numbers %q does not hold {n}", p.Number))
	}
	if p.NumberAt != "centre" && p.NumberAt != "outer" {
		c.add("page.number_at", diag.Say("页码位置 %q 应为 centre 或 outer", "the place of page numbers %q must be centre or outer", p.NumberAt))
	}
	return c.found
}

type checker struct{ found []Problem }

func (c *checker) add(key string, say diag.Text) { c.found = append(c.found, Problem{key, say}) }

// mayBeZero are the lengths that may be 0; all others are of something that must show.
var mayBeZero = map[string]bool{"Before": true, "After": true, "CellPadding": true, "RowPadding": true, "TitleRule": true,
	"Top": true, "Right": true, "Bottom": true, "Left": true}

// fields checks a struct's fields one by one, by their kind and name.
func (c *checker) fields(path string, v reflect.Value) {
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		key := path + Key(name)
		switch field := v.Field(i); field.Kind() {
		case reflect.Struct:
			c.fields(key+".", field)
		case reflect.Pointer:
			if !field.IsNil() {
				c.fields(key+".", field.Elem())
			}
		case reflect.Int:
			most := int64(mostCount)
			if name == "MostRows" {
				most = mostRows
			}
			if n := field.Int(); n < 1 || n > most {
				c.add(key, diag.Say("个数 %d 应为 1 到 %d", "the number %d must be from 1 to %d", n, most))
			}
		case reflect.Float64:
			c.length(key, name, field.Float())
		case reflect.String:
			c.word(key, name, field.String())
		case reflect.Slice:
			if name == "Fonts" { // which load has checked as it read them
				continue
			}
			if field.Len() == 0 {
				c.add(key, diag.Say("不能为空", "must not be empty"))
			}
			for j := range field.Len() {
				c.word(key, name, field.Index(j).String())
			}
		}
	}
}

// mostCount is more than any count in a style can mean but that of a table's rows,
// of which mostRows fill some thousands of pages.
const (
	mostCount = 100
	mostRows  = 100_000
)

func (c *checker) length(key, name string, v float64) {
	// The largest is wider than any office's paper; beyond it gofpdf's numbers and viewers' limits come into play.
	const largest = 2000
	if !(v >= 0 && v <= largest) || v == 0 && !mayBeZero[name] {
		c.add(key, diag.Say("长度 %v 应大于 0 且不超过 %d", "the length %v must be above 0 and at most %d", v, largest))
	}
}

func (c *checker) word(key, name, v string) {
	switch name {
	case "Colour", "RuleColour", "Accent", "Axis", "Track", "Palette":
		if _, ok := ParseColour(v); !ok {
			c.add(key, diag.Say("颜色 %q 应写作 #rrggbb", "the colour %q must be written #rrggbb", v))
		}
	default:
		if v == "" {
			c.add(key, diag.Say("不能为空", "must not be empty"))
		}
	}
}
