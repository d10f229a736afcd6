package pdf

import (
	"bytes"
	"encoding/binary"
	"math"
	"sync"
)

// profile is the colour profile, compressed, which is the same in all files.
var profile struct {
	once   sync.Once
	zipped []byte
}

// outputIntent says that the colours are meant as sRGB (ISO 19005-2, 6.2.3) and gives the number of the object.
func (f *file) outputIntent() int {
	profile.once.Do(func() { profile.zipped = bytes.Clone(f.compressed(f.zip, sRGB())) })
	n := f.reserve()
	f.putStream(n, "/N 3/Filter/FlateDecode", profile.zipped)
	return f.add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"+
		"/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)/DestOutputProfile %d 0 R>>", n)
}

// sRGB is a colour profile of version 2.1 (ICC.1:1998-09) for IEC 61966-2-1: its primaries seen under D50, its curve.
func sRGB() []byte {
	be := binary.BigEndian
	curve := be.AppendUint32([]byte("curv\x00\x00\x00\x00"), 1024)
	for i := range 1024 {
		v := float64(i) / 1023
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = be.AppendUint16(curve, uint16(math.Round(v*math.MaxUint16)))
	}
	d50 := []float64{0.9642, 1, 0.8249}
	const name = "sRGB IEC61966-2.1"
	desc := be.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(name)+1))
	desc = append(append(desc, name...), make([]byte, 1+4+4+2+1+67)...) // the name's end; no names in other scripts
	tags := []struct {
		name string
		data []byte // nil: the same as that before
	}{
		{"desc", desc}, {"cprt", []byte("text\x00\x00\x00\x00No copyright\x00")}, {"wtpt", xyz(d50)},
		{"rXYZ", xyz([]float64{0.4360747, 0.2225045, 0.0139322})},
		{"gXYZ", xyz([]float64{0.3850649, 0.7168786, 0.0971045})},
		{"bXYZ", xyz([]float64{0.1430804, 0.0606169, 0.7141733})},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil},
	}
	const header = 128
	p := make([]byte, header)
	be.PutUint32(p[8:], 0x02100000) // version
	copy(p[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{1999, 10, 18} { // a date is wanted: that of the standard
		be.PutUint16(p[24+2*i:], v)
	}
	copy(p[36:], "acsp")
	copy(p[68:], xyz(d50)[8:]) // of the connection space
	p = be.AppendUint32(p, uint32(len(tags)))
	at, size := 0, 0
	end := header + 4 + 12*len(tags)
	var data []byte
	for _, t := range tags {
		if t.data != nil {
			at, size = end+len(data), len(t.data)
			data = append(data, t.data...)
			data = append(data, make([]byte, -len(data)&3)...)
		}
		p = be.AppendUint32(append(p, t.name...), uint32(at))
		p = be.AppendUint32(p, uint32(size))
	}
	p = append(p, data...)
	be.PutUint32(p, uint32(len(p)))
	return p
}

// xyz is a colour as a tag of a profile.
func xyz(c []float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range c {
		b = binary.BigEndian.AppendUint32(b, uint32(math.Round(v*65536)))
	}
	return b
}
