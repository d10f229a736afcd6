package prose

import "testing"

// belongCase is a sentence and the verdicts on its figures; data are held to be
// those of the test.
type belongCase struct{ text, want string }

func hold(t *testing.T, facts []Fact, cases []belongCase) {
	t.Helper()
	for _, c := range cases {
		if got := verdicts(c.text, facts...); got != c.want {
			t.Errorf("%s\n gives %s\n want  %s", c.text, got, c.want)
		}
	}
}

const (
	isWrong   = "contradicted, error JB602"
	isUnknown = "unknown, warning JB603"
)

// A list of levels begins as a region ends, and is none.
func TestLevelsOfProjectsAreNoRegion(t *testing.T) {
	hold(t, []Fact{given(t, "省、市、区重点项目", "2021-H1", "60个", ""), given(t, "交通项目", "2021-H1", "29个", "")}, []belongCase{
		{"上半年，全区有省、市、区重点项目60个。", "matched"},
		{"上半年，全区有省、市、区重点项目61个。", isWrong},
		{"全区省、市、区重点项目60个。", "matched"},
		{"全区省、市、区重点项目61个。", isWrong},
		{"安排省市区重点项目61个。", isWrong},
		{"莱芜区重点项目61个。", isUnknown},
	})
}

// A neighbour is named behind what tells that it is one.
func TestANeighbourIsAnotherRegion(t *testing.T) {
	hold(t, []Fact{given(t, "高新技术企业", "2021-H1", "33家", "")}, []belongCase{
		{"与之相邻的莱芜区高新技术企业20家。", isUnknown},
		{"周边的莱芜区高新技术企业20家，钢城区高新技术企业33家。", isUnknown[:7] + ", matched, warning JB603"},
		{"毗邻莱芜区高新技术企业20家。", isUnknown},
		{"最好的园区高新技术企业20家。", isWrong},
		{"周边的人口增加，高新技术企业20家。", isWrong},
	})
}

// The name that a number belongs to is the nearest one in its own clause.
func TestANumberBelongsToTheNameOfItsOwnClause(t *testing.T) {
	hold(t, []Fact{
		given(t, "高新技术企业", "2021-H1", "33家", ""), given(t, "科技型企业", "2021-H1", "45家", ""), given(t, "重点产业", "2021-H1", "8个", ""),
		given(t, "住户存款余额", "2021-H1", "330.5亿元", "增长9.7%"), given(t, "受益人口", "2021-H1", "20.6万人", ""),
		given(t, "重点项目总投资", "2021-H1", "352亿元", ""), given(t, "每年铺开重点技改项目", "2021-H1", "20个以上", ""),
		given(t, "交通项目", "2021-H1", "29个", ""), given(t, "扶持企业意见", "2021-H1", "33条", ""),
	}, []belongCase{
		// What was added is not what there is.
		{"新增高新技术企业3家，达到33家。", isUnknown[:7] + ", matched, warning JB603"},
		{"新认定高新技术企业5家，达到33家。", isUnknown[:7] + ", matched, warning JB603"},
		{"非重点产业3个。", isUnknown},
		{"省级重点产业3个。", isUnknown},
		{"其中，民营高新技术企业25家。", isUnknown},
		// A head that both share bears no name out.
		{"高新技术企业33家，出口企业12家。", "matched, " + isUnknown},
		{"高新技术企业33家，外贸企业达到12家。", "matched, " + isUnknown},
		{"住户存款余额330.5亿元，各项贷款余额280.1亿元。", "matched, " + isUnknown},
		{"受益人口20.6万人，其中农村人口18.2万人。", "matched, " + isUnknown},
		{"重点产业链12条。", isUnknown},
		{"交通项目完成投资18.2亿元。", isUnknown},
		// Nor does the clause before, if it names another thing in more words.
		{"每年铺开重点技改项目20个以上，总投资15亿元。", "matched, " + isUnknown},
		// What is counted in other words is another thing.
		{"扶持企业意见33条，三项工作全部落地。", "matched, unknown"},
		// The name may be cut short, parted or in the clause before.
		{"高新企业43家。", isWrong},
		{"拥有43家高新技术企业。", isWrong},
		{"高新技术企业、科技型企业分别为33家、54家。", "matched, " + isWrong},
		{"高新技术企业快速发展，已经达到43家。", isWrong},
		{"高新技术企业，已经达到43家。", isWrong},
		{"高新技术企业达到33家，去年为30家。", "matched, " + isUnknown},
		// A change is of the figure before it.
		{"住户存款余额330.5亿元，增长7.9%。", "matched, " + isWrong},
		{"各项贷款余额280.1亿元，增长7.9%。", "unknown, unknown, warning JB603, warning JB603"},
	})
}

