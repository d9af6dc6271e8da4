package text

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// gbSize returns the length of the GB18030 sequence at the start of data, or 0
// if none can begin so.
func gbSize(data []byte) int {
	at := func(i int, low, high byte) bool { return i < len(data) && data[i] >= low && data[i] <= high }
	switch {
	case at(0, 0x00, 0x7f):
		return 1
	case !at(0, 0x81, 0xfe):
		return 0
	case at(1, 0x40, 0x7e) || at(1, 0x80, 0xfe):
		return 2
	case at(1, 0x30, 0x39) && at(2, 0x81, 0xfe) && at(3, 0x30, 0x39):
		return 4
	}
	return 0
}

// plausibleGB18030 reports whether most of data's multi-byte sequences lie
// where GB 2312 has its marks and characters, as those of Chinese text do.
func plausibleGB18030(data []byte) bool {
	common, other := 0, 0
	for len(data) > 0 {
		n := gbSize(data)
		switch {
		case n == 0:
			other++
			n = 1
		case n == 2 && data[0] >= 0xa1 && data[0] <= 0xf7 && data[1] >= 0xa1:
			common++
		case n > 1:
			other++
		}
		data = data[n:]
	}
	return common > other
}

// replacement is U+FFFD in GB18030: there it is a character like any other.
const replacement = "\x84\x31\xa4\x37"

func decodeGB18030(data []byte) (string, damage) {
	whole, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	s := string(whole)
	if err == nil && !strings.ContainsFunc(s, isDoubtful) {
		return s, damage{}
	}
	return decodeGBSteps(data)
}

// decodeGBSteps goes sequence by sequence, to find each that has no meaning.
func decodeGBSteps(data []byte) (string, damage) {
	var b strings.Builder
	var bad damage
	decoder := simplifiedchinese.GB18030.NewDecoder()
	for len(data) > 0 {
		n := gbSize(data)
		if n == 0 {
			bad.add(b.String(), 1)
			data = data[1:]
			continue
		}
		one, err := decoder.Bytes(data[:n])
		if err != nil || !certain(one, data[:n]) {
			bad.add(b.String(), n)
		} else {
			b.Write(one)
		}
		data = data[n:]
	}
	return b.String(), bad
}

// isDoubtful reports whether r may have come out of bytes without a meaning of
// their own. The decoder misplaces characters of private use in four bytes.
func isDoubtful(r rune) bool { return r == '\ufffd' || isPrivate(r) }

func isPrivate(r rune) bool { return r >= 0xe000 && r <= 0xf8ff }

func certain(one, from []byte) bool {
	r := firstRune(string(one))
	if r == '\ufffd' {
		return string(from) == replacement
	}
	return !isPrivate(r) || len(from) != 4
}

// encodeGB18030 returns an *Error with CodeRune for a character that would not
// come back.
func encodeGB18030(s string) ([]byte, error) {
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	if err != nil {
		return nil, fmt.Errorf("text: %w", err)
	}
	if back, bad := decodeGB18030(data); bad.count == 0 && back == s {
		return data, nil
	}
	for _, r := range s {
		one, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(string(r)))
		if back, bad := decodeGB18030(one); err != nil || bad.count > 0 || back != string(r) {
			return nil, fail(CodeRune, "rune", codePoint(r), "encoding", GB18030)
		}
	}
	return data, nil
}
