// Command jianbao turns a YAML file of a district's statistics into a checked
// workbook and briefing.
//
// This package is the command line and nothing else: one file a command. Clock,
// environment and exit status live here and nowhere below.
package main

import "os"

func main() {
	collectSeldom(os.Getenv)
	os.Exit(run(os.Args, streams{os.Stdin, os.Stdout, os.Stderr}, os.Getenv))
}