func TestAPeriodThatTheDataLackMakesNothingWrong(t *testing.T) {
	hold(t, []Fact{
		given(t, "固定资产投资", "2021-H1", "36.4亿元", "增长10%"), given(t, "造林面积", "2021", "1500亩", ""), given(t, "住户存款余额", "2021-06-30", "330.5亿元", ""),
	}, []belongCase{
		{"一季度，固定资产投资18.1亿元，增长12%。", "unknown, unknown, warning JB603, warning JB603"},
		{"6月份，固定资产投资7.2亿元。", isUnknown},
		{"前5个月，固定资产投资30.2亿元。", isUnknown},
		{"全年固定资产投资70亿元。", isUnknown},
		{"上半年造林面积800亩。", isUnknown},
		{"去年全年固定资产投资70亿元。", isUnknown},
		{"一季度，形势向好。固定资产投资18.1亿元。", isWrong},
		{"一季度，投资1亿元。固定资产投资18.1亿元。", "unknown, unknown, warning JB603, warning JB603"},
		// What the period named ends with, or as much of it as is known.
		{"今年以来，固定资产投资34.6亿元。", isWrong},
		{"6月末，住户存款余额303.5亿元。", isWrong},
		{"上半年，住户存款余额303.5亿元。", isWrong},
		{"截至6月底，固定资产投资34.6亿元。", isWrong},
		{"1—6月，固定资产投资34.6亿元。", isWrong},
	})
}

func TestATargetDoesNotMakeWrongWhatIsReached(t *testing.T) {
	target := given(t, "“四上”企业", "2021", "突破600家", "")
	target.Target = true
	hold(t, []Fact{target, given(t, "高新技术企业", "2021-H1", "33家", "")}, []belongCase{
		{"“四上”企业达到562家。", isUnknown},
		{"年内，“四上”企业力争达到500家。", isWrong},
		{"“四上”企业突破600家。", "matched"},
	})
}

// A line may speak of now again though one before it spoke of another time.
func TestAnEarlierPeriodIsNotMeantForEver(t *testing.T) {
	facts := []Fact{given(t, "优良率", "2020", "69.9%", ""), given(t, "优良率", "2021-H1", "79.6%", "")}
	facts[1].Indicator = facts[0].Indicator
	hold(t, facts, []belongCase{
		{"2020年，优良率69.9%。\n优良率79.6%。", "matched, matched"},
		{"2020年，优良率69.9%。\n优良率69.9%。", "matched, matched"},
		{"2020年，优良率69.9%。优良率79.6%。", "matched, " + isWrong},
		{"优良率较2020年的69.9%提高9.7个百分点。", "matched, matched"},
		{"优良率较2020年的69.9%提高7.9个百分点。", "matched, " + isWrong},
		{"优良率较2020年的66.9%提高9.7个百分点。", "contradicted, matched, error JB602"},
		{"优良率较2015年的50%提高29.6个百分点。", "unknown, unknown, warning JB603"},
	})
}

