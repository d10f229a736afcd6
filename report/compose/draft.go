package compose

import (
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/figure"
	"jianbao/report/period"
)

// draft tells a section's figures where the data give it no text: results of the
// file's period first, then those of others, targets, and what tables add up to.
// It repeats what was published and adds no judgement; a section without figures
// has no draft.
func (c *composer) draft(s *dataset.Section) []string {
	d := &drafter{composer: c, section: s, told: map[*dataset.Observation]bool{}}
	d.results()
	d.endParagraph()
	d.earlier()
	d.targets()
	d.endParagraph()
	d.tables()
	d.endParagraph()
	return d.paragraphs
}

// drafter writes one section's draft.
type drafter struct {
	*composer
	section    *dataset.Section
	sentences  []string // of the paragraph begun
	paragraphs []string
	told       map[*dataset.Observation]bool
	counted    int // sentences that counted things, to vary their verb
}

// mostSentences is how many make a paragraph.
const mostSentences = 4

func (d *drafter) say(sentence string) {
	if len(d.sentences) >= mostSentences && !strings.HasPrefix(sentence, "其中") {
		d.endParagraph()
	}
	d.sentences = append(d.sentences, sentence+"。")
}

func (d *drafter) endParagraph() {
	if len(d.sentences) > 0 {
		d.paragraphs = append(d.paragraphs, strings.Join(d.sentences, ""))
		d.sentences = nil
	}
}

// results tells the current results, those of one period together and the file's
// own first.
func (d *drafter) results() {
	var tops []*dataset.Observation
	for _, i := range d.section.Indicators {
		if o := d.result(i); o != nil && d.toldAlone(i) {
			tops = append(tops, o)
		}
	}
	d.byPeriod(tops)
}

// toldAlone reports whether an indicator is not told as a part of another.
func (c *composer) toldAlone(i *dataset.Indicator) bool {
	whole := c.wholeOf(i)
	return whole == nil || c.result(whole) == nil
}

// earlier tells figures of other periods that have something of their own to say:
// a change or a rank.
func (d *drafter) earlier() {
	var all []*dataset.Observation
	for _, i := range d.section.Indicators {
		var latest *dataset.Observation
		for _, o := range i.Observations {
			if o.Status == dataset.Target || d.told[o] || !d.says(o) || o.YoY == nil && o.PoP == nil && o.Rank == nil {
				continue
			}
			if latest == nil || o.Period.Compare(latest.Period) > 0 {
				latest = o
			}
		}
		if latest != nil {
			all = append(all, latest)
		}
	}
	d.byPeriod(all)
}

// byPeriod tells observations, those of one period together.
func (d *drafter) byPeriod(all []*dataset.Observation) {
	var periods []period.Period
	grouped := map[period.Period][]*dataset.Observation{}
	for _, o := range all {
		if grouped[o.Period] == nil {
			periods = append(periods, o.Period)
		}
		grouped[o.Period] = append(grouped[o.Period], o)
		d.told[o] = true
	}
	if len(grouped[d.d.Period]) > 0 {
		d.group(d.d.Period, grouped[d.d.Period])
	}
	for _, p := range periods {
		if p != d.d.Period {
			d.group(p, grouped[p])
		}
	}
}

// group tells the observations of one period, neighbours together in sentences.
func (d *drafter) group(p period.Period, all []*dataset.Observation) {
	opening := d.called(p) + "，" + d.region()
	for len(all) > 0 {
		var n int
		if d.isDetailed(all[0]) {
			n = d.detailed(opening, all)
		} else {
			n = d.plainly(opening, all)
		}
		opening, all = "", all[n:]
	}
}

// called is a period at the beginning of a sentence. The file's own has its year in
// the first section only, so that not every one begins alike: 上半年, 全年.
func (d *drafter) called(p period.Period) string {
	name := p.Chinese()
	switch {
	case p.IsPoint():
		return "截至" + name
	case p != d.d.Period || d.section == d.d.Sections[0]:
		return name
	case p.Months() == 12:
		return "全年"
	}
	if _, part, ok := strings.Cut(name, "年"); ok && part != "" && !strings.Contains(part, "—20") {
		return part // of one year
	}
	return name
}

// How many clauses make a sentence: of figures that stand by themselves, and of
// those of which more is said.
const (
	mostPlain    = 4
	mostDetailed = 3
)

// isDetailed reports whether more is said of an observation than its figure.
func (d *drafter) isDetailed(o *dataset.Observation) bool {
	return d.details(o) != "" || len(d.partsOf(o)) > 0
}

