package xlsx

import (
	"bytes"
	"os"
	"testing"
)

// Few bytes stay in memory, many go to a file of the folder, which is gone after.
func TestWhatIsSpilledComesBack(t *testing.T) {
	for _, test := range []struct {
		size   int
		onDisk int // files
	}{{1000, 0}, {3*spillAt + 7, 1}} {
		folder := t.TempDir()
		want := make([]byte, test.size)
		for i := range want {
			want[i] = byte(i * i)
		}
		s := spill{folder: folder}
		for rest := want; len(rest) > 0; {
			n := min(len(rest), 4099)
			if _, err := s.Write(rest[:n]); err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		if files, _ := os.ReadDir(folder); len(files) != test.onDisk {
			t.Errorf("%d bytes are in %d files, want %d", test.size, len(files), test.onDisk)
		}
		var got bytes.Buffer
		if n, err := s.WriteTo(&got); err != nil || n != int64(test.size) || s.size != n || !bytes.Equal(got.Bytes(), want) {
			t.Errorf("of %d bytes %d came back, %v", test.size, n, err)
		}
		s.remove()
		if files, _ := os.ReadDir(folder); len(files) != 0 {
			t.Errorf("%d files are left", len(files))
		}
	}
}
