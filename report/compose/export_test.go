package compose

// FunctionNames are the functions that texts may use.
func FunctionNames() []string { return functionNames }
