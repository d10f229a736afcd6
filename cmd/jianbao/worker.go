package main

import (
	"os/signal"
	"syscall"

	"github.com/urfave/cli/v2"

	"jianbao/report"
	"jianbao/report/diag"
)

// workerCommand starts a process that works for a build with limits. It is not
// for people, and not in the help.
const workerCommand = "worker"

func worker(s streams) *cli.Command {
	return &cli.Command{
		Name: workerCommand, Hidden: true, OnUsageError: plainUsageError,
		Action: func(*cli.Context) error {
			// A signal to the whole group is for the build to heed: it lets a district
			// in work finish.
			signal.Ignore(syscall.SIGINT, syscall.SIGTERM)
			if err := report.Work(s.in, s.out); err != nil {
				return exit{statusFault, diag.Say("%s", "%s", err.Error())}
			}
			return nil
		},
	}
}
