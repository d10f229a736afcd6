package diag

import "encoding/json"

// A finding can be kept in a file and told again later, in either language: it
// is stored with both.

type storedText struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// MarshalJSON stores both languages, with the arguments filled in.
func (t Text) MarshalJSON() ([]byte, error) {
	return json.Marshal(storedText{t.In(ZH), t.In(EN)})
}

// UnmarshalJSON reads what MarshalJSON stored.
func (t *Text) UnmarshalJSON(b []byte) error {
	var s storedText
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	*t = Text{zh: s.ZH, en: s.EN}
	return nil
}
