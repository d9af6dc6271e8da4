package packet

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/dossier"
	"jianbao/storage/record"
)

// Format is the format of the packets written now.
const Format = "jianbao.packet/1"

// The members, in their order.
const (
	memberManifest  = "manifest.json"
	memberSeries    = "series.json"
	memberPeople    = "people.json"
	memberRevisions = "revisions.json"
	memberComments  = "comments.json"
	memberDemands   = "demands.json"
)

var memberNames = []string{memberManifest, memberSeries, memberPeople, memberRevisions, memberComments, memberDemands}

// manifest says what a packet is. The hashes of the members stand in the list of
// the dossier.
type manifest struct {
	Format   string            `json:"format"`
	Kind     review.PacketKind `json:"kind"`
	Trip     review.TripID     `json:"trip"`
	Draft    review.DraftID    `json:"draft"`
	Heading  string            `json:"heading"`
	Base     int               `json:"base"`
	BaseHash doc.Hash          `json:"basehash"`
	By       review.PersonID   `json:"by"`
	At       time.Time         `json:"at"`
}

type correspondent struct {
	ID     review.PersonID    `json:"id"`
	Name   string             `json:"name"`
	Public []review.PublicKey `json:"public"`
}

// revision carries the bytes of its text as they are stored: they are hashed.
type revision struct {
	Info json.RawMessage `json:"info"`
	Text string          `json:"text"`
}

func encode(p review.Packet) ([]dossier.Member, error) {
	m := manifest{Format, p.Kind, p.Trip, p.Draft, p.Heading, p.Base, p.BaseHash, p.By, record.Time(p.At)}
	people := make([]correspondent, len(p.People))
	for i, c := range p.People {
		people[i] = correspondent(c)
	}
	series, err := raw(record.Series, []review.Series{p.Series})
	if err != nil {
		return nil, err
	}
	revisions, err := encodeRevisions(p.Revisions)
	if err != nil {
		return nil, err
	}
	comments, err := raw(record.Comment, p.Comments)
	if err != nil {
		return nil, err
	}
	demands, err := raw(record.Demand, p.Demands)
	if err != nil {
		return nil, err
	}
	members := make([]dossier.Member, len(memberNames))
	for i, v := range []any{m, series[0], people, revisions, comments, demands} {
		data, err := marshal(v)
		if err != nil {
			return nil, err
		}
		members[i] = dossier.Member{Name: memberNames[i], Data: data}
	}
	return members, nil
}

func marshal(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("%w: %w", doc.ErrFormat, err)
	}
	return out.Bytes(), nil
}

func raw[T any](codec record.Codec[T], list []T) ([]json.RawMessage, error) {
	out := make([]json.RawMessage, len(list))
	for i, v := range list {
		data, err := codec.Encode(v)
		if err != nil {
			return nil, err
		}
		out[i] = data
	}
	return out, nil
}

func encodeRevisions(list []review.Revision) ([]revision, error) {
	out := make([]revision, len(list))
	for i, r := range list {
		info, err := record.Revision.Encode(r.RevisionInfo)
		if err != nil {
			return nil, err
		}
		text, err := record.Text(r)
		if err != nil {
			return nil, err
		}
		out[i] = revision{info, string(text)}
	}
	return out, nil
}

func decode(members []dossier.Member) (review.Packet, error) {
	var p review.Packet
	if err := expected(members); err != nil {
		return p, err
	}
	var m manifest
	if err := json.Unmarshal(members[0].Data, &m); err == nil && m.Format != Format {
		return p, failure(CodeNewer, nil, "format", m.Format) // of what else it says nothing is known
	}
	var people []correspondent
	var revisions []revision
	var series json.RawMessage
	var comments, demands []json.RawMessage
	for i, into := range []any{&m, &series, &people, &revisions, &comments, &demands} {
		if err := strict(members[i].Data, into); err != nil {
			return p, failure(CodeMember, err, "name", members[i].Name)
		}
	}
	p = review.Packet{Kind: m.Kind, Trip: m.Trip, Draft: m.Draft, Heading: m.Heading, Base: m.Base, BaseHash: m.BaseHash, By: m.By, At: m.At}
	for _, c := range people {
		p.People = append(p.People, review.Correspondent(c))
	}
	return p, decodeRecords(&p, series, revisions, comments, demands)
}

// expected refuses an archive that does not hold exactly the members of a packet.
func expected(members []dossier.Member) error {
	for i, m := range members {
		if i >= len(memberNames) || m.Name != memberNames[i] {
			return failure(CodeMember, nil, "name", m.Name)
		}
	}
	if len(members) < len(memberNames) {
		return failure(CodeMember, nil, "name", memberNames[len(members)])
	}
	return nil
}

func strict(data []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return fmt.Errorf("more than one value: %v", err)
	}
	return nil
}

func decodeRecords(p *review.Packet, series json.RawMessage, revisions []revision, comments, demands []json.RawMessage) (err error) {
	if p.Series, err = record.Series.Decode(series); err != nil {
		return failure(CodeMember, err, "name", memberSeries)
	}
	for _, r := range revisions {
		info, err := record.Revision.Decode(r.Info)
		if err != nil {
			return failure(CodeMember, err, "name", memberRevisions)
		}
		rev, err := record.WithText(info, []byte(r.Text))
		if err != nil {
			return failure(CodeMember, err, "name", memberRevisions)
		}
		p.Revisions = append(p.Revisions, rev)
	}
	if p.Comments, err = decodeAll(record.Comment, comments); err != nil {
		return failure(CodeMember, err, "name", memberComments)
	}
	if p.Demands, err = decodeAll(record.Demand, demands); err != nil {
		return failure(CodeMember, err, "name", memberDemands)
	}
	return nil
}

func decodeAll[T any](codec record.Codec[T], list []json.RawMessage) ([]T, error) {
	var all []T
	for _, data := range list {
		v, err := codec.Decode(data)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}
