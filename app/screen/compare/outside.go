package compare

import (
	"context"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange"
)

// outside is a file that the newest text is held against, to read only.
type outside struct {
	name string
	file exchange.Foreign
	text doc.Bulletin
}

// chooseFile asks for a file and compares the newest text with it.
func (s *Screen) chooseFile() {
	s.shell.ChooseFile(func(name string, data []byte) {
		var read *outside
		s.shell.Do(func() (err error) {
			read, err = readOutside(name, data)
			return err
		}, func() {
			s.outside = read
			s.want, s.current, s.sitting, s.filter = span{}, none, nil, filter{}
			s.reload(s.next)
		})
	})
}

// readOutside reads a file of any kind as a bulletin, every character as it is
// in the file.
func readOutside(name string, data []byte) (*outside, error) {
	f, err := exchange.Open(context.Background(), data)
	if err != nil {
		return nil, err
	}
	r, err := f.Exact()
	return &outside{name, f, r.Bulletin}, err
}

// revision is the file in the place of a revision, which has no number.
func (o *outside) revision(id review.DraftID) review.Revision {
	return review.Revision{RevisionInfo: review.RevisionInfo{Draft: id}, Text: o.text}
}
