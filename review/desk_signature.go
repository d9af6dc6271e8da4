package review

import (
	"maps"

	"jianbao/editor/doc"
)

// proof signs a sign-off with the signer's open key, and stores the signature.
// It must be followed at once by the event that records the sign-off, since the
// statement counts that one. It does nothing on a desk that does not sign.
func (w *work) proof(sign SignOff) (Signature, error) {
	if w.sealer == nil {
		return Signature{}, nil
	}
	k, ok, err := openKey(w.tx, sign.Person)
	if err != nil {
		return Signature{}, err
	}
	public, half := k.Of(w.file.Series.suite())
	if !ok || !half || w.who.pen == nil {
		return Signature{}, refuse(ActSign, CodeKey)
	}
	statement, err := w.statement(sign, public)
	if err != nil {
		return Signature{}, err
	}
	p := Signature{SignOff: sign.ID, Draft: sign.Draft, Key: k.ID, Public: public, Message: statement.Encode()}
	if p.Value, err = w.who.pen.Sign(public.Suite, p.Message); err != nil {
		return Signature{}, refuse(ActSign, CodeKey)
	}
	if !w.sealer.Verify(public, p.Message, p.Value) {
		return Signature{}, refuse(ActSign, CodeKey) // the open key is one that was in use before
	}
	return p, w.tx.Signatures().Add(p)
}

// statement is what the signer puts his name to.
func (w *work) statement(sign SignOff, public PublicKey) (Statement, error) {
	last, err := w.tx.Events().Last()
	if err != nil {
		return Statement{}, err
	}
	before, err := w.tx.Signatures().Last()
	if err != nil {
		return Statement{}, err
	}
	content, err := doc.Encode(w.file.Head.Text)
	if err != nil {
		return Statement{}, err
	}
	s := Statement{Suite: public.Suite, Series: w.file.Draft.Series, Content: w.sealer.Digest(public.Suite, content),
		Key: public.Fingerprint(), Counter: last.Seq + 1, Events: last.Hash, Program: w.version}
	if !w.file.Expected.IsZero() {
		s.Number = NumberText(w.file.Expected)
	}
	if len(before.Message) > 0 {
		s.Previous = w.sealer.Digest(public.Suite, before.Bytes())
	}
	s.File, err = w.exported(sign.TextHash)
	return s.of(sign), err
}

// exported returns the SHA-256 of the file made last from a text; "" if none was.
func (w *work) exported(text doc.Hash) (string, error) {
	events, err := w.tx.Events().List(w.file.Draft.ID)
	for i := len(events) - 1; i >= 0; i-- {
		if e := events[i]; e.Action == ActExport && e.Detail["text"] == string(text) {
			return e.Detail["sha256"], nil
		}
	}
	return "", err
}

// withProof adds to the record of a sign-off what ties it to its signature.
func withProof(proof Signature, detail map[string]string) map[string]string {
	if len(proof.Message) == 0 {
		return detail
	}
	maps.Copy(detail, map[string]string{"signoff": string(proof.SignOff), "signature": string(doc.HashOf(proof.Bytes())),
		"key": string(proof.Public.Fingerprint())})
	return detail
}