func TestRanksAndSharesFollowTheirFigure(t *testing.T) {
	output := given(t, "生产总值", "2021-H1", "120.5亿元", "增长5.6%")
	output.Rank = 3
	services, share := given(t, "第三产业增加值", "2021-H1", "62.2亿元", "增长5.5%"), given(t, "第三产业增加值占比", "2021-H1", "51.6%", "")
	share.ShareOf, share.Whole = services.Indicator, output.Name
	hold(t, []Fact{output, services, share}, []belongCase{
		{"生产总值120.5亿元，居全市第三位。", "matched, matched"},
		{"生产总值120.5亿元，同比增长5.6%，居全市第三位。", "matched, matched, matched"},
		{"生产总值120.5亿元，总量居全市第二位。", "matched, " + isWrong},
		{"生产总值120.5亿元，同比增长5.6%，居全市第二位。", "matched, matched, " + isUnknown},
		{"生产总值120.5亿元，增速居全市第二位。", "matched, " + isUnknown},
		{"生产总值120.5亿元，居全省第二十位。", "matched, " + isUnknown},
		{"第三产业增加值62.2亿元，增长5.5%，占生产总值的51.6%。", "matched, matched, matched"},
		{"第三产业增加值62.2亿元，占51.6%。", "matched, matched"},
		{"第三产业增加值62.2亿元，占生产总值的比重为56.1%。", "matched, " + isWrong},
		{"第三产业增加值62.2亿元，占全市第三产业增加值的5.1%。", "matched, " + isUnknown},
	})
}

func TestCompletionFollowsFromTheTarget(t *testing.T) {
	now, target := given(t, "固定资产投资", "2021-H1", "36.4亿元", ""), given(t, "固定资产投资", "2021", "70亿元", "")
	target.Current = false
	hold(t, []Fact{now, target}, []belongCase{
		{"上半年固定资产投资36.4亿元，完成年度目标的52%。", "matched, matched"},
		{"上半年固定资产投资36.4亿元，完成年度目标的25%。", "matched, " + isWrong},
		{"上半年固定资产投资36.4亿元，为年度目标70亿元的52%。", "matched, unknown, unknown, warning JB603, warning JB603"},
	})
}

func TestNamesPartedByTheirHeads(t *testing.T) {
	hold(t, []Fact{
		given(t, "第一产业增加值", "2021-H1", "10.2亿元", "增长3.1%"), given(t, "第二产业增加值", "2021-H1", "48.1亿元", "增长6.2%"), given(t, "第三产业增加值", "2021-H1", "62.2亿元", "增长5.5%"),
	}, []belongCase{
		{"一、二、三产业增加值分别为10.2亿元、48.1亿元和62.2亿元，分别增长3.1%、6.2%和5.5%。", "matched, matched, matched, matched, matched, matched"},
		{"第一、二、三产业增加值分别为10.2亿元、41.8亿元和62.2亿元。", "matched, contradicted, matched, error JB602"},
		{"第一、二、三产业增加值分别增长3.1%、7.2%和5.5%。", "matched, contradicted, matched, error JB602"},
	})
}

func TestNumbersInNamesAreMatchedToThem(t *testing.T) {
	hold(t, []Fact{given(t, "行政村", "2021-H1", "211个", ""), given(t, "集体收入全部达到5万元的村", "2021-H1", "211个", "")}, []belongCase{
		{"集体收入全部达到5万元的村211个。", "matched, matched"},
		{"211个行政村集体收入全部达到5万元。", "matched, matched"},
		{"集体收入全部达到8万元的村211个。", "contradicted, matched, error JB602"},
	})
}

func TestWhatCannotBeMeant(t *testing.T) {
	count := given(t, "装备制造项目", "2021-H1", "7", "")
	hold(t, []Fact{count, given(t, "空气质量综合指数", "2021-H1", "4.4", ""), given(t, "工业利润", "2021-H1", "-1.2亿元", ""), given(t, "人口自然增长率", "2021-H1", "-2.13‰", ""), given(t, "地区生产总值", "2021-H1", "120.5亿元", "增长5.6%")}, []belongCase{
		{"装备制造 9.73", "unknown"},    // a decimal counts nothing
		{"装备制造项目9个。", isWrong},      // but a count does
		{"空气质量综合指数4.9。", isWrong},   // where no unit is, a decimal is meant
		{"地区生产总值项目12个。", isUnknown}, // a count is no money
		{"工业利润亏损1.2亿元。", "matched"}, // less than nothing
		{"人口自然增长率为-2.13‰。", "matched"},
		{"人口自然增长率为-6.13‰。", isWrong},
		{"地区生产总值增速提高0.4个百分点。", isUnknown},                         // of the growth
		{"地区生产总值120.5亿元，增长5.6个百分点。", "matched, " + isWrong},       // % for 百分点
		{"地区生产总值120.5亿元，增速为5.6%。", "matched, matched"},            // a noun says it as a verb does
		{"地区生产总值增长5.6%，扣除价格因素实际增长5.0%。", "matched, " + isUnknown}, // on another basis
	})
}

