package compose

import (
	"math/big"
	"strings"

	"jianbao/report/dataset"
	"jianbao/report/diag"
	"jianbao/report/figure"
)

// fig is a figure as printed; the share where only that was published.
func (w words) fig(o *dataset.Observation) (value, *problem) {
	f, p := w.present(o)
	if p != nil && o.Indicator.Share != nil {
		return o.Indicator.Share.Figure, nil
	}
	if p != nil {
		return nil, p
	}
	return f, nil
}

func (w words) name(i *dataset.Indicator) (value, *problem) { return filled(i.Name.Value), nil }

// list is indicators with their figures: 全国森林乡村3个、省级美丽乡村示范村3个.
func (w words) list(args []value) (value, *problem) {
	ids, ok := textsOf(args)
	if len(args) == 1 { // of a list, as parts gives it
		if list, isList := args[0].([]string); isList {
			ids, ok = list, true
		}
	}
	if !ok || len(args) == 0 {
		return nil, wanted("list")
	}
	var all []string
	for _, id := range ids {
		o, p := w.observation([]value{textValue{s: id}})
		if p != nil {
			return nil, p
		}
		f, p := w.fig(o)
		if p != nil {
			return nil, p
		}
		all = append(all, o.Indicator.Name.Value+printed(f))
	}
	return filled(strings.Join(all, "、")), nil
}

func (w words) names(i *dataset.Indicator) (value, *problem) {
	if len(i.Names) == 0 {
		return nil, absent(diag.Say("%s的名单", "the names of %s", i.Name.Value))
	}
	return filled(strings.Join(namesOf(i), "、")), nil
}

func namesOf(i *dataset.Indicator) []string {
	list := make([]string, len(i.Names))
	for k, n := range i.Names {
		list[k] = n.Value
	}
	return list
}

func (w words) rank(o *dataset.Observation) (value, *problem) {
	if o.Rank == nil {
		return nil, absent(diag.Say("%s的位次", "the rank of %s", w.figureName(string(o.Ref()))))
	}
	return filled(rankText(o.Rank)), nil
}

// period is the name of a figure's period, or of the file's.
func (w words) period(args []value) (value, *problem) {
	if len(args) == 0 {
		return filled(w.d.Period.Chinese()), nil
	}
	o, p := w.observation(args)
	if p != nil {
		return nil, p
	}
	return filled(o.Period.Chinese()), nil
}

// region is what a text calls the district in short: 全区.
func (w words) region() string {
	name := []rune(w.d.District.Name.Value)
	if len(name) == 0 || !strings.ContainsRune("省市区县旗州盟镇乡村", name[len(name)-1]) {
		return string(name)
	}
	return "全" + string(name[len(name)-1:])
}

// in prints a figure in another unit of its dimension, its hedge as it was:
// 12.6亿元 in 万元 is 126000万元. Digits that do not end are cut to as many as the
// figure has.
func (w words) in(args []value) (value, *problem) {
	if len(args) != 2 {
		return nil, wanted("in")
	}
	symbol, ok := args[0].(textValue)
	f, isFigure := args[1].(figure.Figure)
	if !ok || !isFigure {
		return nil, wanted("in")
	}
	unit, err := figure.ParseUnit(symbol.s)
	if err != nil || !unit.Like(f.Unit) || f.Number == nil {
		return nil, &problem{say: diag.Say("%s不能换算成%s", "%s cannot be converted to %s", f, symbol.s)}
	}
	number := unit.FromBase(f.Value())
	decimals := 0
	if digits, finite := figure.DecimalDigits(number); finite && digits <= mostDecimals {
		decimals = digits
	} else {
		number = significant(number, digitsOf(f))
		decimals, _ = figure.DecimalDigits(number)
	}
	out := f
	out.Number, out.Unit, out.Written = number, unit, decimals
	out.Text = around(f, figure.Decimal(number), unit.Symbol)
	return out, nil
}

// mostDecimals is how many digits after the point a text carries at most.
const mostDecimals = 8

// digitsOf is how many digits a figure is known to.
func digitsOf(f figure.Figure) int {
	digits := strings.TrimLeft(strings.Replace(figure.Format(new(big.Rat).Abs(f.Number), f.Written, false), ".", "", 1), "0")
	return max(1, len(digits))
}

// significant is a number rounded to so many digits.
func significant(r *big.Rat, digits int) *big.Rat {
	whole := len(strings.TrimLeft(new(big.Int).Quo(new(big.Int).Abs(r.Num()), r.Denom()).String(), "0"))
	decimals := digits - whole
	if whole == 0 { // 0.00126: the zeros behind the point are no digits
		for size := new(big.Rat).Abs(r); size.Sign() > 0 && size.Cmp(big.NewRat(1, 10)) < 0; decimals++ {
			size = new(big.Rat).Mul(size, big.NewRat(10, 1))
		}
	}
	return figure.Round(r, decimals, false)
}

// around puts a number and a unit into the hedge that a figure has.
func around(f figure.Figure, number, unit string) string {
	switch word := f.Word; {
	case f.Hedge == figure.Plain:
		return number + unit
	case f.Hedge == figure.Odd:
		return number + strings.Replace(word, "几", "多", 1) + unit
	case strings.HasSuffix(f.Text, word):
		return number + unit + word
	default:
		return word + number + unit
	}
}
