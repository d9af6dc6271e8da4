package pdf

import (
	"encoding/binary"
	"fmt"
	"math"
)

// addOutputIntent says what the colours mean: sRGB, by a profile of our own.
func (b *book) addOutputIntent() ref {
	profile := b.file.addStream("/N 3", sRGB())
	return b.file.add(fmt.Sprintf("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile %s>>", profile))
}

// The numbers of IEC 61966-2-1, adapted to the D50 white that profiles count from.
var (
	whiteD50 = []float64{0.9642, 1, 0.8249}
	redXYZ   = []float64{0.43607, 0.22249, 0.01392}
	greenXYZ = []float64{0.38515, 0.71687, 0.09708}
	blueXYZ  = []float64{0.14307, 0.06061, 0.71410}
	adaption = []float64{1.04788, 0.02292, -0.05021, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168}
	curve    = []float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}
)

// sRGB returns an ICC profile of version 4, as small as one can be.
func sRGB() []byte {
	tone := append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), fixed(curve)...)
	entries := []struct {
		tag  string
		data []byte
	}{
		{"desc", localized("sRGB")}, {"cprt", localized("No copyright, use freely")},
		{"wtpt", element4("XYZ ", whiteD50)}, {"chad", element4("sf32", adaption)},
		{"rXYZ", element4("XYZ ", redXYZ)}, {"gXYZ", element4("XYZ ", greenXYZ)}, {"bXYZ", element4("XYZ ", blueXYZ)},
		{"rTRC", tone}, {"gTRC", tone}, {"bTRC", tone},
	}
	const header = 128
	index := binary.BigEndian.AppendUint32(nil, uint32(len(entries)))
	body, start := []byte(nil), header+4+12*len(entries)
	for _, e := range entries {
		index = append(index, e.tag...)
		index = binary.BigEndian.AppendUint32(index, uint32(start+len(body)))
		index = binary.BigEndian.AppendUint32(index, uint32(len(e.data)))
		body = append(body, e.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(append(profileHeader(start+len(body)), index...), body...)
}

func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	binary.BigEndian.PutUint32(h[8:], 0x04200000) // version 4.2
	copy(h[12:], "mntrRGB XYZ ")
	for i, part := range []uint16{2022, 1, 1} { // a date is required; the day says nothing
		binary.BigEndian.PutUint16(h[24+2*i:], part)
	}
	copy(h[36:], "acsp")
	copy(h[68:], fixed(whiteD50))
	return h
}

func element4(kind string, numbers []float64) []byte {
	return append([]byte(kind+"\x00\x00\x00\x00"), fixed(numbers)...)
}

// fixed writes numbers with 16 bits before and 16 after the point.
func fixed(numbers []float64) []byte {
	var b []byte
	for _, f := range numbers {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(f*65536))))
	}
	return b
}

// localized is a text in English.
func localized(s string) []byte {
	b := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS")
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(s)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, r := range s {
		b = binary.BigEndian.AppendUint16(b, uint16(r))
	}
	return b
}
