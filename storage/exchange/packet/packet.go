// Package packet owns the file in which a draft travels between two machines
// (评审包): a dossier of JSON members, with the sender's signature over all of it
// in the comment of the archive. It decides neither who may send a draft nor
// what becomes of one; that is review.Desk.
package packet

import (
	"bytes"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/dossier"
)

// Extension is the end of a packet's name.
const Extension = ".jbp"

// MaxBytes is the most that is read of a file.
const MaxBytes = 64 << 20

// Name is what a packet's file is called: by the draft's own title, and which
// way it goes.
func Name(p review.Packet) string {
	way := "评审包"
	if p.Kind == review.PacketBack {
		way = "评审包-送回"
	}
	title := p.Heading
	if n := len(p.Revisions); n > 0 {
		title = exchange.BaseName(p.Revisions[n-1].Text, "")
	}
	return exchange.SafeName(title + way + Extension)
}

// Write returns the file of a packet and the hash that names it: equal bytes for
// an equal packet and seal. seal signs that hash. An error is that of seal, or
// wraps doc.ErrFormat for a text that cannot be stored unchanged.
func Write(p review.Packet, seal func(doc.Hash) (review.PacketSeal, error)) ([]byte, doc.Hash, error) {
	members, err := encode(p)
	if err != nil {
		return nil, "", err
	}
	var archive bytes.Buffer
	if err := dossier.Write(&archive, members, p.At); err != nil {
		return nil, "", err
	}
	return attach(archive.Bytes(), seal)
}

// Read returns the packet of a file, after it has checked the signature, which
// covers every byte before itself, the hash of every member, and that what they
// say holds together. An error is an *Error or a *review.Refusal.
func Read(data []byte, sealed func(doc.Hash, review.PacketSeal) bool) (review.SealedPacket, error) {
	if len(data) > MaxBytes {
		return review.SealedPacket{}, failure(CodeTooBig, nil)
	}
	digest, seal, err := detach(data)
	if err != nil {
		return review.SealedPacket{}, err
	}
	if !sealed(digest, seal) {
		return review.SealedPacket{}, failure(CodeTampered, nil)
	}
	members, err := dossier.Read(data)
	if err != nil {
		return review.SealedPacket{}, unsound(err)
	}
	p, err := decode(members)
	if err != nil {
		return review.SealedPacket{}, err
	}
	return review.SealedPacket{Packet: p, Digest: digest, Seal: seal}, p.Check()
}

// Is reports whether a file looks like a packet, sound or not.
func Is(data []byte) bool {
	_, _, err := detach(data)
	return err == nil
}
