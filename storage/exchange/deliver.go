package exchange

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Result says what was delivered.
type Result struct {
	Format   Format `json:"format"`
	Path     string `json:"path"`
	Bytes    int64  `json:"bytes"`
	SHA256   string `json:"sha256"`
	Renamed  bool   `json:"renamed"`  // the wished name was taken and another chosen
	ReadBack bool   `json:"readback"` // the file was read again and holds what it should
}

// maxTries bounds the search for a free name: "name (999)" is the last.
const maxTries = 999

// Deliver puts one file into the folder dir under the given name, or fails and
// leaves the folder as it was. What write writes goes into a temporary file of
// the same folder, is forced to the disk and then handed to check; only what
// passes gets its name. A file that is already there is never touched: the new
// one is then called "name (2)", and Result says so. A non-nil error is an
// *Error.
func Deliver(ctx context.Context, dir, name string, write func(io.Writer) error, check func(path string) error) (Result, error) {
	result, err := deliver(ctx, dir, name, write, check)
	if err != nil {
		return Result{}, classify(err, dir, name)
	}
	return result, nil
}

func deliver(ctx context.Context, dir, name string, write func(io.Writer) error, check func(path string) error) (Result, error) {
	if name != SafeName(name) {
		return Result{}, failure(CodeName, nil, "name", name)
	}
	temporary, err := createTemporary(dir)
	if err != nil {
		return Result{}, err
	}
	defer os.Remove(temporary.Name())
	sum, size, err := fill(ctx, temporary, write)
	if err != nil {
		return Result{}, err
	}
	if err := check(temporary.Name()); err != nil {
		return Result{}, err
	}
	if err := unchanged(temporary.Name(), sum); err != nil {
		return Result{}, err
	}
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	path, err := place(temporary.Name(), dir, name)
	if err != nil {
		return Result{}, err
	}
	return Result{Path: path, Bytes: size, SHA256: sum, Renamed: filepath.Base(path) != name, ReadBack: true}, nil
}

// createTemporary is os.CreateTemp with the rights that other files of the
// user get, for the file is kept.
func createTemporary(dir string) (*os.File, error) {
	name := filepath.Join(dir, ".jianbao-"+rand.Text()+".tmp")
	return os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
}

// fill writes, forces to the disk and closes; the sum is a SHA-256.
func fill(ctx context.Context, f *os.File, write func(io.Writer) error) (sum string, size int64, err error) {
	defer func() { err = errors.Join(err, f.Close()) }()
	w := &meter{ctx: ctx, to: f, sum: sha256.New()}
	if err := write(w); err != nil {
		return "", 0, err
	}
	if err := f.Sync(); err != nil {
		return "", 0, err
	}
	return hex.EncodeToString(w.sum.Sum(nil)), w.size, nil
}

// unchanged reads the file once more: what was checked must be, byte for byte,
// what was written.
func unchanged(path, sum string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return failure(CodeUnread, err)
	}
	if found := sha256.Sum256(data); hex.EncodeToString(found[:]) != sum {
		return failure(CodeUnread, errChanged)
	}
	return nil
}

var errChanged = errors.New("the file on the disk is not what was written")

// meter measures what passes through it, and stops when its context does.
type meter struct {
	ctx  context.Context
	to   io.Writer
	sum  hash.Hash
	size int64
}

func (m *meter) Write(p []byte) (int, error) {
	if err := m.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := m.to.Write(p)
	m.sum.Write(p[:n])
	m.size += int64(n)
	return n, err
}

// place gives the temporary file the first free name and returns its path.
func place(temporary, dir, name string) (string, error) {
	for n := 1; n <= maxTries; n++ {
		path := filepath.Join(dir, numbered(name, n))
		err := rename(temporary, path)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		if err := syncFolder(dir); err != nil {
			return "", errors.Join(err, os.Remove(path))
		}
		return path, nil
	}
	return "", failure(CodeExists, nil, "name", name, "folder", dir)
}

// rename is os.Rename that fails with fs.ErrExist where os.Rename replaces. A
// hard link does that in one step; where the file system has none, as on most
// memory sticks, an empty file of our own takes the name first.
func rename(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return renameOverOwn(from, to)
}

func renameOverOwn(from, to string) error {
	own, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if err := own.Close(); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	if err := os.Rename(from, to); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	return nil
}

// syncFolder makes the new name survive a power cut. File systems that cannot
// do it for folders say so with EINVAL or ENOTSUP; there is nothing more to do.
func syncFolder(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	err = folder.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return nil
	}
	return err
}
