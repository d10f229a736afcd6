package load

import (
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"jianbao/report/diag"
)

// prepare makes the tree plain: aliases are replaced by what they name, and
// what the format has no use for (tags, control characters from escapes) is
// reported. It refuses a tree over the limits; one that is refused must not be
// walked, since an alias can stand inside its own anchor.
func (r *reader) prepare(root *yaml.Node) bool {
	p := preparer{r: r, open: map[*yaml.Node]bool{}, sizes: map[*yaml.Node]int{}}
	p.walk(root, 1)
	return !p.refused
}

type preparer struct {
	r        *reader
	open     map[*yaml.Node]bool // anchored nodes being walked
	sizes    map[*yaml.Node]int  // nodes below each anchored one, aliases expanded
	aliases  int
	expanded int
	refused  bool
}

// walk gives the number of nodes in a tree, with aliases expanded.
func (p *preparer) walk(n *yaml.Node, depth int) int {
	if depth > p.r.limits.Nesting {
		p.refuse(n, diag.Say("嵌套超过 %d 层", "nested deeper than %d levels", p.r.limits.Nesting))
		return 0
	}
	if n.Anchor != "" {
		p.open[n] = true
		defer delete(p.open, n)
	}
	p.judge(n)
	size := 1
	for i, child := range n.Content {
		if p.refused {
			return size
		}
		if child.Kind == yaml.AliasNode {
			size += p.expand(child)
			n.Content[i] = child.Alias
		} else {
			size += p.walk(child, depth+1)
		}
	}
	if n.Anchor != "" {
		p.sizes[n] = size
	}
	return size
}

// expand counts an alias's use.
func (p *preparer) expand(alias *yaml.Node) int {
	if p.open[alias.Alias] {
		p.refuse(alias, diag.Say("别名 *%s 用在它自己里面", "the alias *%s is used inside itself", alias.Value))
		return 0
	}
	size := p.sizes[alias.Alias]
	p.aliases++
	p.expanded += size
	switch {
	case p.aliases > p.r.limits.Aliases:
		p.refuse(alias, diag.Say("别名用了 %d 次以上", "aliases are used more than %d times", p.r.limits.Aliases))
	case p.expanded > p.r.limits.Expanded:
		p.refuse(alias, diag.Say("别名展开后超过 %d 个值", "aliases expand to more than %d values", p.r.limits.Expanded))
	}
	return size
}

func (p *preparer) refuse(n *yaml.Node, say diag.Text) {
	if !p.refused {
		p.r.report(diag.OverLimit, p.r.src.at(mark{n.Line, n.Column}, 1), say)
	}
	p.refused = true
}

// judge reports what no value of the format has.
func (p *preparer) judge(n *yaml.Node) {
	if n.Style&yaml.TaggedStyle != 0 {
		p.r.report(diag.WrongShape, p.r.src.at(mark{n.Line, n.Column}, utf8.RuneCountInString(n.ShortTag())),
			diag.Say("不用标记 %s：值都按所写的文字读", "no tags such as %s: every value is read as written", n.ShortTag()))
	}
	if n.Style&yaml.DoubleQuotedStyle == 0 {
		return
	}
	i := 0
	for _, c := range n.Value {
		if isStray(c) || c == '\r' {
			p.r.report(diag.BadValue, p.r.src.within(n, i, i+1),
				diag.Say("控制字符 %U 不能出现在数据里", "the control character %U cannot stand in data", c))
			return
		}
		i++
	}
}
