package report

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"jianbao/fonts"
	"jianbao/report/compose"
	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/load"
	"jianbao/report/style"
	"jianbao/report/typeface"
	"jianbao/report/typeset"
	"jianbao/templates"
)

// looks are what every briefing of a run shares: the template's style and the
// faces. They are read once.
type looks struct {
	style style.Style
	faces typeset.Faces

	phrasing *compose.Phrasing // the template's own texts
	texts    []dataset.Input   // the files they are in, as findings name them
}

// openLooks reads a template: an embedded one by its name, or a folder. One that
// cannot be used gives what was found in it, in the form of a district's outcome.
func openLooks(template string) (*looks, *District) {
	if template == "" {
		template = templates.Default
	}
	if slices.Contains(templates.Names(), template) {
		files, err := fs.Sub(templates.Files, template)
		if err != nil {
			return nil, badTemplate(template, dataset.Input{}, []diag.Finding{*unreadableTemplate(template, err)})
		}
		return readLooks(template, files)
	}
	if meta, err := os.Stat(template); err != nil || !meta.IsDir() {
		return nil, badTemplate(template, dataset.Input{}, []diag.Finding{*noTemplate(template)})
	}
	root, err := os.OpenRoot(template)
	if err != nil {
		return nil, badTemplate(template, dataset.Input{}, []diag.Finding{*unreadableTemplate(template, err)})
	}
	defer root.Close()
	return readLooks(template, root.FS())
}

// Shadowed reports whether a template named for one that comes with the program is
// that one though a folder of the same name stands there, which ./NAME would take.
func Shadowed(template string) bool {
	if !slices.Contains(templates.Names(), template) {
		return false
	}
	_, err := os.Stat(filepath.Join(template, load.StyleFile))
	return err == nil
}

// readLooks reads the template in a folder, with its own fonts.
func readLooks(template string, files fs.FS) (*looks, *District) {
	made, input, findings := load.Style(files, fonts.Names())
	l := &looks{style: made, faces: typeset.Faces{}}
	for _, name := range fonts.Names() {
		face, err := fonts.Load(name)
		if err != nil {
			findings = append(findings, diag.Finding{Code: diag.InternalFault, Severity: diag.Error,
				Message: diag.Say("程序自带的字体用不了：%s", "an embedded font cannot be used: %s", err.Error())})
		}
		l.faces[name] = face
	}
	for _, f := range made.Fonts {
		face, err := typeface.Parse(f.File)
		if err != nil {
			findings = append(findings, badFont(f, err))
			continue
		}
		l.faces[f.Name] = face
	}
	if len(findings) > 0 {
		return nil, badTemplate(filepath.Join(template, load.StyleFile), input, findings)
	}
	if problem := l.readTexts(template, files); problem != nil {
		return nil, problem
	}
	return l, nil
}

// readTexts reads the template's own texts.
func (l *looks) readTexts(template string, files fs.FS) *District {
	texts, findings := load.Phrases(files)
	if len(findings) > 0 {
		return badTemplate(filepath.Join(template, findings[0].Place.File), dataset.Input{}, findings[:1])
	}
	var own []compose.TextFile
	for i := range texts {
		section := load.PhraseOf(texts[i])
		texts[i].Name = filepath.Join(template, texts[i].Name)
		own = append(own, compose.TextFile{Section: section, Name: texts[i].Name, Text: texts[i].Text})
	}
	l.texts, l.phrasing = texts, compose.ReadPhrasing(own)
	return nil
}

// badTemplate is the outcome of a run whose template cannot be used: of a file or
// folder as the user knows it, while findings name the file inside the folder.
func badTemplate(name string, input dataset.Input, findings []diag.Finding) *District {
	d := &District{Found: diag.File{Name: name, Unreadable: true}}
	input.Name = name
	for i := range findings {
		findings[i].Place.File = name
		for k := range findings[i].Related {
			findings[i].Related[k].Place.File = name
		}
		d.Fault = d.Fault || findings[i].Code == diag.InternalFault
	}
	d.add([]dataset.Input{input}, findings)
	return d
}

func unreadableTemplate(template string, err error) *diag.Finding {
	return unusable(template, diag.BadPath, diag.Say("版式读不了：%s", "the template cannot be read: %s", plainError(err)))
}

func noTemplate(template string) *diag.Finding {
	names := templates.Names()
	f := unusable(template, diag.BadPath, diag.Say("没有版式“%[1]s”：自带的有 %[2]s；也可以是有 %[3]s 的文件夹",
		"there is no template %[1]q: those that come with the program are %[2]s; a folder with %[3]s may be one too",
		template, strings.Join(names, ", "), load.StyleFile))
	if near, ok := diag.Nearest(template, names); ok {
		f.Hints = []diag.Hint{{Kind: "nearest-template", Suggestion: near, Message: diag.Say("是不是 %s？", "did you mean %s?", near)}}
	}
	return f
}

// badFont says why a template's font file cannot be used, and what to do.
func badFont(f style.Font, err error) diag.Finding {
	fault := fontFaults[0]
	for _, known := range fontFaults {
		if errors.Is(err, known.err) {
			fault = known
		}
	}
	return diag.Finding{Code: diag.BadFont, Severity: diag.Error, Place: f.Place,
		Message: diag.Say("字体文件“%s”用不了：%s", "the font file %q cannot be used: %s", f.Path, fault.say),
		Hints:   []diag.Hint{{Kind: "font", Message: fault.mend}}}
}

// fontFaults are the reasons that package typeface gives.
var fontFaults = []struct {
	err       error
	say, mend diag.Text
}{
	{typeface.ErrNotTrueType, diag.Say("不是 TrueType 字体", "it is no TrueType font"), trueType},
	{typeface.ErrCFF, diag.Say("是 CFF 轮廓的 OpenType 字体（.otf）", "its outlines are CFF (.otf)"), trueType},
	{typeface.ErrCollection, diag.Say("是多个字体合在一起的 .ttc", "it is a collection of fonts (.ttc)"),
		diag.Say("先用字体工具拆出单个 .ttf", "take the single .ttf out of it with a font tool")},
	{typeface.ErrBitmap, diag.Say("是点阵字体，没有轮廓", "it is a bitmap font, without outlines"), trueType},
	{typeface.ErrVariable, diag.Say("是可变字体", "it is a variable font"),
		diag.Say("换用同一字体的静态 .ttf，一个字重一个文件", "take the static .ttf files of the same font, one a weight")},
	{typeface.ErrNoUnicode, diag.Say("没有 Unicode 字符表", "it has no map from Unicode"), trueType},
	{typeface.ErrRestricted, diag.Say("字体声明不许嵌入文件（OS/2 fsType）", "it forbids embedding (OS/2 fsType)"),
		diag.Say("换用许可嵌入的版本，或向字体厂商取得许可", "take a version that may be embedded, or ask its maker for leave")},
	{typeface.ErrDamaged, diag.Say("文件损坏或不完整", "it is damaged or not whole"),
		diag.Say("从原处重新复制字体文件", "copy the font file again from where it came")},
}

var trueType = diag.Say("换用 TrueType 轮廓的 .ttf 文件", "take a .ttf file with TrueType outlines")
