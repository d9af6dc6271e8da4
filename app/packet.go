package app

import (
	"context"
	"io"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/packet"
)

// sendPacket signs the draft on the screen as a packet and puts it where the
// user says: out, or back to where it came from.
func (w *window) sendPacket() {
	id := w.current.(drafted).Draft()
	w.AskPIN(w.Words().T("packet.ask", "name", w.actor.Person().Name), func(who review.Actor) {
		w.ChooseFolder(func(dir string) { w.sendPacketTo(who, id, dir) })
	})
}

func (w *window) sendPacketTo(who review.Actor, id review.DraftID, dir string) {
	var p review.Packet
	var file exchange.Result
	w.Do(func() (err error) {
		defer who.Rest()
		p, file, err = w.program.SendPacket(context.Background(), who, id, dir)
		return err
	}, func() {
		w.tell(w.Words().T("command.window.packetsend"),
			w.Words().T("packet.sent."+string(p.Kind), "path", file.Path, "bytes", file.Bytes, "comments", len(p.Comments)))
	})
}

func (w *window) noPerson() string {
	if w.actor.Person().ID == "" {
		return w.Words().T("desk.why.noperson")
	}
	return ""
}

// openPacketFile asks for a packet.
func (w *window) openPacketFile() {
	open := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		if file != nil {
			w.readPacket(file)
		}
	}, w.win)
	open.SetFilter(storage.NewExtensionFileFilter([]string{packet.Extension}))
	open.Resize(fyne.NewSize(900, 600))
	open.Show()
}

func (w *window) readPacket(file io.ReadCloser) {
	var data []byte
	w.Do(func() (err error) {
		defer file.Close()
		data, err = io.ReadAll(io.LimitReader(file, packet.MaxBytes+1)) // one byte more, for the reader to refuse in its own words
		return err
	}, func() { w.showPacket(data) })
}

// showPacket says what a packet holds and who signed it, before it is taken.
func (w *window) showPacket(data []byte) {
	var p review.SealedPacket
	var known review.Acquaintance
	var name string
	w.Do(func() (err error) {
		if p, err = packet.Read(data, w.Desk().Sealed); err == nil {
			known, name, err = w.Desk().Signer(context.Background(), p)
		}
		return err
	}, func() {
		t := w.Words().T
		what := t("packet.open."+string(p.Kind), "heading", p.Heading, "rev", p.Base, "revisions", len(p.Revisions), "comments", len(p.Comments))
		from := t("packet.signer."+string(known), "name", name, "key", p.Seal.Public.Fingerprint())
		w.Confirm(t("packet.open.title"), what+"\n"+from, t("packet.open.verb"), func() { w.acceptPacket(p) })
	})
}

func (w *window) acceptPacket(p review.SealedPacket) {
	if p.Kind == review.PacketBack {
		w.takePacket(p)
		return
	}
	var f *review.File
	w.Do(func() (err error) {
		f, err = w.Desk().OpenPacket(context.Background(), w.actor, p)
		return err
	}, func() {
		w.OpenDraft(f.Draft.ID)
		w.tell(w.Words().T("packet.open.title"), w.Words().T("packet.abroad", "name", f.Draft.Origin.Name))
	})
}

// takePacket takes in what came back and shows it as changes since the base; what
// the two disagree about is asked for.
func (w *window) takePacket(p review.SealedPacket) {
	var came review.Taken
	w.Do(func() (err error) {
		came, err = w.Desk().TakePacket(context.Background(), w.actor, p)
		return err
	}, func() {
		w.OpenCompare(p.Draft)
		if len(came.Open) > 0 {
			w.askPicks(came)
			return
		}
		w.tell(w.Words().T("packet.open.title"), w.Words().T("packet.taken", "comments", came.Comments, "closed", came.Closed))
	})
}

// askPicks asks whose text stands at each place of disagreement. Both texts stay
// whatever is chosen: one is the newest version, the other is kept aside.
func (w *window) askPicks(came review.Taken) {
	t := w.Words().T
	mine, theirs := t("packet.pick.useme"), t("packet.pick.usethem")
	picks := make([]review.Side, len(came.Open))
	list := element.Flow(6, element.NewProse(t("packet.pick.text", "rev", came.Kept), theme.ColorInk))
	for i, d := range came.Open {
		list.Add(element.NewProse(t("packet.pick.base", "n", i+1, "text", d.Base), theme.ColorInk))
		list.Add(element.NewProse(t("packet.pick.mine", "text", d.Mine), theme.ColorInk))
		list.Add(element.NewProse(t("packet.pick.theirs", "text", d.Theirs), theme.ColorInk))
		choice := widget.NewRadioGroup([]string{mine, theirs}, func(now string) {
			picks[i] = map[string]review.Side{mine: review.Mine, theirs: review.Theirs}[now]
		})
		choice.Horizontal = true
		list.Add(probe.Name(choice, "pick"+strconv.Itoa(i+1)))
	}
	d := dialog.NewCustomConfirm(t("packet.pick.title"), t("packet.pick.verb"), t("button.cancel"), container.NewVScroll(list), func(ok bool) {
		if ok {
			w.mergePicks(came, picks)
		}
	}, w.win)
	d.Resize(fyne.NewSize(640, 480))
	d.Show()
}

// mergePicks is refused where something is not decided; "packet merge" of the
// command line decides later.
func (w *window) mergePicks(came review.Taken, picks []review.Side) {
	id := came.Draft.ID
	w.Do(func() error {
		_, err := w.Desk().MergeAside(context.Background(), w.actor, id, came.Kept, came.Head.Seq, picks)
		return err
	}, func() { w.OpenCompare(id) })
}
