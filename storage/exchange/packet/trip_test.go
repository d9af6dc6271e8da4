package packet_test

import (
	"bytes"
	"errors"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/packet"
)

func refused(t *testing.T, err error, code string) {
	t.Helper()
	var coded interface {
		Message() (string, map[string]string)
	}
	if !errors.As(err, &coded) {
		t.Fatalf("got %v, want %s", err, code)
	}
	if got, _ := coded.Message(); got != code {
		t.Fatalf("got %s, want %s", got, code)
	}
}

func body(f *review.File) [2]string {
	b := f.Head.Text.Articles[0].Body
	return [2]string{b[0].Text, b[1].Text}
}

func TestAForeignDraftIsEditedButNotSignedOrNumbered(t *testing.T) {
	h, id := home(t)
	a := away(t)
	f := a.open(reviewer, h.send(drafter, id))
	if !f.Draft.Foreign() || f.Draft.Origin.Draft != id || f.Draft.Origin.Name != drafter || len(f.Comments) != 1 {
		t.Fatalf("opened as %+v", f.Draft)
	}
	if f.Name(f.Head.Author) != drafter {
		t.Errorf("the author is %s", f.Name(f.Head.Author))
	}
	_, err := a.desk.Submit(t.Context(), a.as(reviewer), f.Draft.ID)
	refused(t, err, review.CodeAbroad)
	a.write(reviewer, f.Draft.ID, text("年底前确保完成任务。", "各县区要压实责任。"))
	a.sound()
}

func TestWhatNobodyChangedAtHomeFollows(t *testing.T) {
	h, id := home(t)
	a := away(t)
	f := a.open(reviewer, h.send(drafter, id))
	a.write(reviewer, f.Draft.ID, text("年底前确保完成任务。", "各县区要压实责任。"))
	_, err := a.desk.Reply(t.Context(), a.as(reviewer), f.Draft.ID, f.Comments[0].ID, "已核")
	a.ok(err)
	_, err = a.desk.CloseComment(t.Context(), a.as(reviewer), f.Draft.ID, f.Comments[0].ID, review.CommentResolved, "")
	a.ok(err)
	back := h.read(a.send(reviewer, f.Draft.ID))
	taken, err := h.desk.TakePacket(t.Context(), h.as(drafter), back)
	h.ok(err)
	if got := body(taken.File); got[0] != "年底前确保完成任务。" || taken.Name(taken.Head.Author) != reviewer || taken.Kept != 0 {
		t.Errorf("taken: %v by %s, %+v", got, taken.Name(taken.Head.Author), taken)
	}
	if taken.Comments != 1 || taken.Closed != 1 || len(taken.OpenComments()) != 0 {
		t.Errorf("comments: %d came, %d closed", taken.Comments, taken.Closed)
	}
	seq := h.seq()
	_, err = h.desk.TakePacket(t.Context(), h.as(drafter), back)
	refused(t, err, review.CodePacketTwice)
	if h.seq() != seq {
		t.Error("a packet taken twice leaves a trace")
	}
	h.sound()
}

func TestTwoPeopleWhoAgreeAreMerged(t *testing.T) {
	h, id := home(t)
	a := away(t)
	f := a.open(reviewer, h.send(drafter, id))
	a.write(reviewer, f.Draft.ID, text("年底前力争完成任务。", "各县区要层层压实责任。"))
	h.write(drafter, id, text("年底前确保完成任务。", "各县区要压实责任。"))
	taken, err := h.desk.TakePacket(t.Context(), h.as(drafter), h.read(a.send(reviewer, f.Draft.ID)))
	h.ok(err)
	if got := body(taken.File); got != [2]string{"年底前确保完成任务。", "各县区要层层压实责任。"} {
		t.Errorf("merged: %v", got)
	}
	kept, err := h.desk.Revision(t.Context(), id, taken.Kept)
	h.ok(err)
	if kept.Text.Articles[0].Body[1].Text != "各县区要层层压实责任。" || kept.Cause != review.CauseAside || taken.Name(taken.Head.Author) != reviewer {
		t.Errorf("kept: %+v", kept)
	}
	h.sound()
}

