package setup

import (
	"context"
	"io"
	"os"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/packet"
)

// SendPacket puts a draft into a packet that who signs, and the packet into a
// folder, where it is read again before it gets its name. It returns what
// review.Desk and exchange.Deliver return.
func (p *Program) SendPacket(ctx context.Context, who review.Actor, id review.DraftID, dir string) (review.Packet, exchange.Result, error) {
	pack, err := p.Desk.Pack(ctx, who, id)
	if err != nil {
		return pack, exchange.Result{}, err
	}
	data, digest, err := packet.Write(pack, func(d doc.Hash) (review.PacketSeal, error) { return p.Desk.SealPacket(who, pack.Series, d) })
	if err != nil {
		return pack, exchange.Result{}, err
	}
	write := func(w io.Writer) error { _, err := w.Write(data); return err }
	file, err := exchange.Deliver(ctx, dir, packet.Name(pack), write, func(path string) error {
		again, err := os.ReadFile(path)
		if err == nil {
			_, err = packet.Read(again, p.Desk.Sealed)
		}
		return err
	})
	if err != nil {
		return pack, file, err
	}
	return pack, file, p.Desk.Sent(ctx, who, id, pack, digest, file.Path)
}
