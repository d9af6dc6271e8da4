package page

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
)

// ErrProfile says that a profile is no profile, or asks for pages that cannot
// be.
var ErrProfile = errors.New("page: not a usable profile")

// ParseProfile reads what a series states of its pages, as JSON; what it leaves
// out, or an empty text, is as in Default. The error is ErrProfile.
func ParseProfile(data []byte) (Profile, error) {
	p := Default()
	if len(data) == 0 {
		return p, nil
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&p); err != nil {
		return Profile{}, fmt.Errorf("%w: %v", ErrProfile, err)
	}
	return p, p.Validate()
}

// Validate returns ErrProfile if the text does not lie on the paper, a line or a
// page would hold next to nothing, or a size or count is not positive.
func (p Profile) Validate() error {
	s, m, a, i := p.Sheet, p.Masthead, p.Article, p.Imprint
	checks := []struct {
		ok   bool
		what string
	}{
		{s.Left >= 0 && s.Top >= 0 && s.TextWide > 0 && s.TextHigh > 0, "the text has no place"},
		{s.Left+s.TextWide <= s.Width && s.Top+s.TextHigh <= s.Height, "the text does not lie on the sheet"},
		{s.Width <= 2000 && s.Height <= 2000, "the sheet is larger than two metres"},
		{s.Lines >= 5 && s.Lines <= 200 && s.Columns >= 5 && s.Columns <= 200, "lines and columns lie between 5 and 200"},
		{s.Size >= 5 && s.pitch() >= 0.9*s.Size.MM(), "the body does not fit its lines"},
		{m.Smallest >= s.Size && m.Largest >= m.Smallest && m.Largest <= 200, "the name's sizes are out of order"},
		{m.Top >= 0 && m.Space >= 0 && m.RuleGap >= 0 && m.Top+m.Space+m.RuleGap < s.TextHigh/2, "the masthead takes half a page"},
		{m.Rule > 0 && i.Outer > 0 && i.Inner > 0, "a rule has no thickness"},
		{a.TitleSize >= s.Size && a.TitleSize.MM() <= s.pitch(), "the title does not fit its lines"},
		{a.Before >= 1 && a.Before <= 5 && a.After >= 0 && a.After <= 5, "blank lines lie between 0 and 5"},
		{a.SourceRight >= 0 && a.SourceRight < s.Columns/2, "the source stands too far left"},
		{i.Size >= 5 && i.Pitch >= 0.9*i.Size.MM() && i.Pitch < s.TextHigh/5, "the imprint does not fit its lines"},
		{i.Columns >= 1 && i.Columns <= 4, "the imprint has 1 to 4 columns"},
		{p.Folio.Size >= 5 && p.Folio.Drop >= 0 && s.bottom()+p.Folio.Drop+p.Folio.Size.MM() <= s.Height, "the page number does not lie on the sheet"},
	}
	for _, c := range checks {
		if !c.ok {
			return fmt.Errorf("%w: %s", ErrProfile, c.what)
		}
	}
	return nil
}

// MarshalText writes a colour as #RRGGBB.
func (c Color) MarshalText() ([]byte, error) {
	return fmt.Appendf(nil, "#%02X%02X%02X", c.R, c.G, c.B), nil
}

// UnmarshalText reads #RRGGBB.
func (c *Color) UnmarshalText(text []byte) error {
	s := string(text)
	if len(s) != 7 || s[0] != '#' {
		return fmt.Errorf("%w: colour %q is not #RRGGBB", ErrProfile, s)
	}
	v, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return fmt.Errorf("%w: colour %q: %v", ErrProfile, s, err)
	}
	*c = Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)}
	return nil
}
