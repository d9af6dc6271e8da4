package health

import (
	"context"

	"jianbao/storage/backup"
)

// backUp makes a copy now.
func (s *Screen) backUp() {
	var made backup.Copy
	var failed error
	s.shell.Do(func() error {
		if made, failed = s.shell.Backups().Make(context.Background()); failed == nil {
			failed = s.shell.Backups().Mirror(context.Background())
		}
		return nil // told below, beside how the copies now stand
	}, func() {
		if failed != nil {
			s.shell.Fail(failed)
		} else {
			s.shell.Tell(s.t("health.backups"), s.t("health.made", "name", made.Name(), "folder", s.shell.Backups().Folder()))
		}
		s.Show()
	})
}

// chooseFolder has the copies made elsewhere from now on.
func (s *Screen) chooseFolder() {
	s.shell.ChooseFolder(func(path string) {
		s.shell.Do(func() error { return s.shell.Backups().SetFolder(path) }, s.backUp)
	})
}

// restore makes a database of a copy beside the present one, and asks whether
// the program shall begin with it next time.
func (s *Screen) restore(c backup.Copy) {
	s.shell.Confirm(s.t("health.restore"), s.t("health.restore.ask", "at", moment(c.At)), s.t("health.restore"), func() {
		var r backup.Restored
		s.shell.Do(func() (err error) {
			r, err = s.shell.Backups().Restore(context.Background(), c.Path)
			return err
		}, func() { s.offer(r) })
	})
}

func (s *Screen) offer(r backup.Restored) {
	said := s.t("health.restored", "file", r.Path, "drafts", r.Drafts, "newest", r.Newest)
	s.shell.Confirm(s.t("health.restore"), said, s.t("health.adopt"), func() {
		s.shell.Do(func() error { return s.shell.Backups().AdoptNext(r.Path) }, func() {
			s.shell.Tell(s.t("health.restore"), s.t("health.adopted"))
		})
	})
}

// mend puts damaged texts right from the copies.
func (s *Screen) mend() {
	s.shell.Confirm(s.t("health.mend"), s.t("health.mend.ask", "count", s.damaged), s.t("health.mend"), func() {
		var m backup.Mended
		s.shell.Do(func() (err error) {
			m, err = s.shell.Backups().Mend(context.Background(), s.shell.Actor().Person().ID)
			return err
		}, func() {
			s.shell.Tell(s.t("health.mend"), s.t("health.mended", "count", len(m.Texts), "left", len(m.Left)))
			s.check()
		})
	})
}
