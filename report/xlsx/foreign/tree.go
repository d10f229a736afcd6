package foreign

import (
	"bytes"
	"encoding/xml"
	"iter"
	"strings"
)

// Element is an element of a part, with the prefixes as they are written, so that
// what is not changed reads as it did.
type Element struct {
	Name  string // as written, with its prefix: xdr:row
	Attrs []Attr
	Kids  []Node
}

// Attr is an attribute; its name is as written.
type Attr struct{ Name, Value string }

// Node is an element or a text.
type Node struct {
	Element *Element
	Text    string
}

// Tree is what the part holds, as it stands in Body. Of a part that is no XML by
// its name there is an empty element: it has not been held against the limits.
func (p *Part) Tree() *Element {
	if !p.isXML() {
		return &Element{}
	}
	return parse(p.Body)
}

// parse reads XML that has been scanned. What is none gives an empty element.
func parse(body []byte) *Element {
	d := xml.NewDecoder(bytes.NewReader(body))
	root := &Element{}
	open := []*Element{root}
	for {
		token, err := d.RawToken()
		if err != nil {
			break
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			e := &Element{Name: written(t.Name)}
			for _, a := range t.Attr {
				e.Attrs = append(e.Attrs, Attr{written(a.Name), a.Value})
			}
			top.Kids = append(top.Kids, Node{Element: e})
			open = append(open, e)
		case xml.EndElement:
			if len(open) > 1 {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			top.Kids = append(top.Kids, Node{Text: string(t)})
		}
	}
	for e := range root.Elements() {
		return e
	}
	return root
}

func written(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// New is an element with attributes, given as names and values.
func New(name string, attributes ...string) *Element {
	e := &Element{Name: name}
	for i := 0; i+1 < len(attributes); i += 2 {
		e.Attrs = append(e.Attrs, Attr{attributes[i], attributes[i+1]})
	}
	return e
}

// Local is the name without its prefix.
func (e *Element) Local() string {
	return e.Name[strings.IndexByte(e.Name, ':')+1:]
}

// Sibling is a name with the prefix that e has.
func (e *Element) Sibling(local string) string {
	return e.Name[:strings.IndexByte(e.Name, ':')+1] + local
}

// Attr is an attribute's value; a name without a prefix stands for one with any.
func (e *Element) Attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	for _, a := range e.Attrs {
		if a.Name[strings.IndexByte(a.Name, ':')+1:] == name {
			return a.Value
		}
	}
	return ""
}

// Set gives an attribute a value; none takes it away.
func (e *Element) Set(name, value string) {
	for i := range e.Attrs {
		if e.Attrs[i].Name == name {
			if value == "" {
				e.Attrs = append(e.Attrs[:i:i], e.Attrs[i+1:]...)
				return
			}
			e.Attrs[i].Value = value
			return
		}
	}
	if value != "" {
		e.Attrs = append(e.Attrs, Attr{name, value})
	}
}

// Elements are the elements right inside e.
func (e *Element) Elements() iter.Seq[*Element] {
	return func(yield func(*Element) bool) {
		for _, n := range e.Kids {
			if n.Element != nil && !yield(n.Element) {
				return
			}
		}
	}
}

// Named are the elements right inside e that have a name, whatever their prefix.
func (e *Element) Named(local string) iter.Seq[*Element] {
	return func(yield func(*Element) bool) {
		for k := range e.Elements() {
			if k.Local() == local && !yield(k) {
				return
			}
		}
	}
}

// First is the first element right inside e with a name, or nil.
func (e *Element) First(local string) *Element {
	for k := range e.Named(local) {
		return k
	}
	return nil
}

// All are e and all elements inside it, at any depth.
func (e *Element) All() iter.Seq[*Element] {
	return func(yield func(*Element) bool) { e.each(yield) }
}

func (e *Element) each(yield func(*Element) bool) bool {
	if !yield(e) {
		return false
	}
	for k := range e.Elements() {
		if !k.each(yield) {
			return false
		}
	}
	return true
}

// Text is all text in e.
func (e *Element) Text() string {
	if len(e.Kids) == 1 && e.Kids[0].Element == nil {
		return e.Kids[0].Text
	}
	var b strings.Builder
	for _, n := range e.Kids {
		if n.Element != nil {
			b.WriteString(n.Element.Text())
		}
		b.WriteString(n.Text)
	}
	return b.String()
}

// SetText puts a text in the place of what e holds.
func (e *Element) SetText(s string) { e.Kids = []Node{{Text: s}} }

// Add puts an element at the end of e.
func (e *Element) Add(k *Element) { e.Kids = append(e.Kids, Node{Element: k}) }

// Clone is a copy that shares nothing with e.
func (e *Element) Clone() *Element {
	c := &Element{Name: e.Name, Attrs: append([]Attr(nil), e.Attrs...)}
	for _, n := range e.Kids {
		if n.Element != nil {
			n.Element = n.Element.Clone()
		}
		c.Kids = append(c.Kids, n)
	}
	return c
}

// Bytes are e as a part.
func (e *Element) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e.write(&b)
	return b.Bytes()
}

func (e *Element) write(b *bytes.Buffer) {
	b.WriteByte('<')
	b.WriteString(e.Name)
	for _, a := range e.Attrs {
		b.WriteByte(' ')
		b.WriteString(a.Name)
		b.WriteString(`="`)
		_ = xml.EscapeText(b, []byte(a.Value)) // a Buffer takes everything
		b.WriteByte('"')
	}
	if len(e.Kids) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	for _, n := range e.Kids {
		if n.Element != nil {
			n.Element.write(b)
		} else {
			_ = xml.EscapeText(b, []byte(n.Text))
		}
	}
	b.WriteString("</")
	b.WriteString(e.Name)
	b.WriteByte('>')
}
