// Package templates holds the templates a briefing can be made with: a folder each, with style.yaml for its looks.
//
// It only embeds them; package load reads style.yaml into a style.Style.
package templates

import "embed"

// Files are the templates: briefing/style.yaml and so on.
//
//go:embed */style.yaml
var Files embed.FS

// Default is the template used unless a run names another.
const Default = "briefing"

// Official is the template in the form of GB/T 9704-2012 党政机关公文格式.
const Official = "official"

// Names are the templates there are.
func Names() []string { return []string{Default, Official} }
