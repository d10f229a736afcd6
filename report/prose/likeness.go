package prose

import (
	"slices"
	"unicode"
)

// plainText is a text without marks and blanks, so that 省、市、区重点项目 is found
// as 省市区重点项目.
func plainText(text []rune) []rune {
	var out []rune
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return out
}

// surroundings are the words around a claim: those that belong to it, those of
// the clause before, and those of its sentence before that.
type surroundings struct {
	near, before, far []rune
	short             []rune // a name that may be the end of a longer one, or nil
	elsewhere         bool   // they speak of another region than the data
}

// shortest is how many characters a name and a text must have in common to
// share a word.
const shortest = 2

// What words count that are further off, in tenths of those that are near.
const (
	weightNear   = 10
	weightBefore = 8
	weightFar    = 4
)

// likeness is how much of a name the words around a claim bear out.
type likeness struct {
	score  int  // of 1000
	close  int  // the part of it that does not come from afar
	length int  // the characters of the name that are borne out
	own    int  // those that are by the words nearest to the claim
	whole  bool // the name stands there as it is
}

func (s surroundings) likeness(name []rune) (l likeness) {
	if len(name) == 0 {
		return l
	}
	near, before, far := cover(name, s.near), cover(name, s.before), cover(name, s.far)
	distant := 0
	for i := range name {
		switch {
		case near[i]:
			l.close += weightNear
			l.own++
		case before[i]:
			l.close += weightBefore
		case far[i]:
			distant += weightFar
		default:
			continue
		}
		l.length++
	}
	l.score, l.close = (l.close+distant)*100/len(name), l.close*100/len(name)
	l.whole = contains(s.near, name)
	return l
}

// cover marks the characters of name that stand in text in stretches of shortest
// or more.
func cover(name, text []rune) []bool {
	covered := make([]bool, len(name))
	for i := range name {
		for j := range text {
			length := 0
			for i+length < len(name) && j+length < len(text) && name[i+length] == text[j+length] {
				length++
			}
			if length >= shortest || length == len(name) {
				for k := i; k < i+length; k++ {
					covered[k] = true
				}
			}
		}
	}
	return covered
}

// lists is how many of the names that an indicator counts stand in the words
// near a claim, whole or in the greater part: 综合服务 for 综合服务中心.
func (s surroundings) lists(names [][]rune) int {
	count := 0
	for _, name := range names {
		found := 0
		for _, covered := range cover(name, s.near) {
			if covered {
				found++
			}
		}
		if len(name) > 0 && 2*found >= len(name) {
			count++
		}
	}
	return count
}

// contains reports whether part stands in text as it is.
func contains(text, part []rune) bool {
	for i := 0; i+len(part) <= len(text); i++ {
		if slices.Equal(text[i:i+len(part)], part) {
			return true
		}
	}
	return false
}
