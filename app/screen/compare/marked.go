package compare

import (
	"context"
	"path/filepath"

	"jianbao/review"
	"jianbao/storage/exchange"
)

// exportMarked asks for a folder and puts a marked-up copy (花脸稿) of what is
// shown there: the comparison as a DOCX with tracked changes and comments.
func (s *Screen) exportMarked() {
	s.shell.ChooseFolder(func(folder string) {
		var made []exchange.Result
		st, desk, who := s.state, s.shell.Desk(), s.shell.Actor()
		stamp := s.t("compare.marked.stamp", "hash", st.file.Head.TextHash.Short())
		s.shell.Do(func() (err error) {
			made, err = markedCopy(context.Background(), desk, who, st, stamp, folder)
			return err
		}, func() {
			s.shell.Tell(s.t("command.compare.marked"), s.t("compare.marked.made", "file", filepath.Base(made[0].Path), "folder", folder))
		})
	})
}

func markedCopy(ctx context.Context, desk *review.Desk, who review.Actor, st *state, stamp, folder string) ([]exchange.Result, error) {
	line, err := desk.Line(ctx, st.file.Draft.ID)
	if err != nil {
		return nil, err
	}
	head := st.file.Head
	made, err := exchange.Export(ctx, folder, head.Text, []exchange.Format{exchange.MarkedDOCX}, exchange.Meta{
		Stamp: stamp, Creator: head.Text.Masthead.Office, Created: head.At, Marked: exchange.MarkingOf(st.file, st.from, line, st.comparer)})
	for _, m := range made {
		if err := desk.RecordExport(ctx, who, head.RevisionInfo, string(m.Format), m.Path, m.SHA256); err != nil {
			return made, err
		}
	}
	return made, err
}

// whyNotMarked says why there is nothing to mark up.
func (s *Screen) whyNotMarked() string {
	if why := s.whyNotRead(); why != "" {
		return why
	}
	if why := s.whyOutside(); why != "" {
		return why
	}
	if !s.state.atHead() {
		return s.t("compare.why.markedhead")
	}
	return s.whyNoChange()
}