func TestTwoPeopleWhoDisagreeAreAsked(t *testing.T) {
	h, id := home(t)
	a := away(t)
	f := a.open(reviewer, h.send(drafter, id))
	a.write(reviewer, f.Draft.ID, text("年底前争取完成任务。", "各县区要层层压实责任。"))
	h.write(drafter, id, text("年底前确保完成任务。", "各县区要压实责任。"))
	taken, err := h.desk.TakePacket(t.Context(), h.as(drafter), h.read(a.send(reviewer, f.Draft.ID)))
	h.ok(err)
	want := review.Disagreement{At: doc.Place{Field: doc.FieldArticleBody, Article: "a"}, Base: "力争", Mine: "确保", Theirs: "争取"}
	if len(taken.Open) != 1 || taken.Open[0] != want || body(taken.File)[0] != "年底前确保完成任务。" || body(taken.File)[1] != "各县区要压实责任。" {
		t.Fatalf("taken: %+v, newest %v", taken.Open, body(taken.File))
	}
	_, err = h.desk.MergeAside(t.Context(), h.as(drafter), id, taken.Kept, taken.Head.Seq, nil)
	refused(t, err, review.CodePacketPicks)
	saved, err := h.desk.MergeAside(t.Context(), h.as(drafter), id, taken.Kept, taken.Head.Seq, []review.Side{review.Theirs})
	h.ok(err)
	if got := body(saved.File); got != [2]string{"年底前争取完成任务。", "各县区要层层压实责任。"} || saved.Name(saved.Head.Author) != reviewer {
		t.Errorf("decided: %v", got)
	}
	h.sound()
}

func TestAPacketIsRefusedWhereItDoesNotBelong(t *testing.T) {
	h, id := home(t)
	a, other := away(t), away(t)
	out := h.send(drafter, id)
	_, err := h.desk.OpenPacket(t.Context(), h.as(drafter), h.read(out))
	refused(t, err, review.CodePacketOwn)
	f := a.open(reviewer, out)
	_, err = a.desk.OpenPacket(t.Context(), a.as(reviewer), a.read(out))
	refused(t, err, review.CodePacketOpened)
	a.write(reviewer, f.Draft.ID, text("改。", "改。"))
	back := a.send(reviewer, f.Draft.ID)
	_, err = other.desk.TakePacket(t.Context(), other.as(reviewer), other.read(back))
	refused(t, err, review.CodePacketStranger)
	_, err = other.desk.OpenPacket(t.Context(), other.as(reviewer), other.read(back))
	refused(t, err, review.CodePacketKind)
	unlike := h.read(back)
	unlike.BaseHash = "x"
	_, err = h.desk.TakePacket(t.Context(), h.as(drafter), unlike)
	refused(t, err, review.CodePacketBase)
	unlike.Digest = "x"
	_, err = h.desk.TakePacket(t.Context(), h.as(drafter), unlike)
	refused(t, err, review.CodePacketSeal)
	_, err = h.desk.Submit(t.Context(), h.as(drafter), id)
	h.ok(err)
	_, err = h.desk.CloseComment(t.Context(), h.as(editor), id, f.Comments[0].ID, review.CommentResolved, "")
	h.ok(err)
	_, err = h.desk.Sign(t.Context(), h.as(editor), id, review.Signing{Revision: 1})
	h.ok(err)
	_, err = h.desk.TakePacket(t.Context(), h.as(editor), h.read(back))
	refused(t, err, review.CodePacketFrozen)
}

func TestTheSenderIsKnownFromTheFirstPacketOn(t *testing.T) {
	h, id := home(t)
	a := away(t)
	signer := func(o *office, data []byte, want review.Acquaintance) {
		t.Helper()
		got, name, err := o.desk.Signer(t.Context(), o.read(data))
		if err != nil || got != want || name != drafter {
			t.Errorf("signer: %s, %s, %v; want %s", got, name, err, want)
		}
	}
	out := h.send(drafter, id)
	signer(h, out, review.SignerOwn)
	signer(a, out, review.SignerNew)
	a.open(reviewer, out)
	signer(a, h.send(drafter, id), review.SignerKnown)
	person, err := h.desk.As(t.Context(), drafter)
	h.ok(err)
	h.ok(h.desk.LosePIN(t.Context(), h.as(editor), person.Person().ID, pin))
	signer(a, h.send(drafter, id), review.SignerChanged)
}

func TestAPacketHasOneFormAndNoSecrets(t *testing.T) {
	h, id := home(t)
	who := h.as(drafter)
	p, err := h.desk.Pack(t.Context(), who, id)
	h.ok(err)
	sign := func(d doc.Hash) (review.PacketSeal, error) { return h.desk.SealPacket(who, p.Series, d) }
	one, _, err := packet.Write(p, sign)
	h.ok(err)
	two, _, err := packet.Write(p, sign)
	h.ok(err)
	if !bytes.Equal(one, two) {
		t.Error("one packet, two files")
	}
	if !packet.Is(one) || packet.Is(one[:len(one)-1]) || packet.Is([]byte("PK")) {
		t.Error("a packet is not told from other files")
	}
	if got, want := packet.Name(p), "松江工作简报题目评审包.jbp"; got != want {
		t.Errorf("called %s, want %s", got, want)
	}
	for _, c := range p.People {
		if len(c.Public) != 2 {
			t.Errorf("%s has %d public keys", c.Name, len(c.Public))
		}
	}
}
