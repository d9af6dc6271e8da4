package sqlite

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"jianbao/review"
	"jianbao/storage/migration"
)

// applicationID marks a database of this program: "Jian" in the file's header.
const applicationID = 0x4a69616e

// Where things stand in the header of a SQLite file (fileformat2.html, 1.3).
const (
	headerSize    = 100
	atVersion     = 60
	atApplication = 68
)

var magic = []byte("SQLite format 3\x00")

// inspect reads the header without SQLite, which would take an empty file for a
// new database and write to one it was only asked to look at. It returns
// review.ErrForeign, ErrDamaged or ErrNewer.
func inspect(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%w: not a file", review.ErrForeign)
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	header := make([]byte, headerSize)
	n, err := io.ReadFull(file, header)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	return recognise(header[:n])
}

func recognise(header []byte) error {
	known := min(len(header), len(magic))
	switch {
	case !bytes.Equal(header[:known], magic[:known]):
		return fmt.Errorf("%w: not a SQLite file", review.ErrForeign)
	case len(header) < headerSize:
		return fmt.Errorf("%w: the file ends after %d bytes", review.ErrDamaged, len(header))
	}
	if id := binary.BigEndian.Uint32(header[atApplication:]); id != applicationID {
		return fmt.Errorf("%w: application id %#x", review.ErrForeign, id)
	}
	if v := binary.BigEndian.Uint32(header[atVersion:]); v > uint32(len(migration.SQLite())) {
		return fmt.Errorf("%w: version %d", review.ErrNewer, v)
	}
	return nil
}
