package issue

import (
	"slices"

	"jianbao/review"
)

// proof says how a sign-off was signed; one from before there were signatures
// is told apart.
func (s *Screen) proof(sign review.SignOff) string {
	i := slices.IndexFunc(s.signed, func(one review.Signed) bool { return one.ID == sign.ID })
	if i < 0 || s.signed[i].Signature == nil {
		return s.t("issue.unsigned")
	}
	statement := s.signed[i].Statement
	return s.t("issue.signed", "suite", s.t("term.suite."+string(statement.Suite)), "key", statement.Key.Short())
}
