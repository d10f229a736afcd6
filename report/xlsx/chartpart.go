package xlsx

import (
	"fmt"
	"strconv"
)

// The part of a chart, in the order of its elements (ECMA-376 part 1, 21.2.2.29).

const (
	chartSpace   = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	drawingSpace = "http://schemas.openxmlformats.org/drawingml/2006/main"
)

// thinLine is what axes and the lines across a chart are drawn with.
const thinLine = `<spPr><a:ln w="9525" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="15000"/><a:lumOff val="85000"/></a:schemeClr></a:solidFill></a:ln></spPr>`

// How texts lie in a chart and at its axes, where they are not turned.
const (
	lies       = `<a:bodyPr rot="0" spcFirstLastPara="0" anchorCtr="0"/>`
	liesAtAxis = `<a:bodyPr rot="0" spcFirstLastPara="1" vertOverflow="ellipsis" vert="horz" wrap="square" anchor="ctr" anchorCtr="1"/>`
)

// appendPart writes the chart's part.
func (c *native) appendPart(b []byte) []byte {
	b = append(b, xmlHeader+`<chartSpace xmlns="`+chartSpace+`" xmlns:a="`+drawingSpace+`"><date1904 val="0"/><lang val="zh-CN"/><roundedCorners val="0"/>`...)
	b = append(b, `<chart><title><tx><rich>`+lies+`<a:p><a:pPr><a:defRPr/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="0">`+inked(titleInk, heiti)+`</a:rPr><a:t>`...)
	b = append(appendEscaped(b, c.caption, inElement), `</a:t></a:r></a:p></rich></tx><overlay val="0"/></title><autoTitleDeleted val="0"/><plotArea><layout/>`...)
	b = c.appendForm(b)
	if c.form != pieForm {
		b = c.appendAxes(b)
	}
	b = append(b, `</plotArea>`...)
	if c.legend != "" {
		b = append(b, `<legend><legendPos val="`+c.legend+`"/><overlay val="0"/>`+small(lies, labelInk)+`</legend>`...)
	}
	return append(b, `<plotVisOnly val="0"/><dispBlanksAs val="gap"/></chart><spPr><a:ln><a:noFill/></a:ln></spPr></chartSpace>`...)
}

// inked is the ink and the face of a text.
func inked(ink, face string) string {
	return filling(ink) + `<a:latin typeface="` + face + `"/><a:ea typeface="` + face + `"/><a:cs typeface="` + face + `"/>`
}

func filling(colour string) string {
	return `<a:solidFill><a:srgbClr val="` + colour + `"/></a:solidFill>`
}

// small is how labels are written.
func small(lies, ink string) string {
	return `<txPr>` + lies + `<a:p><a:pPr><a:defRPr sz="900" b="0">` + inked(ink, songti) + `</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></txPr>`
}

// The ids of the axes.
const (
	categoryAxis = "100000000"
	valueAxis    = "100000001"
)

// appendForm writes the series in the form that they are drawn in.
func (c *native) appendForm(b []byte) []byte {
	b = append(b, `<`+c.form+`>`...)
	vary := c.form == pieForm || c.stacked
	switch {
	case c.stacked:
		b = append(b, `<barDir val="bar"/><grouping val="percentStacked"/>`...)
	case c.form == barForm && c.lying:
		b = append(b, `<barDir val="bar"/><grouping val="clustered"/>`...)
	case c.form == barForm:
		b = append(b, `<barDir val="col"/><grouping val="clustered"/>`...)
	case c.form == lineForm:
		b = append(b, `<grouping val="standard"/>`...)
	}
	b = append(b, `<varyColors val="`+oneIf(vary)+`"/>`...)
	for i := range c.series {
		b = c.appendSeries(b, i)
	}
	if c.form != pieForm {
		b = append(b, `<dLbls>`+c.labels.shown()+`</dLbls>`...)
	}
	if c.gap > 0 {
		b = fmt.Appendf(b, `<gapWidth val="%d"/>`, c.gap)
	}
	if c.overlap {
		b = append(b, `<overlap val="100"/>`...)
	}
	switch c.form {
	case lineForm:
		b = append(b, `<marker val="1"/>`...)
		fallthrough
	case barForm:
		b = append(b, `<axId val="`+categoryAxis+`"/><axId val="`+valueAxis+`"/>`...)
	}
	return append(b, `</`+c.form+`>`...)
}

