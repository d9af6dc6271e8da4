// Package dossier owns the file that holds all files of one issue (一期一件): a
// zip with a list of the hashes of its members. It writes the same bytes for the
// same members, and reads only what it could have written: it does not know what
// the members say.
package dossier

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// List is the name of the member that holds the hashes of all others, as
// sha256sum writes and checks it.
const List = "校验清单.sha256"

// The most that a dossier may be. A bulletin's is a thousandth of it.
const (
	mostMembers = 1024     // with three for every signature
	mostBytes   = 64 << 20 // of all members together, unpacked
)

// Member is one file.
type Member struct {
	Name string
	Data []byte
}

// Write writes the members, in their order, and the list of their hashes. The
// time is that of all of them; the zero time is left out.
func Write(w io.Writer, members []Member, at time.Time) error {
	var list bytes.Buffer
	archive := zip.NewWriter(w)
	for _, m := range members {
		fmt.Fprintf(&list, "%s  %s\n", sum(m.Data), m.Name)
		if err := add(archive, m, at); err != nil {
			return err
		}
	}
	if err := add(archive, Member{List, list.Bytes()}, at); err != nil {
		return err
	}
	return archive.Close()
}

func add(archive *zip.Writer, m Member, at time.Time) error {
	header := &zip.FileHeader{Name: m.Name, Method: zip.Deflate}
	if !at.IsZero() {
		header.Modified = at.UTC()
	}
	w, err := archive.CreateHeader(header)
	if err != nil {
		return err
	}
	_, err = w.Write(m.Data)
	return err
}

func sum(data []byte) string {
	hash := sha256.Sum256(data)
	return hex.EncodeToString(hash[:])
}

// The reasons why a file is no sound dossier; what Read returns wraps one.
var (
	ErrNone    = errors.New("dossier: not such a file")
	ErrTooBig  = errors.New("dossier: more than any issue has")
	ErrName    = errors.New("dossier: a member has a name that none may have")
	ErrMissing = errors.New("dossier: the list names a member that is not there")
	ErrExtra   = errors.New("dossier: a member is not in the list")
	ErrChanged = errors.New("dossier: a member is not what the list says")
)

// Fault is an error about one member.
type Fault struct {
	Member string
	Err    error
}

func (f *Fault) Error() string { return f.Err.Error() + ": " + f.Member }

func (f *Fault) Unwrap() error { return f.Err }

// Read returns the members of a dossier without its list, after it has checked
// the hash of every one. An error wraps one of those above, in a *Fault where it
// is about one member.
func Read(data []byte) ([]Member, error) {
	members, err := unpack(data)
	if err != nil {
		return nil, err
	}
	hashes := map[string]string{}
	var kept []Member
	for _, m := range members {
		if m.Name == List {
			hashes = listed(m.Data)
			continue
		}
		kept = append(kept, m)
	}
	for _, m := range kept {
		switch hash, known := hashes[m.Name]; {
		case !known:
			return nil, &Fault{m.Name, ErrExtra}
		case hash != sum(m.Data):
			return nil, &Fault{m.Name, ErrChanged}
		}
		delete(hashes, m.Name)
	}
	for name := range hashes {
		return nil, &Fault{name, ErrMissing}
	}
	return kept, nil
}

// listed reads the list; what is no line of it is left out, and its member is
// then not in the list.
func listed(data []byte) map[string]string {
	hashes := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if hash, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  "); ok {
			hashes[name] = hash
		}
	}
	return hashes
}

func unpack(data []byte) ([]Member, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNone, err)
	}
	if len(archive.File) > mostMembers {
		return nil, ErrTooBig
	}
	var members []Member
	seen, left := map[string]bool{}, int64(mostBytes)
	for _, f := range archive.File {
		if seen[f.Name] || f.Name == "" || strings.ContainsAny(f.Name, `/\:`) || strings.HasPrefix(f.Name, ".") {
			return nil, &Fault{f.Name, ErrName}
		}
		seen[f.Name] = true
		content, err := inflate(f, left)
		if err != nil {
			return nil, &Fault{f.Name, err}
		}
		left -= int64(len(content))
		members = append(members, Member{f.Name, content})
	}
	return members, nil
}

// inflate reads one member, no more of it than most bytes whatever its header
// says.
func inflate(f *zip.File, most int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNone, err)
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrChanged, err)
	case int64(len(content)) > most:
		return nil, ErrTooBig
	}
	return content, nil
}
