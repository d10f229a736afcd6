package figure

// turns are the words for a loss that became a profit, and the other way.
var turns = map[string]Direction{
	"扭亏": Up, "扭亏为盈": Up, "由亏转盈": Up, "由负转正": Up,
	"转亏": Down, "由盈转亏": Down, "由正转负": Down,
}

// lossVerbs speak of a loss: as a rate they say how the loss grew.
var lossVerbs = []changeVerb{{"增亏", Up}, {"减亏", Down}, {"亏损扩大", Up}, {"亏损增加", Up}, {"亏损收窄", Down}, {"亏损减少", Down}}

// ofLoss reads the amount that follows a word for a loss. 增亏3亿元 is a fall of
// the figure itself by that much.
func (c changeReader) ofLoss(v changeVerb, amount string) (Change, *Problem) {
	change, problem := c.said(v, amount)
	switch {
	case problem != nil:
		return Change{}, problem
	case change.Kind == Rate:
		change.Kind = LossRate
	case change.Kind != Amount:
		return Change{}, c.problem(amount)
	case v.direction == Up:
		change.Direction = Down
	default:
		change.Direction = Up
	}
	return change, nil
}
