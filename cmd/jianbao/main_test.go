package main

import (
	"flag"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the scripts made into them, where they compare it")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"jianbao": main})
}

// TestScripts runs the real command in testdata/script, a file a behaviour.
func TestScripts(t *testing.T) {
	if *update && os.Getenv("CI") != "" {
		t.Fatal("scripts are not updated where CI is set")
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "zh_CN.UTF-8")
			here, err := os.Getwd()
			if err != nil {
				return err
			}
			e.Setenv("TESTDATA", here+"/../../testdata")
			return nil
		},
	})
}
