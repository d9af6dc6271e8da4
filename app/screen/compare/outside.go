package compare

import (
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/docx"
	"jianbao/storage/exchange/text"
)

// outside is a file that the newest text is held against, to read only.
type outside struct {
	name string
	text doc.Bulletin
}

// chooseFile asks for a file and compares the newest text with it.
func (s *Screen) chooseFile() {
	s.shell.ChooseFile(func(name string, data []byte) {
		var read doc.Bulletin
		s.shell.Do(func() (err error) {
			read, err = readOutside(data)
			return err
		}, func() {
			s.outside = &outside{name, read}
			s.want, s.current, s.sitting, s.filter = span{}, none, nil, filter{}
			s.reload(s.next)
		})
	})
}

// readOutside reads a text or DOCX file as a bulletin, every character as it
// is in the file.
func readOutside(data []byte) (doc.Bulletin, error) {
	if docx.Is(data) {
		plain, err := docx.Plain(data)
		if err != nil {
			return doc.Bulletin{}, err
		}
		data = []byte(plain)
	}
	r, err := text.Exact(data)
	return r.Bulletin, err
}

// revision is the file in the place of a revision, which has no number.
func (o *outside) revision(id review.DraftID) review.Revision {
	return review.Revision{RevisionInfo: review.RevisionInfo{Draft: id}, Text: o.text}
}
