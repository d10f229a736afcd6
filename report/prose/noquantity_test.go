package prose

import (
	"strings"
	"testing"
)

// noQuantities are texts in whose numerals no quantity stands, by what they are.
var noQuantities = map[string]string{
	"dates":                        `2021年8月27日 2021年上半年 二〇二一年六月三十日 二○二一年 二零二一年八月 2016—2020年 1—6月 1至6月 7月份 6月底 8月27日上午 27日 一季度 前三季度 2021年一季度 20世纪90年代 八十年代 21世纪 五四运动 七一前夕 九一八 2021-08-27 2021/8/27 2021.8.27 辛丑年六月 2021财年 1949年以来 上世纪八九十年代 零零后 90后`,
	"times":                        `上午9时30分 9点半 14:30 14:30:05 20点 下午三点 24小时制 7×24小时`,
	"plans":                        `十四五 “十三五”规划 “十四五”末 十四五期间 第十四次党代会 十九届五中全会 党的二十大 2035年远景目标 第二个百年奋斗目标 第七次全国人口普查 第十三届全国人大四次会议`,
	"documents":                    `济政发〔2021〕5号 国发[2020]13号 鲁政办字（2021）15号 第12号令 第3条 第十二条第二款 GB/T_9704 ISO_9001 GB/T_9704-2012 ISO9001 DB37/T_4321—2021 （2021年第8期） 第1页 第5页共8页 NO.20210827 A202107211321363588510367`,
	"numbers of persons and lines": `0531-76113456 13800001234 400-600-1234 +86-531-76113456 12345热线 12345政务服务便民热线 010-12345678转801 37011719800101123X 370117198001011234 91370100MA3C0ABC1D 鲁A12345`,
	"addresses":                    `https://x.cn/a?b=1%202 http://www.jinan.gov.cn/art/2021/8/27/art-1234-5678.html a1b2@163.com 192.168.1.1 v2.0.1 120.36.5`,
	"names":                        `G20 5G 4G基站 S3线 G2京沪高速 S26莱泰高速 PM2.5 PM10 R&D COVID-19 A股 3D打印 4K超高清 Win10 “2+4”产业 “1+6+N” 110千伏线路 “965”干部 H7N9 K12教育 O2O B2B 211工程 985高校 APEC2014`,
	"words":                        `统一部署 一些 一定 一般 一起 之一 唯一 周三 星期五 四川 四好农村路 三农 两会 双一流 五一 六一儿童节 十一黄金周 三大攻坚战 一带一路 一网通办 一次办好 一窗受理 两不愁三保障 三下乡 三支一扶 四个意识 四个自信 五位一体 六稳六保 七上八下 八达岭 九牛一毛 十足 百姓 百花齐放 千方百计 万一 万众一心 亿万群众 零售 零距离 零跑腿 半导体 半岛 收拾 远离大陆 一把手 一揽子 一系列 一体化 第一时间 第一书记 一方面 进一步 一如既往 统一零售价 三级医院 千亿级产业 二手车 二维码 三文鱼 五星级 单位 一五一十 再接再厉 一马当先 百年大计 三线建设 四季度 万达广场 十里河 六合区 九江 一站式 一刀切 一窝蜂`,
	"ordinals in a row":            `一、二、三产业 第一、二、三产业 一、二、三等奖获得者`,
	"marks of lists":               `一、工业 （一）工业 (2)农业 1.总体 1．总体 ①总体 一是抓项目，二是抓招商，三是抓落实。 第一，要抓好。 其一 图1 表2-3 附件3 注1`,
	"stretches of time":            `近三年 未来五年 过去五年`,
}

func TestWhatIsNoQuantity(t *testing.T) {
	count := 0
	for kind, texts := range noQuantities {
		for text := range strings.FieldsSeq(texts) {
			count++
			text = strings.ReplaceAll(text, "_", " ")
			if got := found(text); got != "" {
				t.Errorf("%s: %s gives %s", kind, text, got)
			}
			// The same in the middle of a sentence.
			if got := found("据介绍，" + text + "，工作有序。"); got != "" && !strings.HasPrefix(kind, "marks") {
				t.Errorf("%s: %s in a sentence gives %s", kind, text, got)
			}
		}
	}
	if count < 190 {
		t.Errorf("%d texts", count)
	}
}
