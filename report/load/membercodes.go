package load

import (
	"strings"

	"jianbao/report/diag"
)

// checkCodes holds the members' codes against each other and against that of
// the file: by GB/T 2260 the first two digits are the province's, the next two
// the city's, and a code of GB/T 10114 begins with that of its district. A code
// that two files give would be added up twice.
func (r *reader) checkCodes(read []*memberFile) {
	first := map[string]*memberFile{}
	prefix := codePrefix(r.ds.District.Code.Value)
	for _, m := range read {
		if m.Code == "" {
			continue
		}
		if other, twice := first[m.Code]; twice {
			r.found.add(diag.Finding{Code: diag.MemberCode, Severity: diag.Error, Place: m.codePlace,
				Message: diag.Say("%s与%s的区划代码相同（%s）：同一个地区会汇总两次", "%s and %s have one code (%s): the district would be added up twice", m.said(), other.said(), m.Code),
				Related: []diag.Related{{Place: other.codePlace, Note: diag.Say("先前在这里", "first given here")}},
				Hints:   []diag.Hint{{Kind: "code", Message: diag.Say("改正代码，或移走多余的文件", "mend the code, or move one of the files away")}}})
			continue
		}
		first[m.Code] = m
		if !strings.HasPrefix(m.Code, prefix) {
			r.found.add(diag.Finding{Code: diag.MemberCode, Severity: diag.Warning, Place: m.codePlace,
				Message: diag.Say("%s的区划代码 %s 不以 %s 开头，按代码不属于%s（%s）", "by its code %[2]s, which does not begin with %[3]s, %[1]s does not belong to %[4]s (%[5]s)",
					m.said(), m.Code, prefix, r.ds.District.Name.Value, r.ds.District.Code.Value),
				Related: []diag.Related{{Place: r.ds.District.Code.Place, Note: diag.Say("上级的代码", "the code of the district above")}},
				Hints:   []diag.Hint{{Kind: "code", Message: diag.Say("核对代码，或把文件移出 members 所指的范围", "check the code, or move the file out of what members names")}}})
		}
	}
}

// codePrefix is what the codes of all that lies in a district begin with: the
// zeros at the end of 370000 and 370100 stand for all below.
func codePrefix(code string) string {
	switch {
	case code == "100000" || code == "000000":
		return "" // the country, of which the standard has no code
	case len(code) != 6:
		return code
	}
	return strings.TrimSuffix(strings.TrimSuffix(code, "00"), "00")
}