// The release says by one short word what the data say in full, or the other way.
func TestAbbreviationsStandForTheirFullWords(t *testing.T) {
	share := given(t, "第三产业增加值占比", "2021-H1", "49.0%", "")
	share.ShareOf, share.Whole = "第三产业增加值", "地区生产总值"
	hold(t, []Fact{
		given(t, "地区生产总值", "2021-H1", "256.34亿元", "增长5.6%"), given(t, "社会消费品零售总额", "2021-H1", "98.72亿元", "增长5.9%"),
		given(t, "固定资产投资", "2021-H1", "64.2亿元", "增长4.2%"), given(t, "规模以上工业企业", "2021-H1", "186家", ""),
		given(t, "高企", "2021-H1", "128家", ""), given(t, "居民消费价格指数", "2021-H1", "100.2", "上涨0.2%"),
		given(t, "一般公共预算收入", "2021-H1", "15.26亿元", ""), given(t, "第一产业增加值", "2021-H1", "12.05亿元", ""),
		given(t, "R&D经费支出", "2021-H1", "3.28亿元", ""), given(t, "细颗粒物（PM2.5）平均浓度", "2021-H1", "36微克/立方米", ""), share,
	}, []belongCase{
		{"GDP达到256.34亿元，增长5.6%。", "matched, matched"},
		{"GDP达到265.34亿元，增长5.6%。", isWrong[:12] + ", matched, error JB602"},
		{"实现社零98.72亿元，社零总额增长9.5%。", "matched, " + isWrong},
		{"固投64.2亿元，增长2.4%。", "matched, " + isWrong},
		{"规上工业企业168家。", isWrong},
		{"高新技术企业182家。", isWrong},
		{"CPI上涨2.0%。", isWrong},
		{"一产增加值21.05亿元。", isWrong},
		{"研究与试验发展经费支出3.82亿元。", isWrong},
		{"PM2.5平均浓度63微克/立方米。", isWrong},
		{"第三产业增加值占GDP的比重为49.0%。", "matched"},
		{"第三产业增加值占GDP的比重为94.0%。", isWrong},
		// What means more, or another thing, is not the same.
		{"财政收入28.6亿元。", isUnknown},
		{"着力提高企业效益，128家企业获益。", isUnknown},
		{"统一产品标准12项。", isUnknown},
	})
}

// Lists and bold type are of Markdown, and a noun may say the change.
func TestNamesStandBeforeColonsAndBoldFigures(t *testing.T) {
	hold(t, []Fact{given(t, "地区生产总值", "2021-H1", "256.34亿元", "增长5.6%"), given(t, "税收收入", "2021-H1", "11.08亿元", "增长2.1%")}, []belongCase{
		{"- 地区生产总值：256.34亿元", "matched"},
		{"- 地区生产总值：265.34亿元", isWrong},
		{"**地区生产总值**256.34亿元，增长**5.6%**。", "matched, matched"},
		{"**地区生产总值**256.34亿元，增长**6.5%**。", "matched, " + isWrong},
		{"地区生产总值增速6.5%。", isWrong},
		{"经济运行情况：财政支出31.47亿元。", isUnknown},
	})
}

