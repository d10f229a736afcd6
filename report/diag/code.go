package diag

// Code is the stable name of a kind of finding: JB1xx input, JB2xx totals,
// JB3xx change over time, JB4xx other relations, JB5xx duplicates and
// continuity, JB6xx prose, JB7xx outputs.
type Code string

// The codes in use.
const (
	BadYAML       Code = "JB101" // the file is no YAML, not UTF-8, or not of this format
	UnknownKey    Code = "JB102" // a key the format does not know
	DuplicateKey  Code = "JB103" // a key or an id given twice
	MissingKey    Code = "JB104" // something required is not there
	WrongShape    Code = "JB105" // a mapping where a text is wanted, and the like
	BadFigure     Code = "JB106" // a text that is no figure
	BadPeriod     Code = "JB107" // a text that is no reference period
	BadUnit       Code = "JB108" // a unit that contradicts the figure's own
	BadExpression Code = "JB109" // an expression that cannot be read
	UnknownName   Code = "JB110" // a name no indicator, table or column has
	UnlikeUnits   Code = "JB111" // an expression that adds or compares unlike units
	BadTable      Code = "JB112" // a row with too many or too few cells, a value outside one_of
	BadPath       Code = "JB113" // a path that leaves the data file's folder, or cannot be read
	OverLimit     Code = "JB114" // larger, deeper or longer than is read
	ExcessDigits  Code = "JB115" // more digits than decimals allows
	BadValue      Code = "JB116" // a word outside the list of those allowed here
	MemberFault   Code = "JB117" // a member has errors, so that its figures are not added up
	MembersCircle Code = "JB118" // members that include the file itself
	MemberCode    Code = "JB119" // a member's code is another's, or one of another city
	TotalMismatch Code = "JB201" // a formula or total disagrees with its parts
	CountMismatch Code = "JB202" // a count disagrees with what is counted
	FarRounding   Code = "JB203" // a total possible only at the far edge of rounding
	YoYMismatch   Code = "JB301" // a change on a year earlier disagrees with the values
	PoPMismatch   Code = "JB302" // a change on the period before disagrees with the values
	PeriodSum     Code = "JB303" // a figure of a longer period is not the sum of its periods
	FallByTimes   Code = "JB304" // a fall said in 倍
	PartOverWhole Code = "JB401" // a part is more than its whole
	ShareMismatch Code = "JB402" // a share disagrees with part and whole
	NamesMismatch Code = "JB403" // a number and the list of names disagree
	RuleBroken    Code = "JB404" // an assertion of the file's own does not hold
	Joint         Code = "JB405" // figures that cannot all be true, though each relation holds
	Duplicates    Code = "JB501" // the same figure given twice, differently
	NamedTwice    Code = "JB502" // a list or a table that names the same thing twice
	Revised       Code = "JB503" // a figure differs from that of the previous issue
	Unused        Code = "JB504" // an exception that silences nothing
	Expired       Code = "JB505" // an exception past its date
	BadText       Code = "JB601" // a section's text cannot be filled in
	// A figure of an article that differs from the data, and one that they lack.
	ClaimContradicted Code = "JB602"
	ClaimUnknown      Code = "JB603"
	SelfContradiction Code = "JB604" // figures of one sentence that contradict each other
	HedgedTwice       Code = "JB605" // a figure with two hedges
	FormText          Code = "JB606" // a cell of an office's form cannot be filled in
	NoGlyph           Code = "JB701" // a character no font has
	NameAdjusted      Code = "JB702" // a name changed to fit the workbook
	OutputClash       Code = "JB703" // two data files whose outputs would have one name
	BadFont           Code = "JB704" // a template's font file that cannot be used
	OutputFault       Code = "JB705" // outputs that cannot be written
	OverLimits        Code = "JB706" // a district that takes longer or more memory than it may
	BadForm           Code = "JB707" // an office's form that cannot be used
	InternalFault     Code = "JB901" // a fault of the tool's own
)

// Codes are all codes, in order.
func Codes() []Code {
	return []Code{
		BadYAML,
		UnknownKey,
		DuplicateKey,
		MissingKey,
		WrongShape,
		BadFigure,
		BadPeriod,
		BadUnit,
		BadExpression,
		UnknownName,
		UnlikeUnits,
		BadTable,
		BadPath,
		OverLimit,
		ExcessDigits,
		BadValue,
		MemberFault,
		MembersCircle,
		MemberCode,
		TotalMismatch,
		CountMismatch,
		FarRounding,
		YoYMismatch,
		PoPMismatch,
		PeriodSum,
		FallByTimes,
		PartOverWhole,
		ShareMismatch,
		NamesMismatch,
		RuleBroken,
		Joint,
		Duplicates,
		NamedTwice,
		Revised,
		Unused,
		Expired,
		BadText,
		ClaimContradicted,
		ClaimUnknown,
		SelfContradiction,
		HedgedTwice,
		FormText,
		NoGlyph,
		NameAdjusted,
		OutputClash,
		BadFont,
		OutputFault,
		OverLimits,
		BadForm,
		InternalFault,
	}
}
