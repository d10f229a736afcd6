package load

import (
	"crypto/sha256"
	"io/fs"
	"path"
	"slices"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// Judge is what a data file comes to by its own checks. Several goroutines may
// ask.
type Judge func(*dataset.Dataset) Judgement

// Judgement is what a Judge says: the figures that formulas compute, those that a
// check bears out, and what is wrong.
type Judgement struct {
	Values   map[dataset.Ref]figure.Figure
	BorneOut map[dataset.Ref]bool
	Findings []diag.Finding
}

// unjudged is the Judge of a reader that was given none: only figures that were
// given are known, and nothing is found.
func unjudged(*dataset.Dataset) Judgement { return Judgement{} }

// judgedBy sets who judges the members, if there is one.
func (r *reader) judgedBy(j Judge) {
	if j != nil {
		r.judge = j
	}
}

// members reads the data files that `members` names: a city's districts, which
// may have members of their own. Of each only the figures asked for are kept,
// however long it is. Its findings are for its own run to say; here it is said
// once that it has errors, and none of its figures is then relied on.
func (r *reader) members() {
	written := r.ds.Members
	if written.Value == "" {
		return
	}
	if taken, ok := r.ids[dataset.MembersID]; ok {
		r.found.add(diag.Finding{Code: diag.DuplicateKey, Severity: diag.Error, Place: taken,
			Message: diag.Say("有了 members，id 就不能再叫 members：公式里的 members 指下辖各地区",
				"with members given no id can be members: in formulas that is the districts below"),
			Related: []diag.Related{{Place: written.Place, Note: diag.Say("下辖各地区写在这里", "the districts are named here")}}})
		return
	}
	paths := r.memberPaths(written)
	if len(paths) == 0 {
		return // reported where they were looked for
	}
	asked := r.askedOfMembers()
	read := make([]*memberFile, len(paths))
	inParallel(len(paths), func(n int) { read[n] = r.member(paths[n], asked) })
	if slices.ContainsFunc(read, func(m *memberFile) bool { return m.over }) {
		// Which of them were read depends on who came first, so none is.
		r.report(diag.OverLimit, written.Place, diag.Say("下辖地区的数据文件连同再下级的，超过%d个或%d层，没有读",
			"the members and theirs are more than %d, or deeper than %d levels, and are not read", r.limits.Members, r.limits.Levels))
		return
	}
	r.reportFaults(read)
	r.checkCodes(read)
	r.memberTables(read, asked)
	known := map[string]bool{}
	for _, in := range r.ds.Inputs {
		known[in.Name] = true
	}
	for _, m := range read {
		for _, in := range m.inputs {
			if !known[in.Name] {
				known[in.Name] = true
				r.ds.Inputs = append(r.ds.Inputs, in)
			}
		}
	}
}

// memberFile is a member, read and reduced.
type memberFile struct {
	dataset.Member
	codePlace diag.Place
	inputs    []dataset.Input // without texts
	figures   map[figureKey]memberFigure
	kept      []figureKey      // of figures, in the order of the file
	names     []dataset.Column // ids, names and units of all indicators

	errors []diag.Finding // why it is at fault; the first few
	count  int            // how many there are
	over   bool           // it, or what is below it, is beyond the limits of members
	circle bool           // its members lead back to a file above it
}

// member reads one data file.
func (r *reader) member(at string, asked asked) *memberFile {
	name := r.prefix + at
	m := &memberFile{Member: dataset.Member{File: name, Name: strings.TrimSuffix(path.Base(at), path.Ext(at)), Place: diag.Place{File: name}},
		inputs: []dataset.Input{{Name: name}}}
	if read := r.membersRead.Add(1); read > int64(r.limits.Members) {
		m.over = true
		return m
	}
	raw, problem := readInside(r.files, at, r.limits.YAMLBytes)
	if problem != nil {
		m.fault(problem.finding(m.Place))
		return m
	}
	below, folder := r.files, path.Dir(at)
	if folder != "." {
		var err error
		if below, err = fs.Sub(r.files, folder); err != nil {
			m.fault(unreadable(at, err).finding(m.Place))
			return m
		}
	}
	from := newReader(name, raw, below, r.limits)
	from.prefix = strings.TrimSuffix(name, path.Base(at))
	from.judge = r.judge
	from.chain = append(slices.Clone(r.chain), r.src.name)
	from.membersRead = r.membersRead
	m.reduce(from, asked)
	return m
}

// reduce loads and judges a member and keeps what is asked for.
func (m *memberFile) reduce(from *reader, asked asked) {
	d, findings := from.load()
	m.inputs[0].SHA256 = sha256.Sum256(from.raw)
	var judged Judgement
	if d != nil {
		m.inputs = d.Inputs
		judged = from.judge(d)
		findings = append(findings, judged.Findings...)
	}
	for _, f := range findings {
		m.circle = m.circle || f.Code == diag.MembersCircle
		m.over = m.over || d != nil && f.Code == diag.OverLimit && f.Place == d.Members.Place
		if f.Severity == diag.Error {
			m.fault(f)
		}
	}
	lines := linesOf(from.src)
	for _, f := range m.errors {
		lines.keep(f.Place)
	}
	if d != nil {
		if name := d.District.Name; name.Value != "" {
			m.Name, m.Place = name.Value, name.Place
		}
		m.Code, m.codePlace = d.District.Code.Value, d.District.Code.Place
		lines.keep(m.Place)
		lines.keep(m.codePlace)
		m.take(d, judged, asked, lines)
	}
	for i := range m.inputs {
		m.inputs[i].Text, m.inputs[i].Lines = "", nil
	}
	m.inputs[0].Lines = lines.kept
}

// fault notes an error in a member.
func (m *memberFile) fault(f diag.Finding) {
	const named = 3
	m.count++
	if len(m.errors) < named {
		m.errors = append(m.errors, f)
	}
	m.Fault = diag.Say("%s有%d处错误", "%s has errors: %d", m.File, m.count)
}

// reportFaults says which members cannot be relied on. It is a warning: the
// file's own figures may be right; what is added up of members is not checked.
func (r *reader) reportFaults(read []*memberFile) {
	faulty := 0
	for _, m := range read {
		if m.count == 0 {
			continue
		}
		if faulty++; faulty > r.limits.RowFindings {
			continue
		}
		f := diag.Finding{Code: diag.MemberFault, Severity: diag.Warning, Place: r.ds.Members.Place,
			Message: diag.Say("下辖地区的数据文件 %s 有%d处错误，它的数不能用来汇总", "the member %s has errors (%d), so its figures cannot be added up", m.File, m.count),
			Hints:   []diag.Hint{{Kind: "member", Message: diag.Say("先核对并改正它：jianbao check %s", "check and mend it first: jianbao check %s", m.File)}}}
		if m.circle {
			f.Code, f.Severity, f.Hints = diag.MembersCircle, diag.Error, apart
			f.Message = diag.Say("members 绕了回来：%s 的下辖地区里又有上级", "members go in a circle: those of %s lead back to a file above it", m.File)
		}
		for _, why := range m.errors {
			f.Related = append(f.Related, diag.Related{Place: why.Place, Note: why.Message})
		}
		r.found.add(f)
	}
	if more := faulty - r.limits.RowFindings; more > 0 {
		r.found.add(diag.Finding{Code: diag.MemberFault, Severity: diag.Warning, Place: r.ds.Members.Place,
			Message: diag.Say("还有%d个下辖地区的数据文件有错误，未列出", "%d more members have errors and are not listed", more)})
	}
}

// apart is how members are kept from including themselves.
var apart = []diag.Hint{{Kind: "folder", Message: diag.Say("把下辖地区的数据文件放在单独的文件夹里，如 members: districts/*.yaml",
	"put the members into a folder of their own, as in members: districts/*.yaml")}}

// keptLines are the lines of a file that findings may show when the file itself
// is no longer kept.
type keptLines struct {
	from *source
	kept map[int]string
}

func linesOf(from *source) keptLines { return keptLines{from, map[int]string{}} }

func (k keptLines) keep(at diag.Place) {
	if at.File == k.from.name && at.Line > 0 {
		k.kept[at.Line] = strings.Clone(k.from.line(at.Line))
	}
}
