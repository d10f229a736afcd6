package compose

import (
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/figure"
)

// level is an indicator's name and figure, with the word that joins them where
// there must be one: 优良率为79.6%, 钢铁生产能力达到1300万吨.
func (d *drafter) level(o *dataset.Observation) string {
	name := o.Indicator.Name.Value
	f := d.figure(o.Ref(), o.Figure)
	switch {
	case f.Absent == figure.Present && counted(name, f):
		return name
	case f.Absent == figure.Present:
		return name + joint(name, f) + f.String() + d.marks(o)
	case o.Indicator.Share != nil:
		return name + "占比" + o.Indicator.Share.Figure.String() + d.marks(o)
	case o.Rank != nil:
		return name + rankVerb(name) + rankText(o.Rank)
	}
	return name // only its change was published
}

// repeatedName is the beginning of a name that the clause before has just said, and
// that is left out beside it: 交通项目 of 交通项目总投资, behind 交通项目29个.
func repeatedName(before, name string) string {
	for _, measure := range []string{"总投资", "投资额", "总产值", "营业收入", "总面积", "总里程"} {
		if thing, is := strings.CutSuffix(name, measure); is && thing != "" && strings.HasSuffix(before, thing) {
			return thing
		}
	}
	return ""
}

// rankVerb is what stands between a name and its place in an order: none where the
// name says that it is one, 考核排名第一位.
func rankVerb(name string) string {
	for _, word := range []string{"排名", "名次", "位次", "排位"} {
		if strings.HasSuffix(name, word) {
			return ""
		}
	}
	return "居"
}

// counted reports whether a name says how many there are: 三张清单.
func counted(name string, f figure.Figure) bool {
	said, p := words{}.chinese([]value{f})
	return p == nil && f.Unit.Counting() && f.Hedge == figure.Plain && strings.HasPrefix(name, printed(said))
}

// joint is what stands between a name and its figure.
func joint(name string, f figure.Figure) string {
	hedgedBefore := f.Word != "" && strings.HasPrefix(f.Text, f.Word)
	switch {
	case hedgedBefore || saysVerb(name):
		return ""
	case (f.Hedge == figure.AtLeast || f.Hedge == figure.AtMost) && !f.Unit.Counting():
		return "在" // 在10万元以上
	case f.Unit.Dimension == figure.Ratio || f.Number.Sign() < 0 || strings.Contains(f.Unit.Symbol, "/"):
		return "为"
	}
	return ""
}

// marks say that a figure is not final, or made of sample data.
func (d *drafter) marks(o *dataset.Observation) string {
	said := ""
	if o.Status == dataset.Preliminary || o.Status == dataset.Estimate {
		said = "（" + statusWords[o.Status] + "）"
	}
	if d.ofSamples(o) {
		said += sampleMark
	}
	return said
}

// ofSamples reports whether a figure is computed from a table of sample data.
func (d *drafter) ofSamples(o *dataset.Observation) bool {
	if o.Figure.Absent == figure.Present || o.Indicator.Formula == nil {
		return false
	}
	for _, t := range d.d.Tables() {
		if t.Sample && mentions(o.Indicator.Formula.Text, t.ID.Value) {
			return true
		}
	}
	return false
}

// mentions reports whether a formula names a table.
func mentions(formula, id string) bool {
	return strings.Contains(formula, "("+id+")") || strings.Contains(formula, id+".")
}

// details is what else is known of a figure, each after a comma: what it counts,
// its changes, its rank, how far it is towards its target.
func (d *drafter) details(o *dataset.Observation) string {
	var b strings.Builder
	bare := d.figure(o.Ref(), o.Figure).Absent != figure.Present && o.Indicator.Share == nil && o.Rank == nil
	said := func(text string) {
		if b.Len() > 0 || !bare {
			b.WriteString("，")
		}
		b.WriteString(text)
	}
	if names := namesOf(o.Indicator); len(names) > 1 && len(names) <= mostNames {
		told := "分别为" + strings.Join(names, "、")
		if counted(o.Indicator.Name.Value, d.figure(o.Ref(), o.Figure)) {
			b.WriteString(told) // 三张清单分别为需求、问题、帮扶
		} else {
			said(told)
		}
	} else if len(names) > 0 {
		said("包括" + strings.Join(names[:min(len(names), shownNames)], "、"))
		if len(names) > shownNames {
			b.WriteString("等")
		}
	}
	w := words{composer: d.composer, section: d.section}
	for _, f := range []func(words, *dataset.Observation) (value, *problem){words.yoy, words.pop} {
		if change, p := f(w, o); p == nil {
			said(printed(change))
		}
	}
	if before := d.yearEarlier(o); before != "" {
		b.WriteString("（" + before + "）")
	}
	if o.Rank != nil && d.figure(o.Ref(), o.Figure).Absent == figure.Present {
		said("居" + rankText(o.Rank))
	}
	if p, ok := d.reached[o]; ok {
		said(d.completed(p))
	}
	return b.String()
}

// Names of a list that are told: all of a few, else the first.
const (
	mostNames  = 6
	shownNames = 3
)

// yearEarlier tells the figure a year earlier where no change was published. What
// the change would be is not reckoned: of real growth it would say nothing.
func (d *drafter) yearEarlier(o *dataset.Observation) string {
	then := o.Indicator.In(o.Period.YearEarlier())
	if o.YoY != nil || then == nil || then.Status == dataset.Target || then.YoY != nil {
		return ""
	}
	f := d.figure(then.Ref(), then.Figure)
	if f.Absent != figure.Present {
		return ""
	}
	if then.Period.IsPoint() {
		return then.Period.Chinese() + "为" + f.String()
	}
	return "上年同期为" + f.String()
}

// leadVerb is the verb that a sentence begins with: 实现 what came in, 完成 what
// was put in; none where the name has one or the figure is no flow of money.
func leadVerb(name string, f figure.Figure) string {
	if f.Absent != figure.Present || joint(name, f) != "" || f.Hedge != figure.Plain && f.Hedge != figure.Odd ||
		f.Unit.Dimension != figure.Money || saysVerb(name) || strings.Contains(name, "人均") {
		return ""
	}
	for _, verb := range []struct{ says, endings string }{
		{"实现", "收入 总收入 产值 总产值 增加值 生产总值 总值 零售额 零售总额 销售额 交易额 成交额 利润 利润总额 税收 进出口 进出口总额 出口 出口额 营业额"},
		{"完成", "投资 投资额 工作量"},
	} {
		for ending := range strings.FieldsSeq(verb.endings) {
			if strings.HasSuffix(name, ending) {
				return verb.says
			}
		}
	}
	return ""
}

// verbs are those that names of indicators begin with, which say themselves what
// was done.
var verbs = strings.Fields("实现 完成 新建 建成 新增 新开工 新签 改造 改建 扩建 实施 引进 培育 发放 办理 开工 竣工 投产 签约 争取 用上 摘帽 稳定 " +
	"安排 铺开 推进 整治 治理 修复 建设 举办 组织 开展 帮扶 救助 受理 查处 拆除 收储 每年 五年 年均 养护 稳定脱贫 招引 落地 储备 入库")

// saysVerb reports whether the name of an indicator says what was done.
func saysVerb(name string) bool {
	for _, v := range verbs {
		if strings.HasPrefix(name, v) {
			return true
		}
	}
	return strings.Contains(name, "新增") || strings.Contains(name, "完成") // 城镇新增就业
}
