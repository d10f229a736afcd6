package load

// habits are words that people at a statistics office may write for a key; the
// first that the mapping knows is offered.
var habits = map[string][]string{
	"版本": {"version"}, "地区": {"district"}, "区县": {"district"}, "区划": {"district"},
	"名称": {"name", "title"}, "标题": {"title"}, "题目": {"title"}, "代码": {"code"}, "区划代码": {"code"},
	"上级": {"parent"}, "发布单位": {"issuer"}, "发文机关": {"issuer"}, "报告期": {"period"}, "时期": {"period"},
	"期间": {"period"}, "时间": {"period", "date"}, "发布日期": {"published"}, "日期": {"date", "published", "period"},
	"来源": {"source", "sources"}, "数据来源": {"source", "sources"}, "资料来源": {"source", "sources"},
	"章节": {"sections"}, "部分": {"sections"}, "指标": {"indicators"}, "编号": {"id"}, "标识": {"id"},
	"数值": {"value"}, "值": {"value"}, "数据": {"value", "rows"}, "单位": {"unit"}, "计量单位": {"unit"},
	"小数": {"decimals"}, "小数位": {"decimals"}, "小数位数": {"decimals"}, "精度": {"decimals"},
	"状态": {"status"}, "同比": {"yoy"}, "环比": {"pop"}, "排名": {"rank"}, "位次": {"rank"},
	"备注": {"note"}, "注": {"note"}, "说明": {"note", "say"}, "公式": {"formula"}, "其中": {"of"},
	"占比": {"share"}, "比重": {"share"}, "名单": {"names"}, "观测值": {"observations"},
	"表": {"tables", "table"}, "表格": {"tables", "table"}, "列": {"columns"}, "字段": {"columns"},
	"行": {"rows"}, "文件": {"file"}, "合计": {"totals", "label"}, "总计": {"totals", "label"},
	"条件": {"where"}, "个数": {"count"}, "项数": {"count"}, "示例": {"sample"}, "主键": {"key"},
	"图": {"charts"}, "图表": {"charts"}, "类型": {"type"}, "标签": {"label"}, "正文": {"text"}, "文字": {"text"},
	"校验": {"checks"}, "核对": {"checks"}, "断言": {"assert"}, "例外": {"exceptions"},
	"原因": {"reason"}, "理由": {"reason"}, "截止": {"until"}, "有效期": {"until"}, "上期": {"previous"},
	"时期指标": {"flow"}, "累计": {"flow"}, "网址": {"url"}, "链接": {"url"}, "舍入": {"rounding"}, "修约": {"ties", "rounding"},
}
