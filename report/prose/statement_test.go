package prose

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/report/diag"
)

// stated prints the verdicts on what a sentence states, without any data: the
// kind and verdict of each relation, then the codes and places of findings.
func stated(text string) string {
	r := Verify("a.txt", text, nil)
	var all []string
	for _, c := range r.Checks {
		_, kind, _ := strings.Cut(c.ID, ".")
		all = append(all, fmt.Sprintf("%s %s", kind, c.Verdict))
	}
	for _, f := range r.Findings {
		all = append(all, fmt.Sprintf("%s %s %s", f.Severity, f.Code, f.Reported))
	}
	return strings.Join(all, "; ")
}

// What a figure is in another unit is said as a reader would write it.
func TestAnotherUnitIsSaidPlainly(t *testing.T) {
	for text, want := range map[string]string{
		"造林1500亩（150公顷）":    "1500亩合100公顷，写的是150公顷",
		"投资12000万元，即12亿元":   "12000万元合1.2亿元，写的是12亿元",
		"粮食产量超2.5亿斤（1.2万吨）": "超2.5亿斤合12.5万吨，写的是1.2万吨",
	} {
		r := Verify("a.txt", text, nil)
		if len(r.Findings) != 1 || r.Findings[0].Message.In(diag.ZH) != want {
			t.Errorf("%s: %+v", text, r.Findings)
		}
	}
}

