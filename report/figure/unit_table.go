package figure

import (
	"math/big"
	"strings"
)

// Dimension is what a unit measures. Figures of different dimensions cannot be
// added or compared.
type Dimension string

// The dimensions the tool knows; a unit it does not know is a dimension of its
// own, named by the unit less its magnitude.
const (
	Ratio  Dimension = ""    // plain numbers, %, ‰, 成, 倍
	Points Dimension = "百分点" // differences of rates; base unit: 1 (0.01 is one 百分点)
	Counts Dimension = "个"   // what counts things: 个 家 户 处 条 项 村 所 座 …
	People Dimension = "人"   // 人 名 位
	Money  Dimension = "元"   // 元 万元 亿元
	Length Dimension = "米"   // 米 公里 千米
	Area   Dimension = "平方米" // 平方米 公顷 亩 平方公里
	Volume Dimension = "立方米" // 立方米 升
	Mass   Dimension = "吨"   // 千克 公斤 吨 万吨
	Energy Dimension = "千瓦时" // 千瓦时 度 亿千瓦时
	Power  Dimension = "千瓦"  // 千瓦 兆瓦
	Time   Dimension = "小时"  // 秒 分钟 小时 天 周
	Months Dimension = "个月"  // 个月 年: apart from Time, since months differ in length
	Fan    Dimension = "番"   // doublings: 翻两番 is four times
)

// knownUnit is a unit without magnitude; a nil factor is 1.
type knownUnit struct {
	dimension Dimension
	factor    *big.Rat
}

// classifiers count things, each of them once. Whatever begins with 个 and is
// not known otherwise counts things too: 个乡镇, 个重点项目.
const classifiers = "个 家 户 处 条 项 村 所 座 台 辆 件 批 宗 届 支 类 种 场 次 套 只 头 匹 羽 株 棵 栋 幢 间 架 艘 列 部 " +
	"本 册 份 张 面 块 片 段 道 口 眼 盏 根 枚 颗 门 期 篇 幅 例 起 笔 单 组 队 班 站 园 店 院 校 镇 乡 县 区 市 省 " +
	"社区 街道 乡镇 家企业 户企业 户家庭 宗地"

// countingDimensions are units that count whole things but are no number of
// things or persons themselves: a visit is not a visitor, a bed no patient.
var countingDimensions = wordSet("人次 户次 台次 车次 架次 班次 辆次 件次 家次 床 床位 张床位 张床 车位 席 席位 标箱 对 双")

// units are the units without magnitude, by symbol.
var units = func() map[string]knownUnit {
	table := map[string]knownUnit{
		"":  {Ratio, nil},
		"%": {Ratio, big.NewRat(1, 100)}, "‰": {Ratio, big.NewRat(1, 1000)}, "‱": {Ratio, big.NewRat(1, 10000)},
		"成": {Ratio, big.NewRat(1, 10)}, "倍": {Ratio, nil},
		"百分点": {Points, big.NewRat(1, 100)}, "个百分点": {Points, big.NewRat(1, 100)}, "pp": {Points, big.NewRat(1, 100)},
		"千分点": {Points, big.NewRat(1, 1000)}, "个千分点": {Points, big.NewRat(1, 1000)},
		"人": {People, nil}, "名": {People, nil}, "位": {People, nil},
		"元": {Money, nil}, "元人民币": {Money, nil}, "角": {Money, big.NewRat(1, 10)},
		"番": {Fan, nil},
	}
	measures := []struct {
		dimension Dimension
		symbols   string
		factor    *big.Rat
	}{
		{Length, "米 m", nil}, {Length, "公里 千米 km", big.NewRat(1000, 1)}, {Length, "厘米 cm", big.NewRat(1, 100)},
		{Length, "毫米 mm", big.NewRat(1, 1000)}, {Length, "里 华里", big.NewRat(500, 1)}, {Length, "海里", big.NewRat(1852, 1)},
		{Area, "平方米 平米 ㎡ m² m2", nil}, {Area, "公顷 hm² hm2", big.NewRat(10000, 1)}, {Area, "亩", big.NewRat(2000, 3)},
		{Area, "平方公里 平方千米 km² km2", big.NewRat(1000000, 1)},
		{Volume, "立方米 方 m³ m3", nil}, {Volume, "升 L", big.NewRat(1, 1000)}, {Volume, "毫升 mL", big.NewRat(1, 1000000)},
		{Mass, "吨 t", nil}, {Mass, "公斤 千克 kg", big.NewRat(1, 1000)}, {Mass, "克 g", big.NewRat(1, 1000000)},
		{Mass, "毫克 mg", big.NewRat(1, 1000000000)}, {Mass, "斤 市斤", big.NewRat(1, 2000)},
		{Energy, "千瓦时 千瓦·时 千瓦小时 度 kWh", nil}, {Energy, "兆瓦时 MWh", big.NewRat(1000, 1)},
		{Power, "千瓦 kW", nil}, {Power, "瓦 W", big.NewRat(1, 1000)}, {Power, "兆瓦 MW", big.NewRat(1000, 1)},
		{Power, "吉瓦 GW", big.NewRat(1000000, 1)},
		{Time, "小时 个小时 h", nil}, {Time, "分钟 min", big.NewRat(1, 60)}, {Time, "秒 s", big.NewRat(1, 3600)},
		{Time, "天 日 d", big.NewRat(24, 1)}, {Time, "周 星期", big.NewRat(168, 1)},
		{Months, "个月 月", nil}, {Months, "年 周年 周岁 岁", big.NewRat(12, 1)},
	}
	for _, m := range measures {
		for symbol := range strings.FieldsSeq(m.symbols) {
			table[symbol] = knownUnit{m.dimension, m.factor}
		}
	}
	for symbol := range strings.FieldsSeq(classifiers) {
		table[symbol] = knownUnit{Counts, nil}
	}
	for dimension := range countingDimensions {
		table[string(dimension)] = knownUnit{dimension, nil}
	}
	return table
}()

func wordSet(words string) map[Dimension]bool {
	set := map[Dimension]bool{}
	for word := range strings.FieldsSeq(words) {
		set[Dimension(word)] = true
	}
	return set
}
