package report

import (
	"bufio"
	"encoding/json"
	"io"
	"os/exec"
	"strings"
	"time"

	"jianbao/report/diag"
)

// crew is a maker that works in processes of their own, as many as districts are
// worked on at once. Each makes one district after another; one that takes too
// long or too much memory ends, and costs that district alone.
type crew struct {
	opt  Options
	idle chan *worker // a place for each, nil if it has to be started
}

func newCrew(opt Options) *crew {
	c := &crew{opt: opt, idle: make(chan *worker, opt.Jobs)}
	for range opt.Jobs {
		c.idle <- nil
	}
	return c
}

func (c *crew) close() {
	for range c.opt.Jobs {
		if w := <-c.idle; w != nil {
			w.end()
		}
	}
}

// make has a worker make one district.
func (c *crew) make(j job) product {
	w := <-c.idle
	defer func() { c.idle <- w }()
	if w == nil {
		var err error
		if w, err = c.start(); err != nil {
			return failed(j, diag.InternalFault, diag.Say("子进程起不来：%s", "the working process cannot be started: %s", err.Error()))
		}
	}
	p, ok := w.make(j, c.opt.Limits.Time)
	ended := w
	if !ok || ended.late {
		ended.end()
		w = nil
	}
	if ok {
		return p
	}
	switch {
	case ended.late:
		return failed(j, diag.OverLimits, diag.Say("超过了 --timeout 的时限 %s", "it took longer than --timeout, %s", c.opt.Limits.Time))
	case ended.process.ProcessState.ExitCode() == statusOverMemory:
		return failed(j, diag.OverLimits, diag.Say("超过了 --memory 的限度 %d 兆字节", "it took more than --memory, %d MB", c.opt.Limits.Memory/1e6))
	}
	return failed(j, diag.InternalFault, diag.Say("子进程意外结束（%s）：%s", "the working process ended unexpectedly (%s): %s",
		ended.process.ProcessState, ended.said))
}

func failed(j job, code diag.Code, say diag.Text) product {
	d := District{Found: diag.File{Name: j.Path}}
	d.faultOf(input{path: j.Path}, code, say)
	return product{Found: d.Found, Fault: true}
}

// worker is a process of the crew.
type worker struct {
	process *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	said    *beginning // on standard error: why it ended, if it is a fault
	late    bool       // it was ended for taking too long
}

// beginning keeps the first of what is written to it.
type beginning struct{ strings.Builder }

func (b *beginning) Write(p []byte) (int, error) {
	const kept = 2000 // bytes: the reason and where it was
	b.Builder.Write(p[:min(len(p), max(kept-b.Len(), 0))])
	return len(p), nil
}

func (c *crew) start() (*worker, error) {
	w := &worker{process: exec.Command(c.opt.Limits.Worker[0], c.opt.Limits.Worker[1:]...), said: &beginning{}}
	w.process.Stderr = w.said
	var err error
	if w.in, err = w.process.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := w.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	w.out = bufio.NewReader(out)
	if err := w.process.Start(); err != nil {
		return nil, err
	}
	order := workOrder{
		Out: c.opt.Out, Shard: c.opt.Shard, Template: c.opt.Template, Draft: c.opt.Draft, FailOn: c.opt.FailOn,
		ListChecks: c.opt.ListChecks, Memory: c.opt.Limits.Memory,
	}
	if err := json.NewEncoder(w.in).Encode(order); err != nil {
		w.end()
		return nil, err
	}
	return w, nil
}

// make gives the process a job and waits for what comes of it. If ok is false
// nothing did: the process has ended, or is of no more use.
func (w *worker) make(j job, limit time.Duration) (p product, ok bool) {
	if limit > 0 {
		timer := time.AfterFunc(limit, func() { _ = w.process.Process.Kill() })
		// Though the answer may have come just before.
		defer func() { w.late = !timer.Stop() }()
	}
	err := json.NewEncoder(w.in).Encode(j)
	var line []byte
	if err == nil {
		line, err = w.out.ReadBytes('\n')
	}
	if err == nil {
		err = json.Unmarshal(line, &p)
	}
	return p, err == nil
}

// end lets the process go, which ends when its input does.
func (w *worker) end() {
	_ = w.in.Close()
	_ = w.process.Wait() // how it ended, its state tells
}
