package report

import (
	"context"
	"io"
	"time"

	"jianbao/report/diag"
	"jianbao/report/manifest"
	"jianbao/report/outfolder"
)

// Options are how a build is run.
type Options struct {
	Out    string // the folder outputs go to
	Jobs   int    // districts worked on at once
	FailOn FailOn // findings from which a district's outputs are not written
	Draft  bool   // write outputs all the same, marked 草稿 and named so

	// Template is the name of an embedded template or a folder with one; the
	// default if empty.
	Template string

	// Version is the tool's. Outputs of another version are made anew.
	Version string
	Force   bool           // make outputs anew though nothing has changed
	Shard   manifest.Shard // the districts to work on; zero for all

	// ListChecks keeps the list of every district's checks, for the formats that
	// show it; else only their number is kept, so that memory stays flat.
	ListChecks bool

	Limits Limits
	Watch  Watcher // nil if nobody watches
}

// Limits bound what one district may cost. With any of them, districts are
// worked on in processes of their own, since nothing else can be stopped midway.
type Limits struct {
	Time   time.Duration // 0 for no limit
	Memory int64         // bytes; 0 for no limit

	// Worker is the command that starts such a process: it must call Work.
	Worker []string
}

func (l Limits) none() bool { return l.Time == 0 && l.Memory == 0 }

// Watcher is told how a build goes on. Its methods are called one at a time.
type Watcher interface {
	Listed(districts int) // how many the run will work on
	Started(name string)
	Made(name string)     // nothing is left to do but to put its outputs in place
	Finished(d *District) // they stand there, or it has none
}

// Build checks data files and writes a workbook and a briefing for each that
// passes, and the manifest. A district that does not pass costs its own outputs
// only, and leaves those of an earlier run in place; one of which nothing has
// changed is not made again, and what was found in it is told again. Once stop is
// done no district is begun; those that are in work are finished.
//
// The outcome holds the output folder until it is closed, since what was found is
// kept there. Trouble of the run as a whole is the outcome of its own: a template that cannot
// be used, an output folder that cannot be taken or written.
func Build(stop context.Context, data []string, stdin io.Reader, opt Options) *Outcome {
	l, bad := openLooks(opt.Template)
	if bad != nil {
		return &Outcome{Districts: []District{*bad}}
	}
	settings, err := settingsOf(opt)
	if err != nil {
		return faultOfRun(opt.Template, err)
	}
	inputs := find(data)
	tellClashes(inputs)
	listed := listing(inputs)
	inputs = shardOf(opt.Shard, inputs)
	folder, err := outfolder.Open(opt.Out, opt.Shard)
	if err != nil {
		return faultOfRun(opt.Out, err)
	}
	b := &batch{opt: opt, folder: folder, settings: settings, records: folder.Manifest}
	if opt.Limits.none() {
		b.maker = &bench{looks: l, stdin: stdin, opt: opt, folder: folder}
	} else {
		b.maker = newCrew(opt)
	}
	o := b.run(stop, inputs)
	o.Recovered = folder.Recovered
	o.Orphans = orphans(b.records, data, inputs)
	b.records.Last, b.records.Settings[settings.Key()] = settings.Key(), settings
	if !opt.Shard.IsZero() {
		b.records.Listed = listed
	}
	b.maker.close()
	if err := folder.Finish(b.records, o.needed()); err != nil {
		o.Districts = append(o.Districts, faultOfRun(opt.Out, err).Districts...)
	}
	o.folder = folder
	return o
}

// faultOfRun is the outcome of a run that could not begin, or not end.
func faultOfRun(name string, err error) *Outcome {
	d := District{Found: diag.File{Name: name}, State: Failed}
	d.faultOf(input{path: name}, diag.OutputFault, Unwritable(err))
	return &Outcome{Districts: []District{d}}
}

// holdsBack reports whether what was found keeps a district's outputs from
// being written.
func (o Options) holdsBack(d *District) bool { return !o.Draft && o.FailOn.Fails(&d.Found) }
