package compose_test

import (
	"slices"
	"testing"

	"jianbao/report/document"
)

// Parts (其中) are indented below their whole, parts of parts more so, and not where something else stands between.
func TestPartsAreIndentedBelowTheirWholes(t *testing.T) {
	doc, _ := from(t, `
    text: ""
    indicators:
      - {id: output,    name: 总产值,   value: 90亿元}
      - {id: industry,  name: 工业,     value: 60亿元, of: output}
      - {id: steel,     name: 钢铁,     value: 40亿元, of: industry}
      - {id: special,   name: 特钢,     value: 30亿元, of: steel}
      - {id: bearing,   name: 轴承钢,   value: 20亿元, of: special}
      - {id: rail,      name: 铁路用,   value: 10亿元, of: bearing}
      - {id: machines,  name: 机械,     value: 20亿元, of: industry}
      - {id: farming,   name: 农业,     value: 30亿元, of: output}
      - {id: people,    name: 人口,     value: 20万人}
      - {id: forestry,  name: 林业,     value: 5亿元,  of: output}
      - {id: fruit,     name: 果林,     value: 2亿元,  of: forestry}
`)
	var got []int
	for _, b := range doc.Sections[0].Blocks {
		if table, ok := b.(document.Table); ok {
			for _, r := range table.First(table.Len()) {
				got = append(got, r.Depth)
			}
		}
	}
	// 铁路用 would be the fifth: it stands as the fourth. 林业 is apart from its whole.
	if want := []int{0, 1, 2, 3, 4, 4, 2, 1, 0, 0, 1}; !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