// isCount reports whether a figure counts things that the district has.
func (d *drafter) isCount(o *dataset.Observation) bool {
	f := d.figure(o.Ref(), o.Figure)
	return f.Absent == figure.Present && f.Hedge == figure.Plain && f.Unit.Counting() && f.Number.Sign() > 0 && !saysVerb(o.Indicator.Name.Value)
}

// detailed tells figures of which more is said: 甲12.6亿元，同比增长5.9%；乙…. Parts
// of the last follow in a sentence of their own, a single one in the same: 公路925公里，
// 其中新建320公里. It gives how many it told.
func (d *drafter) detailed(opening string, all []*dataset.Observation) int {
	var clauses []string
	for _, o := range all {
		if len(clauses) == mostDetailed || !d.isDetailed(o) {
			break
		}
		verb := ""
		if len(clauses) == 0 && opening != "" {
			verb = leadVerb(o.Indicator.Name.Value, d.figure(o.Ref(), o.Figure))
		}
		clauses = append(clauses, verb+d.level(o)+d.details(o))
		if len(d.partsOf(o)) > 0 {
			break
		}
	}
	sentence := opening + strings.Join(clauses, "；")
	switch parts := d.partsOf(all[len(clauses)-1]); len(parts) {
	case 0:
		d.say(sentence)
	case 1:
		d.say(sentence + "，其中" + d.part(parts[0]))
	default:
		d.say(sentence)
		var told []string
		for _, part := range parts {
			told = append(told, d.part(part))
		}
		d.say("其中，" + strings.Join(told, "；"))
	}
	return len(clauses)
}

// The verbs for what a district has, in turn.
var countVerbs = [...]string{"有", "拥有", "现有"}

// plainly tells figures that stand by themselves, counts that follow each other
// as one list: 全区有甲12家、乙7个，丙达到1300万吨. It gives how many it told. A list
// begins a sentence, since what is counted belongs to the district; none of one
// clause is left over at the end.
func (d *drafter) plainly(opening string, all []*dataset.Observation) (told int) {
	var clauses []string
	for told < len(all) && !d.isDetailed(all[told]) && (len(clauses) < mostPlain || told == len(all)-1) {
		var list []string
		for _, o := range all[told:] {
			if len(list) == mostListed || !d.isCount(o) || d.isDetailed(o) {
				break
			}
			list = append(list, d.level(o))
		}
		begins := len(clauses) == 0
		switch {
		case len(list) > 1 && !begins:
			d.say(opening + strings.Join(clauses, "，"))
			return told
		case len(list) > 0 && begins:
			if opening == "" {
				opening = d.region()
			}
			clauses = append(clauses, countVerbs[d.counted%len(countVerbs)]+strings.Join(list, "、"))
			d.counted++
		case len(list) > 0:
			clauses = append(clauses, list[0])
		case begins:
			o, verb := all[told], ""
			if opening != "" {
				verb = leadVerb(o.Indicator.Name.Value, d.figure(o.Ref(), o.Figure))
			}
			clauses = append(clauses, verb+d.level(o))
		default:
			repeated := repeatedName(all[told-1].Indicator.Name.Value, all[told].Indicator.Name.Value)
			clauses = append(clauses, strings.TrimPrefix(d.level(all[told]), repeated))
		}
		told += max(len(list), 1)
	}
	d.say(opening + strings.Join(clauses, "，"))
	return told
}

// mostListed is how many counts make one list.
const mostListed = 5

func (d *drafter) region() string { return words{composer: d.composer}.region() }

// partsOf are the results of an indicator's parts, of the same period.
func (d *drafter) partsOf(o *dataset.Observation) []*dataset.Observation {
	var parts []*dataset.Observation
	if o != o.Indicator.Current(d.d.Period) {
		return nil
	}
	for _, i := range d.below[o.Indicator] {
		if part := d.result(i); part != nil && part.Period == o.Period {
			parts = append(parts, part)
		}
	}
	return parts
}

// part tells a part and what share of the whole it is; its own parts in brackets.
func (d *drafter) part(o *dataset.Observation) string {
	d.told[o] = true
	said := d.level(o) + d.details(o)
	if share := o.Indicator.Share; share != nil && d.figure(o.Ref(), o.Figure).Absent == figure.Present {
		word := "，占"
		if share.Figure.Hedge != figure.Plain {
			word = "，占比"
		}
		said += word + share.Figure.String()
	}
	var inner []string
	for _, i := range d.below[o.Indicator] {
		if part := d.result(i); part != nil && !d.told[part] && part.Period == o.Period {
			d.told[part] = true
			inner = append(inner, d.level(part))
		}
	}
	if len(inner) > 0 {
		said += "（其中" + strings.Join(inner, "、") + "）"
	}
	return said
}
