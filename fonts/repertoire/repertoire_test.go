package repertoire

import "testing"

func TestListsAreComplete(t *testing.T) {
	for _, list := range []struct {
		name      string
		runes     []rune
		want      int
		beyond    int // how many lie beyond U+FFFF
		contains  string
		isWithout string
	}{
		{"tongyong", Tongyong(), 8105, 196, "一乙亍齉钢城𬭶", "鋼國囍A〇"},
		{"GBK hanzi", GBKHanzi(), 20902, 0, "壹朱镕堃囍", "〇A𬭶"},
	} {
		seen := map[rune]bool{}
		beyond := 0
		for _, r := range list.runes {
			if seen[r] {
				t.Errorf("%s: %c stands twice", list.name, r)
			}
			seen[r] = true
			if r > 0xFFFF {
				beyond++
			}
		}
		if len(list.runes) != list.want || beyond != list.beyond {
			t.Errorf("%s: %d characters, %d beyond U+FFFF; want %d and %d", list.name, len(list.runes), beyond, list.want, list.beyond)
		}
		for _, r := range list.contains {
			if !seen[r] {
				t.Errorf("%s: %c is missing", list.name, r)
			}
		}
		for _, r := range list.isWithout {
			if seen[r] {
				t.Errorf("%s: %c does not belong there", list.name, r)
			}
		}
	}
}

func TestGB2312HasItsHanzi(t *testing.T) {
	hanzi, all := 0, map[rune]bool{}
	for _, r := range GB2312() {
		all[r] = true
		if r >= 0x4E00 && r <= 0x9FA5 {
			hanzi++
		}
	}
	if hanzi != 6763 {
		t.Errorf("%d hanzi, want 6763", hanzi)
	}
	for _, r := range "啊齄　、ぁァΑАāㄅ─" {
		if !all[r] {
			t.Errorf("%c is missing", r)
		}
	}
}

func TestTextHoldsTheSigns(t *testing.T) {
	all := map[rune]bool{}
	for _, r := range Text() {
		all[r] = true
	}
	for _, r := range Signs {
		if !all[r] {
			t.Errorf("%c is missing", r)
		}
	}
}
