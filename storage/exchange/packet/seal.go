package packet

import (
	"bytes"
	"encoding/binary"
	"encoding/json"

	"jianbao/editor/doc"
	"jianbao/review"
)

// The end record of a ZIP: its mark, its length, of which the last two bytes
// count the comment that follows it.
const (
	endMark   = "PK\x05\x06"
	endLength = 22
	mostSeal  = 1 << 12
)

// attach puts the seal into the comment of an archive that has none. What is
// signed is all before it, but for the length of the comment.
func attach(archive []byte, seal func(doc.Hash) (review.PacketSeal, error)) ([]byte, doc.Hash, error) {
	end := len(archive) - 2
	digest := doc.HashOf(archive[:end])
	s, err := seal(digest)
	if err != nil {
		return nil, "", err
	}
	comment, err := json.Marshal(s)
	if err != nil {
		return nil, "", err
	}
	data := binary.LittleEndian.AppendUint16(bytes.Clone(archive[:end]), uint16(len(comment)))
	return append(data, comment...), digest, nil
}

// detach finds the seal and hashes what it covers. It takes one spelling of a
// seal only, so that every byte of a file counts.
func detach(data []byte) (doc.Hash, review.PacketSeal, error) {
	var s review.PacketSeal
	at := bytes.LastIndex(data, []byte(endMark))
	if at < 0 || len(data) < at+endLength {
		return "", s, failure(CodeNone, nil)
	}
	length, comment := data[at+endLength-2:at+endLength], data[at+endLength:]
	if len(comment) == 0 || len(comment) > mostSeal {
		return "", s, failure(CodeNone, nil)
	}
	if err := json.Unmarshal(comment, &s); err != nil {
		return "", s, failure(CodeNone, err)
	}
	again, err := json.Marshal(s)
	if err != nil || !bytes.Equal(again, comment) || int(binary.LittleEndian.Uint16(length)) != len(comment) {
		return "", s, failure(CodeTampered, err)
	}
	return doc.HashOf(data[:at+endLength-2]), s, nil
}
