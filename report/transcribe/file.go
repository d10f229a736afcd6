package transcribe

import (
	"strconv"

	"jianbao/report/diag"
	"jianbao/report/load"
)

// file is the data file.
func (t *transcript) file() load.Draft {
	parent, name := t.district()
	district := load.DraftMapping().With("name", load.DraftOf(name)).OnOneLine()
	if parent != "" {
		district = district.With("parent", load.DraftOf(parent))
	}
	d := load.DraftMapping().
		With("version", load.DraftFigure("1")).
		With("district", district).
		With("title", load.DraftOf(t.title())).
		With("period", load.DraftFigure(string(t.period))).
		With("published", load.DraftFigure(t.published()))
	sections := load.DraftList()
	for n, sec := range t.sections {
		if len(sec.indicators)+len(sec.tables) > 0 {
			sections.List = append(sections.List, t.sectionDraft(sec, n+1))
		}
	}
	d = d.With("sections", sections)
	d.Notes = append(d.Notes, "由工作簿 "+t.opt.Name+" 转成；核对后再用。")
	if remarks := t.allRemarks(); len(remarks) > 0 {
		d.Notes = append(d.Notes, "没有写入，或者要看一看的：")
		for _, r := range remarks {
			d.Notes = append(d.Notes, "  "+r.In(diag.ZH))
		}
	}
	return d
}

func (t *transcript) sectionDraft(sec *section, n int) load.Draft {
	d := load.DraftMapping().With("id", load.DraftOf("s"+strconv.Itoa(n))).With("title", load.DraftOf(sec.title))
	d.Notes = sec.notes
	if len(sec.indicators) > 0 {
		all := load.DraftList()
		for _, i := range sec.indicators {
			all.List = append(all.List, t.indicatorDraft(i))
		}
		d = d.With("indicators", all)
	}
	if len(sec.tables) > 0 {
		all := load.DraftList()
		for _, m := range sec.tables {
			all.List = append(all.List, t.tableDraft(m))
		}
		d = d.With("tables", all)
	}
	return d
}

func (t *transcript) indicatorDraft(i *indicator) load.Draft {
	d := load.DraftMapping().With("id", load.DraftOf(i.id)).With("name", load.DraftOf(i.name))
	if i.formula != "" {
		d = d.With("formula", load.DraftOf(i.formula))
	}
	if i.of != "" {
		d = d.With("of", load.DraftOf(i.of))
	}
	if i.share != "" {
		d = d.With("share", load.DraftFigure(i.share))
		i.observations[0].shared = true
	}
	if len(i.observations) == 1 {
		return observed(d, i.observations[0], t.period).OnOneLine()
	}
	all := load.DraftList()
	for _, o := range i.observations {
		period := o.period
		if period == "" {
			period = t.period
		}
		one := load.DraftMapping().With("period", load.DraftFigure(string(period)))
		all.List = append(all.List, observed(one, o, period).OnOneLine())
	}
	return d.With("observations", all)
}

// observed adds an observation to what holds it, which is of a period.
func observed(d load.Draft, o *observation, of reference) load.Draft {
	if o.period != "" && o.period != of {
		d = d.With("period", load.DraftFigure(string(o.period)))
	}
	switch {
	case o.shared:
	case o.missing || !o.hasFigure && o.yoy == "" && o.pop == "" && o.rank == "":
		d = d.With("value", load.DraftNull())
	case o.hasFigure:
		d = d.With("value", load.DraftFigure(o.value))
	}
	for _, k := range []struct{ name, text string }{{"unit", o.unit}, {"yoy", o.yoy}, {"pop", o.pop}, {"note", o.note}} {
		if k.text == "" {
			continue
		}
		if k.name == "yoy" || k.name == "pop" {
			d = d.With(k.name, load.DraftFigure(k.text))
		} else {
			d = d.With(k.name, load.DraftOf(k.text))
		}
	}
	if o.target {
		d = d.With("status", load.DraftOf("target"))
	}
	if o.rank != "" {
		d = d.With("rank", load.DraftFigure(o.rank))
	}
	return d
}
