package check

import (
	"slices"

	"jianbao/report/network"
	"jianbao/report/relation"
)

// interlinked reports whether two statements of a settled cluster, both judged
// alone, share a figure: the cluster goes by columns, they by cells. Of most it is
// told by the first of each relation.
func (c *checker) interlinked(k *cluster) bool {
	if len(k.relations) == 1 && !speaksOfMore(k.relations[0]) {
		return false
	}
	all := c.statementsOf([]*cluster{k})
	return c.anyShared(fewOfEach(all), k) || c.anyShared(all, k)
}

func (c *checker) anyShared(some []statement, k *cluster) bool {
	l := c.lower(some, k.relations)
	return slices.ContainsFunc(l.system.Components(), func(part network.Component) bool { return l.checks(part) > 1 })
}

// fewOfEach is the first two statements of each relation that were judged alone.
func fewOfEach(all []statement) (few []statement) {
	taken := map[*relation.Relation]int{}
	for _, s := range all {
		if s.checked && taken[s.relation] < 2 {
			taken[s.relation]++
			few = append(few, s)
		}
	}
	return few
}

// speaksOfMore reports whether a relation speaks of anything but cells of one row.
func speaksOfMore(r *relation.Relation) bool {
	more := r.Rows == nil
	eachCompared(r, func(t relation.Term) { more = more || figureOf(t) != "" || isAggregate(t) })
	return more
}