func TestWhatASentenceStatesByItself(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// From one figure to another, and the change between them.
		{"由50增至150，增长2倍", "change consistent; change consistent"},
		{"由50增至150，增长3倍", "change consistent; change inconsistent; error JB604 3倍"},
		{"由50增至150，增长到3倍", "change consistent; change consistent"},
		{"由50增至150，增长到2倍", "change consistent; change inconsistent; error JB604 2倍"},
		{"由50增至150，是原来的3倍", "change consistent; change consistent"},
		{"由33亿元增至37亿元，增长16.1%", "change consistent; change inconsistent; error JB604 16.1%"},
		{"由33亿元增至37亿元，增长12.1%", "change consistent; change consistent"},
		{"由0.1亿元增至0.2亿元，增长100.0%", "change consistent; change consistent"},
		{"由0增至5亿元，增长100%", "change consistent; change unchecked"},
		{"由-2亿元增至3亿元，增长250%", "change consistent; change unchecked"},
		{"PM2.5由40降至29.8微克/立方米，增长25.5%", "change consistent; change inconsistent; error JB604 25.5%"},
		{"PM2.5由40降至29.8微克/立方米，下降25.5%", "change consistent; change consistent"},
		{"PM2.5由40降至29.8微克/立方米，改善25.5%", "change consistent; change consistent"},
		{"PM2.5由29.8微克/立方米降至40微克/立方米", "change inconsistent; error JB604 40微克/立方米"},
		{"年利率从3.25%降至2.25%，降了1个百分点", "change consistent; change consistent"},
		{"年利率从3.25%降至2.25%，降了1%", "change consistent; change inconsistent; error JB604 1%"},
		{"占比由65%提高到82%，提高17个百分点", "change consistent; change consistent"},
		{"占比由65%提高到82%，提高17%", "change consistent; change inconsistent; error JB604 17%"},
		{"占比从2019年的65%上升到2020年的82%，上升26.2%", "change consistent; change consistent"},
		{"由33亿元增长12.1%至37亿元", "change consistent"},
		{"由33亿元增长21.2%，达到37亿元", "change inconsistent; error JB604 21.2%"},
		{"由33亿元增至37亿元，增加4亿元、增长12.1%", "change consistent; change consistent; change consistent; change consistent"},
		{"由33亿元增至37亿元，增加7亿元", "change consistent; change inconsistent; error JB604 7亿元"},
		{"由1000亿元增加到2000亿元，翻了一番", "change consistent; change consistent"},
		{"由1000亿元增加到2000亿元，翻两番", "change consistent; change inconsistent; error JB604 两番"},
		{"由1000亿元增加到2000亿元，实现翻番", "change consistent"},
		{"由1000亿元增加到1500亿元，翻番", "change consistent; change inconsistent; error JB604 番"},
		{"由1000亿元减少到500亿元，减少一半", "change consistent"},
		{"由1000家减少到800家，减少了20%", "change consistent; change consistent"},
		{"由1000家减少到800家，减少了25%", "change consistent; change inconsistent; error JB604 25%"},
		{"由33家发展到37家，同比增长12.1%（按可比口径计算）", "change consistent; change unchecked"},
		// The parts of a structure are all of it, to their rounding.
		{"三次产业结构为5.1:38.2:56.7", "sum consistent"},
		{"三次产业结构为5.1：38.2：56.6", "sum consistent"},
		{"三次产业结构为5.1∶32.8∶56.7", "sum inconsistent; error JB604 5.1"},
		{"三次产业构成为5.1% : 38.2% : 65.7%", "sum inconsistent; error JB604 5.1%"},
		{"三次产业结构由5.1:38.2:56.7调整为5.0:38.0:75.0", "sum consistent; sum inconsistent; error JB604 5.0"},
		{"三次产业结构由5:38:57调整为5:37:68", "sum consistent; sum inconsistent; error JB604 5"},
		{"三次产业占比分别为5.1%、38.2%、56.7%", "list consistent; sum consistent"},
		{"三次产业增加值占地区生产总值的比重分别为5.1%、38.2%和66.7%", "sum inconsistent; error JB604 5.1%"},
		{"第一、二、三产业占比分别为5.1%、38.2%、65.7%", "list consistent; sum inconsistent; error JB604 5.1%"},
		{"第一产业、第二产业和第三产业比重为5.1%、38.2%、56.7%", "sum consistent"},
		{"三次产业增加值分别增长5.1%、38.2%、66.7%", "list consistent"},
		{"三次产业投资占比分别提高5.1%、8.2%、6.7%", "list consistent"},
		{"一、二产业占比分别为5.1%、38.2%", "list consistent"},
		{"能源消费结构为1:2.5:3", ""},
		{"混凝土配合比为45.5:30.2:10.1", ""},
		{"性别结构为105.2:100", ""},
		// One figure in two units.
		{"造林1500亩（100公顷）", "unit consistent"},
		{"造林1500亩（150公顷）", "unit inconsistent; warning JB604 150公顷"},
		{"造林1500亩，折合150公顷", "unit inconsistent; error JB604 150公顷"},
		{"造林1500亩（合100公顷）", "unit consistent"},
		{"造林1590亩，约合100公顷", "unit consistent"},
		{"造林1590亩，折合100公顷", "unit inconsistent; error JB604 100公顷"},
		{"造林1500亩，约合250公顷", "unit inconsistent; error JB604 250公顷"},
		{"粮食产量2.5亿斤（12.5万吨）", "unit consistent"},
		{"粮食产量2.5亿斤（1.25万吨）", "unit inconsistent; warning JB604 1.25万吨"},
		{"投资12000万元（1.2亿元）", "unit consistent"},
		{"投资12000万元，即12亿元", "unit inconsistent; error JB604 12亿元"},
		{"建筑面积1500平方米（占地2亩）", ""},
		{"完成352件（35.2%）", ""},
		{"有36个村（120个小组）", ""},
		{"有33家（12户）", ""},
		{"产值12亿元（2020年）", ""},
		{"造林1500亩（150公顷以外另有草地）", ""},
		// A change against an earlier figure.
		{"1980年2500亿元，到2010年翻三番，目标20000亿元", "change consistent"},
		{"1980年2500亿元，到2010年翻两番，目标20000亿元", "change inconsistent; error JB604 两番"},
		{"产值37亿元，比上年的33亿元增长12.1%", "change consistent"},
		{"产值37亿元，比上年的33亿元增长21.1%", "change inconsistent; error JB604 21.1%"},
		{"产值37亿元，是上年33亿元的1.1倍", "change consistent"},
		{"产值37亿元，是上年33亿元的2.1倍", "change inconsistent; error JB604 2.1倍"},
		{"总产值1763万元，比上年增加277万元，增长18.64%", "change consistent"},
		{"总产值1763万元，比上年增加277万元，增长15.7%", "change inconsistent; error JB604 15.7%"},
		{"总产值1763万元，增长18.6%，增加277万元", "change consistent"},
		{"总产值1763万元，同比减少277万元，下降13.6%", "change consistent"},
		{"总产值1763万元，环比增加277万元，同比增长3%", ""},
		// What no figures are needed for.
		{"发病率由30%下降到15%，下降了1倍", "change consistent; change inconsistent; error JB604 1倍"},
		{"发病率由30%下降到15%，下降50%", "change consistent; change consistent"},
		{"发病率由30%下降到15%，下降15个百分点", "change consistent; change consistent"},
		{"成本下降2倍", "change inconsistent; error JB604 2倍"},
		{"PM2.5改善-25.5%", "change inconsistent; error JB604 -25.5%"},
		{"产值增长-3.2%", ""},
		// Parts and totals.
		{"总投资50亿元，其中甲30亿元、乙25亿元", "of consistent; of inconsistent; error JB604 50亿元"},
		{"总投资50亿元，其中甲30亿元、乙15亿元", "of consistent; of consistent"},
		{"总投资50亿元，其中甲30亿元，乙25亿元", "of consistent; of inconsistent; warning JB604 50亿元"},
		{"总投资50亿元，其中甲30亿元、乙20亿元，丙10亿元", "of consistent; of consistent"},
		{"人口32.5万人，其中男性16.4万人、女性16.1万人，城镇人口20.1万人", "of consistent"},
		{"总投资50亿元，其中甲60亿元", "of inconsistent; error JB604 60亿元"},
		{"党员50名，其中女党员30名", "of consistent"},
		{"村集体收入全部达到5万元，其中10万元以上的村占70%", ""},
		{"优良率82%，其中城区90%、农村75%", ""},
		{"总投资50亿元，产业、民生、基建三类分别为30亿元、10亿元、8亿元", "list consistent; sum inconsistent; error JB604 50亿元"},
		{"总投资50亿元，产业、民生、基建三类分别为30亿元、10亿元、10亿元", "list consistent; sum consistent"},
		{"总投资50亿元，产业、民生、基建三类分别为30、10、10亿元", "list consistent; sum consistent"},
		{"总投资50亿元，产业、民生、基建三类分别为30亿元、20亿元", "list inconsistent; sum consistent; warning JB604 30亿元"},
		{"总投资50亿元，产业、民生分别为30亿元、10亿元", "list consistent; of consistent"},
		{"三次产业分别增长3%、4%、5%", "list consistent"},
		{"三项占比33.3%、33.3%、33.3%，合计100.0%", "sum consistent"},
		{"三项占比33.3%、33.3%、33.3%，合计102.0%", "sum inconsistent; error JB604 102.0%"},
		{"甲村5户、乙村6户，共11户", "sum consistent"},
		{"甲村5户、乙村6户，共12户", "sum inconsistent; error JB604 12户"},
		{"甲村5户，乙村6户，共计13户", "sum inconsistent; error JB604 13户"},
		{"医院3家、学校5所，共投资2亿元", ""},
		{"共有50个，其中甲30个，占60%", "of consistent; share consistent"},
		{"共有50个，其中甲30个，占总数的65%", "of consistent; share inconsistent; error JB604 65%"},
		{"年度计划投资120亿元，完成71亿元，占年度计划的59.2%", "share consistent"},
		// Periods.
		{"1-5月累计10.2亿元，6月2.1亿元，1-6月累计12.3亿元", "cumulative consistent"},
		{"1-5月累计10.2亿元，6月2.1亿元，1-6月累计13.2亿元", "cumulative inconsistent; error JB604 13.2亿元"},
		{"上半年产值100亿元，其中一季度45亿元、二季度55亿元", "of consistent; of consistent; cumulative consistent"},
		{"一季度产值45亿元，二季度55亿元，上半年110亿元", "cumulative inconsistent; error JB604 110亿元"},
		{"总投资352亿元，已完成95.7亿元，占总投资的27.2%", "share consistent"},
		{"总投资352亿元，已完成95.7亿元，占总投资的37.2%", "share inconsistent; error JB604 37.2%"},
		// Lists.
		{"需求、问题、帮扶三张清单", "list consistent"},
		{"需求、问题两张清单", "list consistent"},
		{"需求、问题、帮扶两张清单", "list inconsistent; warning JB604 两张"},
		{"需求、问题等三张清单", "list consistent"},
		{"新建公园、广场三处", ""},
		// Hedges.
		{"约300亿元左右", "warning JB605 约…左右300亿元"},
		{"约近100亿元", "warning JB605 近100亿元"},
		{"超过300亿元以上", "warning JB605 超过300亿元"},
		{"近300多家", "warning JB605 近300多家"},
		{"至少30个以上", "warning JB605 至少…以上30个"},
		{"达到300亿元以上", ""},
	} {
		if got := stated(c.text); got != c.want {
			t.Errorf("%s\n gives %s\n want  %s", c.text, got, c.want)
		}
	}
}