func oneIf(yes bool) string {
	if yes {
		return "1"
	}
	return "0"
}

// appendSeries writes the i-th series.
func (c *native) appendSeries(b []byte, i int) []byte {
	s := &c.series[i]
	b = fmt.Appendf(b, `<ser><idx val="%d"/><order val="%[1]d"/><tx><strRef><f>`, i)
	b = append(append(b, s.name...), `</f></strRef></tx>`...)
	switch c.form {
	case barForm:
		b = append(b, `<spPr>`+filling(s.colour)+`</spPr><invertIfNegative val="0"/>`...)
	case lineForm:
		b = append(b, `<spPr><a:ln w="25400" cap="rnd">`+filling(s.colour)+`</a:ln></spPr><marker><symbol val="`+s.marker+`"/><size val="6"/><spPr>`+filling(s.colour)+`</spPr></marker>`...)
	}
	for n := range s.parts {
		b = append(b, `<dPt><idx val="`+strconv.Itoa(n)+`"/><spPr>`+filling(palette[n%len(palette)])+`</spPr></dPt>`...)
	}
	b = append(b, `<dLbls><spPr><a:noFill/></spPr>`+small(lies, s.ink)...)
	if s.labelAt != "" {
		b = append(b, `<dLblPos val="`+s.labelAt+`"/>`...)
	}
	b = append(b, c.labels.shown()...)
	if c.form == pieForm {
		b = append(b, `<showLeaderLines val="1"/>`...)
	}
	b = append(b, `</dLbls><cat><strRef><f>`+s.categories+`</f></strRef></cat><val><numRef><f>`+s.values+`</f></numRef></val>`...)
	if c.form == lineForm {
		b = append(b, `<smooth val="0"/>`...)
	}
	return append(b, `</ser>`...)
}

// shown says which labels there are.
func (l labels) shown() string {
	return `<showLegendKey val="0"/><showVal val="` + oneIf(l.value) + `"/><showCatName val="` + oneIf(l.category) +
		`"/><showSerName val="0"/><showPercent val="` + oneIf(l.percent) + `"/><showBubbleSize val="0"/>`
}

// appendAxes writes the axis of the categories, which is turned so that the first
// bar that lies is on top, with labels below bars that go down, and that of the
// values.
func (c *native) appendAxes(b []byte) []byte {
	order, at := "minMax", "b"
	if c.lying {
		order, at = "maxMin", "t"
	}
	const ticks = `<numFmt formatCode="General" sourceLinked="0"/><majorTickMark val="none"/><minorTickMark val="none"/>`
	text := thinLine + small(liesAtAxis, labelInk)
	b = append(b, `<catAx><axId val="`+categoryAxis+`"/><scaling><orientation val="`+order+`"/></scaling><delete val="0"/><axPos val="`+at+`"/>`...)
	b = append(b, ticks+`<tickLblPos val="low"/>`+text+`<crossAx val="`+valueAxis+`"/><crosses val="autoZero"/>`...)
	b = append(b, `<auto val="1"/><lblAlgn val="ctr"/><lblOffset val="100"/><noMultiLvlLbl val="0"/></catAx>`...)
	b = append(b, `<valAx><axId val="`+valueAxis+`"/><scaling><orientation val="minMax"/>`...)
	if c.fromZero {
		b = append(b, `<min val="0"/>`...)
	}
	b = append(b, `</scaling><delete val="`+oneIf(!c.scale)+`"/><axPos val="l"/>`...)
	if c.scale {
		b = append(b, `<majorGridlines>`+thinLine+`</majorGridlines>`...)
	}
	return append(b, ticks+`<tickLblPos val="nextTo"/>`+text+`<crossAx val="`+categoryAxis+`"/><crosses val="autoZero"/><crossBetween val="between"/></valAx>`...)
}
