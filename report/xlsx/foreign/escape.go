package foreign

import (
	"strconv"
	"strings"

	"jianbao/report/pattern"
)

// Characters that XML cannot hold stand in a workbook as _x000D_, and such a text
// itself as _x005F_x000D_ (ECMA-376 part 1, 22.9.2.19).
var escaped = pattern.Of(`_x[0-9A-Fa-f]{4}_`)

func decoded(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escaped().ReplaceAllStringFunc(s, func(m string) string {
		n, _ := strconv.ParseUint(m[2:6], 16, 32)
		return string(rune(n))
	})
}

// Encoded is a text as a workbook's XML holds it.
func Encoded(s string) string {
	if strings.Contains(s, "_x") {
		s = escaped().ReplaceAllStringFunc(s, func(m string) string { return "_x005F" + m })
	}
	return s
}
