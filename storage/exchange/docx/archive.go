package docx

import (
	"archive/zip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// What a file may unpack to. A bulletin of 400 pages takes 8 MB; the ratio is
// only asked of entries large enough to do harm.
const (
	maxEntries  = 4096
	maxUnpacked = 256 << 20
	maxEntry    = 64 << 20
	ratioFrom   = 1 << 20
	maxRatio    = 400
)

// archive is a package whose table of contents was found harmless.
type archive struct {
	entries map[string]*zip.File // by lower-case path: part names know no case
	left    int64                // bytes that may still be unpacked
}

func openArchive(r io.ReaderAt, size int64) (*archive, error) {
	if isCompound(r) {
		return nil, &Error{Code: CodeEncrypted}
	}
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, &Error{Code: CodeNotDocx, Err: err}
	}
	if len(z.File) > maxEntries {
		return nil, tooLarge()
	}
	a := &archive{entries: make(map[string]*zip.File, len(z.File)), left: maxUnpacked}
	total := uint64(0)
	for _, f := range z.File {
		if err := a.admit(f); err != nil {
			return nil, err
		}
		if total += f.UncompressedSize64; total > maxUnpacked {
			return nil, tooLarge()
		}
	}
	return a, nil
}

// isCompound recognises the container that a password turns a DOCX into.
func isCompound(r io.ReaderAt) bool {
	var head [8]byte
	_, err := r.ReadAt(head[:], 0)
	return err == nil && binary.BigEndian.Uint64(head[:]) == 0xD0CF11E0A1B11AE1
}

func (a *archive) admit(f *zip.File) error {
	key := strings.ToLower(f.Name)
	const encrypted = 1
	switch {
	case !plainPath(f.Name), a.entries[key] != nil, f.Flags&encrypted != 0,
		f.Method != zip.Store && f.Method != zip.Deflate:
		return &Error{Code: CodeUnsafe, Args: map[string]string{"part": strconv.QuoteToGraphic(f.Name)}}
	case f.UncompressedSize64 > maxEntry,
		f.UncompressedSize64 > ratioFrom && f.UncompressedSize64/maxRatio > f.CompressedSize64:
		return tooLarge()
	}
	a.entries[key] = f
	return nil
}

// plainPath refuses what would leave the package were it unpacked.
func plainPath(name string) bool {
	clean := strings.TrimSuffix(name, "/")
	return clean != "" && !strings.ContainsAny(name, "\\\x00:") && !path.IsAbs(name) && path.Clean(clean) == clean &&
		clean != ".." && !strings.HasPrefix(clean, "../")
}

func tooLarge() error { return &Error{Code: CodeTooLarge} }

// read unpacks one part. The size that the table of contents states is not
// believed: what really comes out is counted.
func (a *archive) read(name string) ([]byte, error) {
	f := a.entries[strings.ToLower(name)]
	if f == nil {
		return nil, &Error{Code: CodeNotDocx, Args: map[string]string{"part": name}}
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(name, err)
	}
	defer r.Close()
	limit := min(a.left, maxEntry)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, damaged(name, err)
	}
	if int64(len(data)) > limit {
		return nil, tooLarge()
	}
	a.left -= int64(len(data))
	return data, nil
}

func damaged(name string, err error) error {
	return &Error{Code: CodeDamaged, Args: map[string]string{"part": name}, Err: fmt.Errorf("%s: %w", name, err)}
}
