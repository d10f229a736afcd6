package prose

import (
	"slices"
	"strings"

	"jianbao/report/diag"
	"jianbao/report/exact"
	"jianbao/report/figure"
	"jianbao/report/pattern"
)

// groups says how many kinds there are whose figures 分别 begins: 三类, 四大产业.
var groups = pattern.Of(`([两二三四五六七八九]|\d)(?:大|个|项|类|种|级|部分|者|次|块|家)[^，。；、]{0,6}$`)

// partitions are the statements of 分别: as many figures as names, and if their
// number is said (三类分别为), together the whole that stands before.
func (p *passage) partitions() []statement {
	var all []statement
	for i := range p.all {
		words, ok := p.gap(i)
		before, after, found := strings.Cut(words, "分别")
		if !ok || !found || strings.ContainsAny(after, clauseMarks+"、") {
			continue
		}
		members := p.listFrom(i)
		if i > 0 {
			// 三类 before 分别 is a quantity itself.
			before = string(p.sentence[max(0, p.start(i-1)-longestGap):p.end(i-1)]) + before
		}
		named := groups().FindStringSubmatch(before)
		if s, ok := p.asMany(before, named, members); ok {
			all = append(all, s)
		}
		f, ok := p.levelLike(i, members[len(members)-1])
		if !ok || len(members) < 2 || !additive(f) {
			continue
		}
		whole, t, ok := p.wholeBefore(i, f)
		if !ok || strings.Contains(string(p.sentence[p.end(t):p.start(i)]), "其中") && named == nil {
			continue
		}
		if named == nil || strings.Contains(string(p.sentence[p.end(t):p.start(i)]), "其中") {
			all = append(all, p.within(t, members, whole, t, false))
			continue
		}
		sum, text := p.sumOf(members, t)
		s := statement{kind: sumStatement, subject: t, others: members}.hold(whole.Range, sum, whole.Unit)
		s.message = diag.Say("%s分别的数相加是%s，不是%s", "the figures of %s are together %s, not %s", named[0], text, whole)
		all = append(all, s)
	}
	return all
}

// listFrom are the quantities from the i-th on that 、 or 和 alone joins.
func (p *passage) listFrom(i int) []int {
	members := []int{i}
	for k := i + 1; k < min(len(p.all), i+mostMembers); k++ {
		words, _ := p.gap(k)
		if words == "" || strings.Trim(words, listMarks) != "" {
			break
		}
		members = append(members, k)
	}
	return members
}

// asMany judges that there are as many figures as kinds are said, or names
// listed, before 分别.
func (p *passage) asMany(before string, named []string, members []int) (statement, bool) {
	count, what := 0, ""
	if named != nil {
		count, what = digitOf(named[1]), named[0]
	} else {
		what = lastClause(before)
		count = namesIn(what)
	}
	if count < 2 || len(members) < 2 {
		return statement{}, false
	}
	s := statement{kind: listStatement, subject: members[0], others: members[1:], verdict: diag.Consistent, doubtful: true}
	if count != len(members) {
		s.verdict = diag.Inconsistent
		s.message = diag.Say("“%s分别”后面有%d个数", "%[2]d figures stand behind “%[1]s分别”", what, len(members))
	}
	return s, true
}

// portion is what 分别 makes of one of several figures.
type portion struct {
	own  []rune // its name, the third of three names for the third of three figures
	last []rune // the last of the names, if all may share its end
	lead string // the words behind 分别
}

// apportioned is the portion of the i-th quantity. A second 分别 without names
// repeats those of the first: 分别为10亿元和20亿元，同比分别增长3%和4%.
func (p *passage) apportioned(i int) (portion, bool) {
	first := i
	for ; ; first-- {
		words, isNear := p.gap(first)
		if !isNear || i-first > mostMembers {
			return portion{}, false
		}
		if strings.Contains(words, "分别") {
			break
		}
		if first == 0 || words == "" || strings.Trim(words, listMarks) != "" {
			return portion{}, false
		}
	}
	words, _ := p.gap(first)
	list, lead, _ := strings.Cut(words, "分别")
	count := len(p.listFrom(first))
	if changeWords.Replace(strings.Trim(list, "，,；")) == "" && first >= count && len(p.listFrom(first-count)) == count {
		made, ok := p.apportioned(i - count)
		made.lead = lead
		return made, ok
	}
	names := strings.FieldsFunc(lastClause(list), func(r rune) bool { return anyOf(r, listMarks) })
	if len(names) == 1 && count == 2 {
		names = parted(names[0])
	}
	if len(names) != count || count < 2 {
		return portion{}, false
	}
	made := portion{own: []rune(names[i-first]), last: []rune(names[count-1]), lead: lead}
	if whole := headed(made.own, []rune(names[0]), made.last); len(whole) > len(made.own) {
		made.own, made.last = whole, nil
	}
	return made, true
}

