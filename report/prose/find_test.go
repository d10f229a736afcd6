package prose

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"jianbao/report/figure"
)

// found prints quantities: [written value unit], hedges in <>, ranks with #.
func found(text string) string {
	var all []string
	for _, s := range Sentences(text, Find(text)) {
		for _, c := range s.Claims("") {
			value := c.Value
			if value == "" {
				value = c.Low + "–" + c.High
			}
			if c.Hedge != "" {
				value = "<" + c.Hedge + ">" + value
			}
			if c.Rank {
				value = "#" + value
			}
			all = append(all, fmt.Sprintf("[%s %s%s]", c.Text, value, c.Unit))
		}
	}
	return strings.Join(all, " ")
}

func check(t *testing.T, cases [][2]string) {
	t.Helper()
	for _, c := range cases {
		if got := found(c[0]); got != c[1] {
			t.Errorf("%s\n gives %s\n want  %s", c[0], got, c[1])
		}
	}
}

// TestCompoundAmountsAreThoseOfTheData shows that an amount in several parts stands for
// the same values in a text as in a data file.
func TestCompoundAmountsAreThoseOfTheData(t *testing.T) {
	for _, text := range []string{"12亿3000万元", "1亿2000万元", "1亿零50万元", "1亿2345.6万元", "3万5千人", "5万4千6百元", "1万2000人", "2公里300米", "2小时30分钟", "3万5千多人"} {
		want, problem := figure.Parse(text, figure.Options{})
		if problem != nil {
			t.Fatal(problem)
		}
		all := Find("共" + text)
		if len(all) != 1 || all[0].Text != text {
			t.Errorf("%s is read as %+v", text, all)
			continue
		}
		if got, _ := all[0].figureOf(figure.Nearest); !got.Range.Equal(want.Range) || !got.Unit.Same(want.Unit) {
			t.Errorf("%s is %s%s in a text, %s%s in data", text, got.Range, got.Unit.Symbol, want.Range, want.Unit.Symbol)
		}
	}
}

func TestNumeralsOfEveryKind(t *testing.T) {
	check(t, [][2]string{
		{"1,100万", "[1,100万 11000000]"},
		{"１，５２６户", "[１ 1] [５２６户 526户]"},
		{"１,５２６户", "[１,５２６户 1526户]"},
		{"一万五千亿", "[一万五千亿 1500000000000]"},
		{"十亿3000万", "[十亿3000万 1030000000]"},
		{"5万4千6百", "[5万4千6百 54600]"},
		{"1亿2345.6万元", "[1亿2345.6万元 123456000元]"},
		{"1万2000人", "[1万2000人 12000人]"},
		{"1万2人", "[1万 10000] [2人 2人]"},
		{"2公里300米长", "[2公里300米 2300米]"},
		{"历时2小时30分钟以上", "[2小时30分钟 <以上>150分钟]"},
		{"长2公里、300米宽，3公里5000米", "[2公里 2公里] [300米 300米] [3公里 3公里] [5000米 5000米]"},
		{"一百五", "[一百五 150]"},
		{"一万三", "[一万三 13000]"},
		{"五十五兆壹十二億四萬五千二", "[五十五兆壹十二億四萬五千二 55001200045200]"},
		{"廿二", "[廿二 22]"},
		{"两百人", "[两百人 200人]"},
		{"零点五", "[零点五 0.5]"},
		{"负十二", "[负十二 -12]"},
		{"增速为-3.2%", "[-3.2% -3.2%]"},
		{"三十点五万吨", "[三十点五万吨 305000吨]"},
		{"半年", "[半年 0.5年]"},
		{"半百", "[半百 50]"},
		{"两打", "[两打 24]"},
		{"40k", "[40k 40000]"},
		{"-12e-1", "[-12e-1 -1.2]"},
		{"2^-1", "[2^-1 0.5]"},
		{"三十两", "[三十两 30两]"},
		{"一千两百", "[一千两百 1200]"},
		{"两米半", "[两米半 2.5米]"},
		{"三年半", "[三年半 3.5年]"},
		{"￥300", "[￥300 300元]"},
		{"$20", "[$20 20美元]"},
		{"4人民币", "[4人民币 4元]"},
		{"五十兆字节", "[五十兆字节 50兆字节]"},
		{"323千卡", "[323千卡 323千卡]"},
		{"350万亿", "[350万亿 350000000000000]"},
	})
}

