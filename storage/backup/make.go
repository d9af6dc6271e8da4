package backup

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/sqlite"
)

// Make makes a copy now, opens and checks it, and puts away those that need not
// be kept. A copy that is not sound stays, under its name, as what it is, and
// Make returns a *Problem. What kept a copy from being made is remembered, for
// Status to tell.
func (k *Keeper) Make(ctx context.Context) (Copy, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.source == nil {
		return Copy{}, problem(CodeMemory, nil)
	}
	c, err := k.make(ctx, false, k.source.Backup)
	return c, k.remember(ctx, err)
}

// BeforeUpgrade makes a copy of a database that Open would upgrade, and none of
// any other. A database that is not there or cannot be used is for Open to tell
// of.
func (k *Keeper) BeforeUpgrade(ctx context.Context) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if old, err := sqlite.Outdated(k.path); err != nil || !old {
		return nil
	}
	_, err := k.make(ctx, true, func(ctx context.Context, to string) error { return sqlite.BackupFile(ctx, k.path, to) })
	return k.remember(ctx, err)
}

// remember notes that copies can or cannot be made.
func (k *Keeper) remember(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return err
	}
	noted := k.change(func(s *state) {
		s.Failed, s.FailedAt = "", k.now()
		if err != nil {
			s.Failed = err.Error()
		}
	})
	return errors.Join(err, noted)
}

func (k *Keeper) make(ctx context.Context, before bool, write func(context.Context, string) error) (Copy, error) {
	folder := k.Folder()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return Copy{}, problem(CodeFolder, err, "folder", folder)
	}
	part := filepath.Join(folder, k.stem()+"unfinished.part")
	if err := os.Remove(part); err != nil && !os.IsNotExist(err) {
		return Copy{}, problem(CodeFolder, err, "folder", folder)
	}
	defer os.Remove(part) // gone once it was renamed
	if err := write(ctx, part); err != nil {
		return Copy{}, fmt.Errorf("backup: %w", err)
	}
	path, err := k.publish(part, folder, before)
	if err != nil {
		return Copy{}, err
	}
	if err := k.check(ctx, path); err != nil {
		return Copy{}, err
	}
	if err := k.putAway(); err != nil {
		return Copy{}, err
	}
	return k.find(path)
}

// publish gives a finished copy the first name that is free.
func (k *Keeper) publish(part, folder string, before bool) (string, error) {
	for n := 1; ; n++ {
		path := filepath.Join(folder, k.name(k.now(), before, n))
		if _, err := os.Lstat(path); err == nil {
			continue
		}
		if err := os.Rename(part, path); err != nil {
			return "", fmt.Errorf("backup: %w", err)
		}
		return path, nil
	}
}

func (k *Keeper) find(path string) (Copy, error) {
	copies, err := k.Copies()
	for _, c := range copies {
		if c.Path == path {
			return c, err
		}
	}
	return Copy{}, errors.Join(err, fmt.Errorf("backup: %s: %w", path, os.ErrNotExist))
}

// Check opens a copy, reads everything in it and remembers what that found. It
// returns a *Problem for a copy that is not sound.
func (k *Keeper) Check(ctx context.Context, c Copy) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.check(ctx, c.Path)
}

func (k *Keeper) check(ctx context.Context, path string) error {
	name := filepath.Base(path)
	sum, err := sumOf(path)
	if err == nil {
		err = examine(ctx, path)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	known, loadErr := k.load()
	if was := known.Checked[name]; err == nil && was.Sound && was.Sum != sum {
		err = errors.New("backup: the file changed since it was made")
	}
	noted := k.change(func(s *state) { s.Checked[name] = verdict{At: k.now(), Sum: sum, Sound: err == nil} })
	if err != nil {
		return errors.Join(problem(CodeDamaged, err, "name", name), noted)
	}
	return errors.Join(loadErr, noted)
}

// examine reads everything in a database file that nobody uses.
func examine(ctx context.Context, path string) error {
	store, err := sqlite.OpenCopy(path)
	if errors.Is(err, sqlite.ErrOutdated) {
		return examineOld(ctx, path)
	}
	if err != nil {
		return err
	}
	defer store.Close() // only read from
	return sound(ctx, store)
}

// examineOld reads a copy of an older version of the program: upgraded, in a
// folder of its own.
func examineOld(ctx context.Context, path string) error {
	folder, err := os.MkdirTemp("", "jianbao-check-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	restored := filepath.Join(folder, "check.db")
	if err := copyFile(path, restored); err != nil {
		return err
	}
	store, err := sqlite.Open(ctx, restored)
	if err != nil {
		return err
	}
	defer store.Close() // only read from
	return sound(ctx, store)
}

func sound(ctx context.Context, store *sqlite.Store) error {
	found, err := store.Check(ctx)
	if err == nil && len(found) > 0 {
		err = fmt.Errorf("%w: %d findings, the first %s %v", review.ErrDamaged, len(found), found[0].Code, found[0].Args)
	}
	return err
}

func sumOf(path string) (doc.Hash, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	h := sha256.New()
	_, err = io.Copy(h, file)
	return doc.Hash(hex.EncodeToString(h.Sum(nil))), err
}

// copyFile copies a file to a new one, which is on disk when it returns.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return errors.Join(fmt.Errorf("backup: %w", err), os.Remove(to))
	}
	return nil
}
