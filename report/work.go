package report

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"time"

	"jianbao/report/manifest"
	"jianbao/report/outfolder"
)

// statusOverMemory is how a worker ends that needs more memory than it may.
const statusOverMemory = 86

// workOrder is what a worker is told first.
type workOrder struct {
	Out        string         `json:"out"`
	Shard      manifest.Shard `json:"shard"`
	Template   string         `json:"template"`
	Draft      bool           `json:"draft"`
	FailOn     FailOn         `json:"fail_on"`
	ListChecks bool           `json:"list_checks"`
	Memory     int64          `json:"memory"`
}

// Work is the whole life of a worker process (see Limits): it reads an order and
// then jobs, a line of JSON each, and answers each with what came of it. It ends
// the process when its input ends, in the middle of a district too, since then the
// run that started it is gone; and when it takes too much memory.
func Work(stdin io.Reader, stdout io.Writer) error {
	lines := bufio.NewReader(stdin)
	var order workOrder
	if err := readLine(lines, &order); err != nil {
		return err
	}
	watchMemory(order.Memory)
	l, bad := openLooks(order.Template)
	if bad != nil {
		return bad.Found.Findings[0].Message // the run has told the rest
	}
	folder, err := outfolder.OpenWorkshop(order.Out, order.Shard)
	if err != nil {
		return err
	}
	defer folder.Close()
	b := &bench{looks: l, stdin: strings.NewReader(""), folder: folder, opt: Options{
		Draft: order.Draft, FailOn: order.FailOn, ListChecks: order.ListChecks,
	}}
	jobs := make(chan job)
	go func() {
		for {
			var j job
			if readLine(lines, &j) != nil {
				os.Exit(0)
			}
			jobs <- j
		}
	}()
	answers := json.NewEncoder(stdout)
	for j := range jobs {
		if err := answers.Encode(b.make(j)); err != nil {
			return err
		}
	}
	return nil
}

func readLine(lines *bufio.Reader, v any) error {
	line, err := lines.ReadBytes('\n')
	if err != nil {
		return err
	}
	return json.Unmarshal(line, v)
}

// memoryLooks is how often a worker looks at its own memory: between two looks it
// can go over its limit by what it takes in that time.
const memoryLooks = 10 * time.Millisecond

// watchMemory ends the process when it holds more than limit bytes. The collector
// is told to stay a tenth below, so that what goes over is in use.
func watchMemory(limit int64) {
	if limit == 0 {
		return
	}
	debug.SetMemoryLimit(limit - limit/10)
	held := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	go func() {
		for range time.Tick(memoryLooks) {
			metrics.Read(held)
			if held[0].Value.Uint64()-held[1].Value.Uint64() > uint64(limit) {
				os.Exit(statusOverMemory)
			}
		}
	}()
}