// joinedWords are two words told as one, and the two.
var joinedWords = [][3]string{{"城乡居民", "城镇居民", "农村居民"}, {"存贷款", "存款", "贷款"}, {"进出口", "进口", "出口"}}

// parted are the two names that a joined word makes of one: 城镇居民收入 and 农村居民收入 of
// 城乡居民收入. It is nil if there is none.
func parted(name string) []string {
	for _, w := range joinedWords {
		if strings.Contains(name, w[0]) {
			return []string{strings.Replace(name, w[0], w[1], 1), strings.Replace(name, w[0], w[2], 1)}
		}
	}
	return nil
}

// headed is a name of a list with the head that it leaves to the last of them:
// 第二产业增加值 of 第一、二、三产业增加值.
func headed(own, first, last []rune) []rune {
	ordinal := first[0] == '第'
	if ordinal && own[0] == '第' {
		own = own[1:]
	}
	if len(own) != 1 || len(last) < 2 {
		return own
	}
	if last[0] == '第' {
		last = last[1:]
	}
	own = append(slices.Clone(own), last[1:]...)
	if ordinal {
		own = append([]rune{'第'}, own...)
	}
	return own
}

// lastClause is what stands behind the last mark that parts clauses.
func lastClause(words string) string {
	const marks = "，。；：,;:"
	if at := strings.LastIndexAny(words, marks); at >= 0 {
		return strings.TrimLeft(words[at:], marks)
	}
	return words
}

// digitOf is the number of one digit, Arabic or Chinese.
func digitOf(text string) int {
	r := []rune(text)[0]
	if isDigit(r) {
		return int(r - '0')
	}
	return int(digitValues[r])
}

// namesIn is how many names a list has: 甲、乙和丙. It is 0 if that cannot be told.
func namesIn(list string) int {
	last := list[strings.LastIndex(list, "、")+1:]
	ands := 0
	for _, r := range "和及与" {
		ands += strings.Count(list, string(r))
	}
	inLast := 0
	for _, r := range "和及与" {
		inLast += strings.Count(last, string(r))
	}
	marks := strings.Count(list, "、")
	if ands > 1 || ands != inLast || marks == 0 && ands == 0 || strings.Contains(list, "等") {
		return 0
	}
	return marks + ands + 1
}

// shareWords lead from a part to its share of the whole.
var shareWords = pattern.Of(`^[，,、（(]?(?:占比|占|占到|占[^，。；全]{1,10}的|占全部[^，。；]{0,8}的|占总[数量额]|占总投资|比重为?|完成率为?|完成(?:年度|全年)?(?:计划|目标|任务)的?)(?:达到|达|为|约|近|超过|超)?$`)

// namesWhole reports whether the words of a share name its whole as those before the
// whole do: 总投资352亿元，已完成95.7亿元，占总投资的27.2%.
func namesWhole(words, before string) bool {
	_, of, _ := strings.Cut(words, "占")
	of, _, ok := strings.Cut(of, "的")
	return ok && of != "" && strings.HasSuffix(before, of)
}

// shares are the statements that a figure is that part of the one before it:
// 50个，其中甲30个，占60%.
func (p *passage) shares() []statement {
	var all []statement
	for k := 2; k < len(p.all); k++ {
		words, ok := p.gap(k)
		if !ok || p.all[k].Unit != "%" || !shareWords().MatchString(words) {
			continue
		}
		share, ok := p.level(k)
		part, isPart := p.summed(k - 1)
		whole, isWhole := p.summed(k - 2)
		between, _ := p.gap(k - 1)
		before, _ := p.gap(k - 2)
		isPlan := strings.ContainsAny(words, "计目任完") && (strings.Contains(before, "计划") || strings.Contains(before, "目标") || strings.Contains(before, "任务"))
		if !ok || !isPart || !isWhole || !part.Unit.Like(whole.Unit) || !isPlan && !namesWhole(words, before) && !strings.Contains(between, "其中") && !strings.Contains(between, "中，") {
			continue
		}
		s := statement{kind: shareStatement, subject: k, others: []int{k - 1, k - 2}}
		made, ok := part.Range.Quo(whole.Range)
		if !ok {
			s.verdict, s.why = diag.Unchecked, diag.Say("总数可能为零", "the whole can be zero")
		} else if s = s.hold(share.Range, made, share.Unit); s.verdict == diag.Inconsistent {
			s.message = diag.Say("%s占%s，算来不是%s", "%s of %s is not %s", part, whole, share)
			if !isHedged(part) && !isHedged(whole) {
				exact := figure.Round(share.Unit.FromBase(exact.Quo(part.Value(), whole.Value())), max(1, share.Written), false)
				s.hint = diag.Hint{Kind: "computed", Suggestion: figure.Decimal(exact) + "%", Message: diag.Say("按两数写作%s%%", "by the two figures write %s%%", figure.Decimal(exact))}
			}
		}
		all = append(all, s)
	}
	return all
}
