package pdf

import (
	"encoding/binary"
	"math"
	"testing"
)

// The three primaries make white together, the tags lie inside the profile, and the curve rises from 0 to 1.
func TestColourProfile(t *testing.T) {
	p, be := sRGB(), binary.BigEndian
	if int(be.Uint32(p)) != len(p) || string(p[36:40]) != "acsp" {
		t.Fatalf("bad header of %d bytes", len(p))
	}
	tags := map[string][]byte{}
	for i := range int(be.Uint32(p[128:])) {
		entry := p[132+12*i:]
		at, size := be.Uint32(entry[4:]), be.Uint32(entry[8:])
		if at%4 != 0 || int(at+size) > len(p) {
			t.Fatalf("tag %.4s lies at %d, %d long", entry, at, size)
		}
		tags[string(entry[:4])] = p[at : at+size]
	}
	for axis := range 3 {
		of := func(tag string) float64 { return float64(int32(be.Uint32(tags[tag][8+4*axis:]))) / 65536 }
		if sum := of("rXYZ") + of("gXYZ") + of("bXYZ"); math.Abs(sum-of("wtpt")) > 0.0005 {
			t.Errorf("axis %d: the primaries make %.4f, white is %.4f", axis, sum, of("wtpt"))
		}
	}
	curve := tags["gTRC"][12:]
	for i := 2; i < len(curve); i += 2 {
		if be.Uint16(curve[i:]) < be.Uint16(curve[i-2:]) {
			t.Fatalf("the curve falls at %d", i/2)
		}
	}
	if half := float64(be.Uint16(curve[2*188:])) / math.MaxUint16; be.Uint16(curve[len(curve)-2:]) != math.MaxUint16 || math.Abs(half-0.0284) > 0.001 {
		t.Errorf("188/1023 is %.4f of the light, want 0.0284", half) // ((0.1838+0.055)/1.055)^2.4
	}
}
