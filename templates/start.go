package templates

import "embed"

//go:embed start
var start embed.FS

// An Example is a file that a new folder of data begins with.
type Example struct {
	With string // the choice that asks for it; none for what every folder has
	Path string // where it goes below the folder, slash-separated
	file string
}

// Folders that begin with a dot are not searched for data files, so what serves
// a schedule can be YAML too.
var examples = []Example{
	{"", "data/district.yaml", "district.yaml"},
	{"github", ".github/workflows/briefing.yml", "github.yml"},
	{"gitlab", ".gitlab-ci.yml", "gitlab.yml"},
	{"cron", ".schedule/jianbao.cron", "jianbao.cron"},
	{"systemd", ".schedule/jianbao.service", "jianbao.service"},
	{"systemd", ".schedule/jianbao.timer", "jianbao.timer"},
	{"kubernetes", ".schedule/kubernetes.yaml", "kubernetes.yaml"},
	{"container", ".schedule/Containerfile", "Containerfile"},
}

// Examples are the files a new folder can begin with, in the order they are told.
func Examples() []Example { return examples }

// Content is the file's text.
func (e Example) Content() []byte {
	text, err := start.ReadFile("start/" + e.file)
	if err != nil {
		panic(err) // embedded: a test reads each
	}
	return text
}