// One word for two figures is parted between them, and so are their changes.
func TestAJoinedWordNamesTwoFigures(t *testing.T) {
	hold(t, []Fact{
		given(t, "居民人均可支配收入", "2021-H1", "21356元", "增长5.5%"), given(t, "城镇居民人均可支配收入", "2021-H1", "27418元", "增长4.9%"),
		given(t, "农村居民人均可支配收入", "2021-H1", "13207元", "增长6.4%"), given(t, "存款余额", "2021-H1", "680.5亿元", ""), given(t, "贷款余额", "2021-H1", "512.9亿元", ""),
	}, []belongCase{
		{"城乡居民人均可支配收入分别为27418元、13207元，同比分别增长4.9%、6.4%。", "matched, matched, matched, matched"},
		{"城乡居民人均可支配收入分别为27418元、12307元，同比分别增长4.9%、4.6%。", "matched, contradicted, matched, contradicted, error JB602, error JB602"},
		{"存贷款余额分别为680.5亿元和521.9亿元。", "matched, " + isWrong},
	})
}

// However many times as much it is, and by how much it grew, are one change.
func TestAChangeIsTheSameInEveryMeasure(t *testing.T) {
	hold(t, []Fact{given(t, "旅游总收入", "2021-H1", "28.9亿元", "增长1.2倍"), given(t, "用电量", "2021-H1", "5.2亿千瓦时", "增长100.0%")}, []belongCase{
		{"旅游总收入28.9亿元，是上年的2.2倍。", "matched, matched"},
		{"旅游总收入28.9亿元，为上年同期的1.2倍。", "matched, " + isWrong},
		{"旅游总收入28.9亿元，增长120%。", "matched, matched"},
		{"用电量5.2亿千瓦时，翻了一番。", "matched, matched"},
		{"用电量5.2亿千瓦时，翻两番。", "matched, " + isWrong},
	})
}

// From which earlier time a figure reckons need not be said.
func TestAFigureReckonsFromAnyEarlierOne(t *testing.T) {
	facts := []Fact{given(t, "空气质量综合指数", "2020-H1", "5.1", ""), given(t, "空气质量综合指数", "2020", "4.89", ""), given(t, "空气质量综合指数", "2021-H1", "4.4", "")}
	for i := range facts {
		facts[i].Indicator, facts[i].Current = "index", i == 2
	}
	hold(t, facts, []belongCase{
		{"空气质量综合指数由4.89降至4.4。", "matched, matched"},
		{"空气质量综合指数由5.1降至4.4。", "matched, matched"},
		{"空气质量综合指数由4.98降至4.4。", "contradicted, matched, error JB602"},
	})
}

// The earlier of two figures has the unit of the later.
func TestAFigureHasTheUnitOfWhatItBecame(t *testing.T) {
	then, now := given(t, "PM2.5平均浓度", "2020-H1", "40微克/立方米", ""), given(t, "PM2.5平均浓度", "2021-H1", "36微克/立方米", "")
	then.Indicator, then.Current = now.Indicator, false
	hold(t, []Fact{then, now, given(t, "优良率", "2021-H1", "79.6%", "")}, []belongCase{
		{"PM2.5平均浓度由40降至36微克/立方米。", "matched, matched"},
		{"PM2.5平均浓度由45降至36微克/立方米。", "contradicted, matched, error JB602"},
	})
}

// A change between two figures of the data is the change that the data give.
func TestAChangeBetweenFiguresOfTheDataIsTheirs(t *testing.T) {
	then, now := given(t, "PM2.5平均浓度", "2020-H1", "40微克/立方米", ""), given(t, "PM2.5平均浓度", "2021-H1", "36微克/立方米", "改善10%")
	then.Indicator, then.Current, now.BetterLower = now.Indicator, false, true
	hold(t, []Fact{then, now, given(t, "优良率", "2021-H1", "79.6%", "")}, []belongCase{
		{"PM2.5平均浓度由40降至36微克/立方米，改善10%。", "matched, matched, matched"},
		{"PM2.5平均浓度由40降至36微克/立方米，改善11%。", "matched, matched, contradicted, error JB602"},
		{"PM2.5平均浓度由2016年的41降至36微克/立方米，改善12.2%。", "unknown, matched, unknown, warning JB603"},
	})
}
