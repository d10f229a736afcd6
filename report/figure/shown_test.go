package figure

import (
	"math/big"
	"testing"
)

func TestReadersSeeShortNumbersAndOutwardRanges(t *testing.T) {
	percent, _ := ParseUnit("%")
	yi, _ := ParseUnit("亿元")
	third := big.NewRat(1, 3)
	for _, c := range []struct{ got, want string }{
		{yi.Shown(big.NewRat(35020000000, 1)), "350.2亿元"},
		{percent.Shown(third), "33.3333%"},
		{Closed(third, big.NewRat(2, 3)).Shown(percent), "[33.3333, 66.6667]%"},
		{Point(third).Shown(Unit{}), "0.3333"},
		{Closed(big.NewRat(3515, 10), big.NewRat(3525, 10)).Scale(big.NewRat(1e8, 1)).Shown(yi), "[351.5, 352.5]亿元"},
		{Closed(big.NewRat(655, 100), big.NewRat(658, 100)).Span(Unit{}), "6.55～6.58"},
		{Closed(big.NewRat(493, 10), big.NewRat(505, 10)).Span(percent), "49.3%～50.5%"},
		{Closed(big.NewRat(147, 1), big.NewRat(147, 1)).Span(Unit{Symbol: "个"}), "147个"},
		{Between(Bound{Value: big.NewRat(40, 1)}, Bound{}).Span(yi), "40亿元以上"},
		{Between(Bound{Value: big.NewRat(40, 1), Open: true}, Bound{}).Span(yi), "超过40亿元"},
		{Between(Bound{}, Bound{Value: big.NewRat(40, 1), Open: true}).Span(yi), "不足40亿元"},
		{Between(Bound{}, Bound{Value: big.NewRat(40, 1)}).Span(yi), "40亿元以下"},
		{Between(Bound{Value: big.NewRat(40, 1), Open: true}, Bound{Value: big.NewRat(50, 1)}).Span(yi), "40～50亿元"},
		{Interval{}.Span(yi), "不能确定"},
		{Closed(big.NewRat(35150000000, 1), big.NewRat(35250000000, 1)).Said(yi), "351.5～352.5亿元"},
		{Closed(big.NewRat(1, 3), big.NewRat(2, 3)).Said(percent), "33.3333%～66.6667%"},
		{Closed(big.NewRat(35200000000, 1), big.NewRat(35200000000, 1)).Said(yi), "352亿元"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}
