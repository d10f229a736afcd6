package report

import (
	"encoding/json"
	"os"
	"sync"

	"jianbao/report/diag"
	"jianbao/report/manifest"
)

// mostAtHand is how many districts may list in memory what the reports of a run show.
// What further ones list goes to a file, so that memory stays flat.
const mostAtHand = 100

// listed is what a district lists, with the lines that its findings point to.
type listed struct {
	diag.Lists
	Lines []manifest.Line `json:"lines,omitzero"`
}

// scratch is that file. It lasts until the reports are written.
type scratch struct {
	mu   sync.Mutex
	held int      // districts with lists in memory
	file *os.File // nil until it is needed
	name string   // of the file, where one in use cannot be removed; else it has none
	end  int64
}

// stretch is where in the file something stands; zero for nothing.
type stretch struct {
	from int64
	size int
}

// isFull reports whether one more district's lists should be put away.
func (s *scratch) isFull() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held++
	return s.held > mostAtHand
}

// put puts lists away; ok is false if that cannot be, and they must stay in memory.
func (s *scratch) put(l listed) (at stretch, ok bool) {
	b, err := json.Marshal(l)
	if err != nil {
		return stretch{}, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil {
		file, err := os.CreateTemp("", "jianbao-")
		if err != nil {
			return stretch{}, false
		}
		s.file = file
		if os.Remove(file.Name()) != nil {
			s.name = file.Name()
		}
	}
	if _, err := s.file.WriteAt(b, s.end); err != nil {
		return stretch{}, false
	}
	at = stretch{s.end, len(b)}
	s.end += int64(len(b))
	return at, true
}

// get gives back what was put away.
func (s *scratch) get(at stretch) (l listed, err error) {
	b := make([]byte, at.size)
	if _, err := s.file.ReadAt(b, at.from); err != nil {
		return listed{}, err
	}
	return l, json.Unmarshal(b, &l)
}

// close removes the file. By a name that was given up it might be another's.
func (s *scratch) close() {
	if s.file != nil {
		_ = s.file.Close()
	}
	if s.name != "" {
		_ = os.Remove(s.name)
	}
}
