package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"syscall"

	"jianbao/review"
)

// replace puts a file, readable by its owner alone, in the place of another. It
// is on the disk before it gets the name. Two programs never write into one file
// before that.
func replace(path string, data []byte) error {
	fresh := path + ".new" + strconv.Itoa(os.Getpid())
	f, err := os.OpenFile(fresh, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(fresh))
	}
	if err := os.Rename(fresh, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder puts the folder's new entry on disk, where folders can be synced.
func syncFolder(folder string) error {
	dir, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer dir.Close()
	if err := dir.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, fs.ErrInvalid) {
		return err
	}
	return nil
}

// keepAside gives a damaged file a name under which nobody looks for an entry.
// One that was kept before stays.
func keepAside(path string) error {
	for n := 1; ; n++ {
		aside := path + ".damaged" + strconv.Itoa(n)
		if _, err := os.Lstat(aside); err == nil {
			continue
		}
		return failure(os.Rename(path, aside))
	}
}

// failure says in the words of review what a file system answered.
func failure(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return fmt.Errorf("journal: %w: %w", review.ErrFull, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("journal: %w: %w", review.ErrReadOnly, err)
	}
	return fmt.Errorf("journal: %w", err)
}
