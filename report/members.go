package report

import (
	"jianbao/report/check"
	"jianbao/report/dataset"
	"jianbao/report/load"
)

// judgeMember checks a data file that another adds up.
func judgeMember(d *dataset.Dataset) load.Judgement {
	result := check.Check(d)
	return load.Judgement{Values: result.Values, BorneOut: result.BorneOut(), Findings: result.Findings}
}
