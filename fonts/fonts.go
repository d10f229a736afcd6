// Package fonts holds the embedded faces a briefing is set in. README.md says what they are and how they are made.
//
// It knows what the faces are called, nothing of what they are used for; reading a face is package typeface's part.
package fonts

import (
	_ "embed"
	"fmt"
	"sync"

	"jianbao/report/typeface"
)

// Names of the embedded faces. Each has all 8105 characters of the 通用规范汉字表, GB 2312, and the letters and signs of
// statistical writing.
const (
	Sans      = "sans"       // 黑体: Noto Sans SC Regular, with all of GBK
	SansBold  = "sans-bold"  // 黑体 for emphasis: Noto Sans SC Bold
	Serif     = "serif"      // 宋体: Noto Serif SC Regular
	SerifBold = "serif-bold" // for titles, in place of 小标宋: Noto Serif SC Bold
	Kai       = "kai"        // 楷体: Jianbao Kai, a renamed cut of LXGW WenKai
)

// Fallback is the face with the largest repertoire, to be asked when another has no glyph for a character.
const Fallback = Sans

// The files lie in the program as they are and are paged in as they are read; nothing may write to them.
var (
	//go:embed sans.ttf
	sansTTF []byte
	//go:embed sans-bold.ttf
	sansBoldTTF []byte
	//go:embed serif.ttf
	serifTTF []byte
	//go:embed serif-bold.ttf
	serifBoldTTF []byte
	//go:embed kai.ttf
	kaiTTF []byte
)

// embedded is a face that is parsed when it is first asked for.
type embedded struct {
	name  string
	parse func() (*typeface.Face, error)
}

var all = []embedded{
	lazily(Sans, sansTTF),
	lazily(SansBold, sansBoldTTF),
	lazily(Serif, serifTTF),
	lazily(SerifBold, serifBoldTTF),
	lazily(Kai, kaiTTF),
}

func lazily(name string, ttf []byte) embedded {
	return embedded{name, sync.OnceValues(func() (*typeface.Face, error) { return typeface.Parse(ttf) })}
}

// Names lists the embedded faces, always in the same order.
func Names() []string {
	names := make([]string, len(all))
	for i, e := range all {
		names[i] = e.name
	}
	return names
}

// Load gives the embedded face of that name; every call gives the same one, and any goroutine may use it.
// It fails only for a name that is not among Names.
func Load(name string) (*typeface.Face, error) {
	for _, e := range all {
		if e.name == name {
			return e.parse()
		}
	}
	return nil, fmt.Errorf("no embedded face is called %q", name)
}
