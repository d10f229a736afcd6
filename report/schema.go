package report

import "jianbao/report/load"

// Schema is the JSON Schema (draft 2020-12) of data files, for editors.
func Schema() []byte { return load.Schema() }