func TestFractionsAndPercentages(t *testing.T) {
	check(t, [][2]string{
		{"百分之二十", "[百分之二十 20%]"},
		{"百 分 之2.4", "[百 分 之2.4 2.4%]"},
		{"千分之五", "[千分之五 0.5%]"},
		{"三分之一", "[三分之一 0.333333333333333]"},
		{"16分之5", "[16分之5 0.3125]"},
		{"负三分之二", "[负三分之二 -0.666666666666667]"},
		{"五又四分之三", "[五又四分之三 5.75]"},
		{"1 4/3", "[1 4/3 2.33333333333333]"},
		{"3.5成", "[3.5成 35%]"},
		{"三成半", "[三成半 35%]"},
		{"近三成", "[三成 <近>30%]"},
		{"打七五折", "[七五折 75%]"},
		{"打对折", "[对折 50%]"},
		{"二十个百分点", "[二十个百分点 20百分点]"},
		{"百分之百", "[百分之百 100%]"},
		{"5 ％", "[5 ％ 5%]"},
	})
}

func TestHedgesStandBeforeAndBehind(t *testing.T) {
	check(t, [][2]string{
		{"突破1200亿元", "[1200亿元 <突破>120000000000元]"},
		{"约300亿元左右", "[300亿元 <约…左右>30000000000元]"},
		{"10多条", "[10多条 <多>10条]"},
		{"300亿多元", "[300亿多元 <多>30000000000元]"},
		{"20余万人", "[20余万人 <余>200000人]"},
		{"十几个", "[十几个 <几>10个]"},
		{"三年多", "[三年多 <多>3年]"},
		{"至少有10个型号", "[10个 <至少>10个]"},
		{"四百六十万多亿", "[四百六十万多亿 <多>460000000000000]"},
		{"十几万多亿", "[十几万多亿 <多>10000000000000]"},
		{"十几万元", "[十几万元 <几>100000元]"},
		{"每年20个以上", "[20个 <以上>20个]"},
		{"不超过30家", "[30家 <不超过>30家]"},
		{"双过千亿元", "[千亿元 <过>100000000000元]"},
		{"近百家", "[百家 <近>100家]"},
		{"最近5家", "[5家 5家]"},
		{"签约12个项目", "[12个 12个]"},
		{"发达20家", "[20家 20家]"},
	})
}

func TestRanges(t *testing.T) {
	check(t, [][2]string{
		{"63%～68%", "[63%～68% 63–68%]"},
		{"-0.1%～0.1%", "[-0.1%～0.1% -0.1–0.1%]"},
		{"大于等于20且小于等于35", "[20且小于等于35 <大于等于>20–35]"},
		{"大于100 并且小于300", "[100 并且小于300 <大于>100–300]"},
		{"超过二十家但不足三十五家", "[二十家但不足三十五家 <超过>20–35家]"},
		{"分别超过20家、不足35家", "[20家 <超过>20家] [35家 <不足>35家]"},
		{"大于50小于12", "[50 <大于>50] [12 <小于>12]"},
		{"3—5个", "[3—5个 3–5个]"},
		{"3—5万元", "[3—5万元 30000–50000元]"},
		{"三到五成", "[三到五成 30–50%]"},
		{"100万—200万元", "[100万—200万元 1000000–2000000元]"},
		{"二三十个", "[二三十个 20–30个]"},
		{"十七八个", "[十七八个 17–18个]"},
		{"三五天", "[三五天 3–5天]"},
		{"几十个", "[几十个 20–90个]"},
		{"从33家到37家", "[33家 33家] [37家 37家]"},
		{"由3.25%降至2.25%", "[3.25% 3.25%] [2.25% 2.25%]"},
	})
}

func TestRanksAreClaimsAndOtherOrdinalsAreNot(t *testing.T) {
	check(t, [][2]string{
		{"居全市第一位", "[第一位 #1位]"},
		{"列第3名", "[第3名 #3名]"},
		{"第十四次会议", ""},
		{"第二产业", ""},
		{"第3—5名", ""},
	})
}