// What offices and newspapers write, true and varied: nothing in it contradicts
// itself.
func TestTrueSentencesContradictNothing(t *testing.T) {
	for _, text := range []string{
		"全年生产总值2651.25亿元，比上年增长5.0%。其中，第一产业增加值100.25亿元，增长3.1%；第二产业增加值1051.00亿元，增长4.0%；第三产业增加值1500.00亿元，增长6.1%。三次产业结构为3.8:39.6:56.6。",
		"三次产业结构由19.8︰41︰39.2优化为17.9︰43︰39.1，第二产业占比提高2个百分点。",
		"重点项目444项（打包项目拆分后共569项），总投资5141亿元，年度投资计划647.4亿元；1—10月累计完成629.0亿元，占年度投资计划的97.2%，超过时间进度13.8个百分点。",
		"计划开工项目255项（其中1—10月份计划新开工223项），实际已开工206项，完成年度计划开工的80.8%。",
		"累计完成投资313.64亿元，较去年同期增长153.34亿元，同比增长95.66%，为年度投资计划的30.90%。",
		"城镇居民人均可支配收入由2016年的28000元提高到2020年的38000元，年均增长7.9%。",
		"粮食总产量12.6万吨，比上年减少0.3万吨，下降2.3%。",
		"优良天数比例由54.1%提高到69.9%，提高15.8个百分点，PM2.5平均浓度由78微克/立方米下降到45微克/立方米，下降42.3%。",
		"一、二、三产业增加值分别增长3.1%、4.0%和6.1%，贡献率分别为2.1%、31.2%和66.7%。",
		"进出口总额85.6亿元，增长12.5%，其中出口50.1亿元，增长10.2%；进口35.5亿元，增长15.9%。",
		"城乡居民收入比由2.1缩小到2.05，农村居民收入增速比城镇高2.3个百分点。",
		"税收收入9.24亿元，占一般公共预算收入的73.3%，其中增值税3.1亿元、企业所得税1.2亿元、个人所得税0.4亿元。",
		"建成幼儿园、小学、中学15所，新增学位8000个；改造老旧小区35个、危房120户，共惠及群众3500人。",
		"从5个方面提出20条措施，从根本上解决3000名群众的出行问题，由区财政投入500万元增加到教育领域。",
		"单位能耗下降3.2%，降幅比上年扩大0.5个百分点，由第5位上升到第3位。",
		"上半年实现利润12亿元，一季度5亿元，二季度7亿元，增长15%。",
		"7个镇（街道）、211个村，其中甲街道50个、乙街道45个、丙街道36个、丁街道80个。",
		"总产值突破千亿元，达1182.25亿元，增长19.5%，增速排名全区第二。",
	} {
		if r := Verify("a.txt", text, nil); len(r.Findings) > 0 {
			t.Errorf("%s: %s", text, r.Findings[0].Message.In("zh"))
		}
	}
}
