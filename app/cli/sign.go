package cli

import "jianbao/review"

// sign signs the revision named, or the newest one; the desk refuses any other
// than the newest.
func sign(c *call) (result, error) {
	f, seq, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.signer(f, review.ActSign)
	if err != nil {
		return nil, err
	}
	f, err = c.desk.Sign(c.ctx, who.Actor, f.Draft.ID, review.Signing{Revision: seq,
		Comment: c.in.first("note"), Override: c.in.first("override")})
	return c.done(review.ActSign, who, f, err)
}