func TestSentencesOfBriefings(t *testing.T) {
	check(t, [][2]string{
		{"第十四次、“十四五”、2020年、〔2021〕15号、110千伏、G20", ""},
		{"1-7月利润总额39038.1亿元，同比增长17.1%（按可比口径计算）", "[39038.1亿元 3903810000000元] [17.1% 17.1%]"},
		{"建立需求、问题、帮扶三张清单", "[三张 3张]"},
		{"疫情零输入、零疑似、零确诊", "[零 0] [零 0] [零 0]"},
		{"8亿元人民币；人民币8亿元", "[8亿元人民币 800000000元] [8亿元 800000000元]"},
		{"PM2.5由40降至29.8微克/立方米", "[40 40] [29.8微克/立方米 29.8微克/立方米]"},
		{"实现GDP256.34亿元，CPI100.2，销售SUV3万辆，PM2.5达标，S3线通车", "[256.34亿元 25634000000元] [100.2 100.2] [3万辆 30000辆]"},
		{"均价8500元/平方米，亩产412.6公斤/亩", "[8500元/平方米 8500元/平方米] [412.6公斤/亩 412.6公斤/亩]"},
		{"到2010年翻三番，目标20000亿元", "[三番 3番] [20000亿元 2000000000000元]"},
		{"“千亿级”产业2个、“百亿级”产业4个", "[2个 2个] [4个 4个]"},
		{"完成率98.5%（同比+2.3个百分点）", "[98.5% 98.5%] [+2.3个百分点 2.3百分点]"},
	})
}

func TestPlacesCountCharacters(t *testing.T) {
	text := "标题\n𠀀共有33家、34家。\n  12.6亿元"
	for i, want := range []struct{ start, end, line, column int }{{6, 9, 2, 4}, {10, 13, 2, 8}, {17, 23, 3, 3}} {
		q := Find(text)[i]
		if q.Start != want.start || q.End != want.end || q.Line != want.line || q.Column != want.column || q.Text != string([]rune(text)[q.Start:q.End]) {
			t.Errorf("%+v, want %+v", q, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, text := range []string{"突破1200亿元", "一百五又二分之1", "63%～68%", "二三十万", "-1.1^-23", "百 分 之2.4k", "第三位", "万万万万", "一一一一", "几十万多", "半打", "7 2 折", "\xff1", "0\rW", "三分之一位。1", "由1增至2，增长3倍", "其中1、2和3，共4", "三类分别为1、2、3", "一、二、三产业分别增长1%、2%和3%", "大于2且小于3", "较2020年的3%提高1个百分点", "3个，居第三位，占3%", "亏损3亿元", "前5个月3个", "1-5月1，6月2，1-6月3", "甲、乙两个"} {
		f.Add(text)
	}
	facts := Facts{All: []Fact{given(f, "三位一体", "2021", "3个", "增长8%"), given(f, "12个村", "2021", "超过1200亿元", "")}}
	f.Fuzz(func(t *testing.T, text string) {
		runes := []rune(text)
		end := 0
		for _, q := range Find(text) {
			if q.Start < end || q.End <= q.Start || q.End > len(runes) || q.Text != string(runes[q.Start:q.End]) {
				t.Fatalf("%q: %+v after %d", text, q, end)
			}
			if (q.Number == nil) != (q.Low != nil) || (q.Low == nil) != (q.High == nil) {
				t.Fatalf("%q: %+v", text, q)
			}
			end = q.End
		}
		for _, s := range Sentences(text, Find(text)) {
			s.Claims("")
		}
		Verify("a.txt", text, &facts)
		Verify("a.txt", text, nil)
	})
}

// BenchmarkFind reads an article of a megabyte.
func BenchmarkFind(b *testing.B) {
	sentence := "1—6月，全区完成固定资产投资突破120.5亿元，同比增长13.9%，高于全市2.3个百分点；新增高新技术企业33家，建成“四好农村路”三百二十公里。"
	text := strings.Repeat(sentence, 1<<20/len(sentence))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}

// What repeats without end costs no more for each character than a text does:
// were it more, these would take minutes.
func TestTimeIsLinear(t *testing.T) {
	target := given(t, "高新技术企业", "2021", "40家", "")
	target.Target = true
	facts := Facts{All: []Fact{target, given(t, "三产业增加值", "2021", "3%", "增长3%")}}
	for _, piece := range []string{"1", "一", "万", "一万", "1-", "二三", "百", "分之", "百分之", "（", "第一", "几", "1 ", "半", "a1", "1/", "1.", "零", "又一", "-", "近", "一 ", " ", "2又", "33家", "全市3个，", "同比增长3%", "其中3家、", "由3家增至4家，",
		"分别为3家、", "5月3家，", "3家、共3家，", "第3—", "，莱芜区3家", "下降2倍，", "分别增长3%、", "占3%，", "居第三位，", "大于3且小于5，", "较2020年的3%提高3%，", "高新技术企业3家，"} {
		const size = 1 << 16
		start := time.Now()
		Verify("a.txt", strings.Repeat(piece, size/len(piece)), &facts)
		if took := time.Since(start); took > 8*time.Second {
			t.Errorf("%q repeated takes %s", piece, took)
		}
	}
}
