//go:build e2e

package apptest

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
)

var pictures = flag.String("pictures", "", "folder to which the pictures of the README and the manual go")

// TestPictures shows the four main screens at work and, if asked, keeps their
// pictures for the README and the manual (make pictures).
func TestPictures(t *testing.T) {
	home := t.TempDir()
	data := filepath.Join(home, ".local", "share")
	path := filepath.Join(data, "jianbao", "jianbao.db")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	busyDesk(t, path)
	j := Start(t, Program{Package: "jianbao", Env: []string{"HOME=" + home, "XDG_DATA_HOME=" + data}})
	j.Key("ctrl+u")
	j.Click("吕承志")
	j.ClickNamed("pin")
	j.Type(pin)
	j.Key("Return")
	j.See("吕承志 · 核稿")
	j.keep("desk")
	j.Key("Return")
	j.See("花脸稿")
	j.Key("j")
	j.keep("compare")
	j.Key("Escape")
	j.Click("沿河镇用好")
	j.See("下一步")
	j.keep("issue")
	j.Key("Escape")
	j.sit("李知远")
	j.See("本期结构")
	j.keep("compose")
}

// keep takes a picture for the documents.
func (j *Journey) keep(name string) {
	j.t.Helper()
	j.look()
	j.photograph(name)
	if *pictures == "" {
		return
	}
	taken, err := filepath.Glob(filepath.Join(j.folder, "*-"+name+".png"))
	if err != nil || len(taken) != 1 {
		j.t.Fatalf("picture %s: %q, %v", name, taken, err)
	}
	data, err := os.ReadFile(taken[0])
	if err == nil {
		err = os.WriteFile(filepath.Join(repository(j.t), *pictures, name+".png"), data, 0o644)
	}
	if err != nil {
		j.t.Fatal(err)
	}
}

// busyDesk makes an office in the middle of its work: one issue final, one
// before the checker with changes since he sent it back, two being written.
func busyDesk(t *testing.T, path string) {
	t.Helper()
	ctx := t.Context()
	p, err := setup.Open(ctx, setup.Options{DSN: path, Desk: []review.Option{review.WithPINCost(review.PINCost{Passes: 1, KiB: 8})}})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if err := p.LoadSample(ctx); err != nil {
		t.Fatal(err)
	}
	o := &officeWork{ctx: ctx, t: t, desk: p.Desk}
	for _, name := range []string{"李知远", "王敏", "吕承志"} {
		a, err := p.Desk.Unlock(ctx, name, pin)
		o.must(err)
		o.actors = append(o.actors, a)
	}
	drafts, err := p.Desk.List(ctx, review.DraftFilter{})
	o.must(err)
	o.finish(drafts[0])
	o.revise(drafts[0])
	o.begin(drafts[0], "云水河沿线排口整治进入收尾阶段", 2)
	o.begin(drafts[0], "全市老旧小区加装电梯一季度情况", 1)
}

// officeWork carries out use cases for a picture.
type officeWork struct {
	ctx    context.Context
	t      *testing.T
	desk   *review.Desk
	actors []review.Actor // drafter, 责编, 核稿
}

func (o *officeWork) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

// begin begins a draft with some paragraphs of another.
func (o *officeWork) begin(from review.Draft, title string, paragraphs int) review.Draft {
	rev, err := o.desk.Revision(o.ctx, from.ID, 1)
	o.must(err)
	text := rev.Text
	text.Masthead.Number = doc.Number{}
	text.Articles = text.Articles[:1]
	text.Articles[0].Title, text.Articles[0].Body = title, text.Articles[0].Body[:paragraphs]
	f, err := o.desk.Create(o.ctx, o.actors[0], from.Series, text, review.CauseNew, "")
	o.must(err)
	return f.Draft
}

// finish brings an issue of the second article to 定稿.
func (o *officeWork) finish(from review.Draft) {
	rev, err := o.desk.Revision(o.ctx, from.ID, 1)
	o.must(err)
	text := rev.Text
	text.Masthead.Number, text.Articles = doc.Number{}, text.Articles[1:]
	f, err := o.desk.Create(o.ctx, o.actors[0], from.Series, text, review.CauseNew, "")
	o.must(err)
	_, err = o.desk.Submit(o.ctx, o.actors[0], f.Draft.ID)
	o.must(err)
	for _, signer := range o.actors[1:] {
		o.sign(signer, f.Draft.ID)
	}
}

// sign ticks what the signer looks at by itself, and signs.
func (o *officeWork) sign(who review.Actor, id review.DraftID) {
	o.t.Helper()
	f, err := o.desk.Open(o.ctx, who, id)
	o.must(err)
	for _, c := range f.CriticalOpen(who.Person().ID) {
		_, err = o.desk.Tick(o.ctx, who, id, c.Change)
		o.must(err)
	}
	_, err = o.desk.Sign(o.ctx, who, id, review.Signing{Revision: f.Draft.Head})
	o.must(err)
}

// revise brings a draft before the checker a second time: he has sent it back
// with two demands, and it was changed in five places.
func (o *officeWork) revise(d review.Draft) {
	rev, err := o.desk.Revision(o.ctx, d.ID, 1)
	o.must(err)
	first := rev.Text
	first.Masthead.Number = doc.Number{}
	saved, err := o.desk.Save(o.ctx, o.actors[0], d.ID, 1, first, "")
	o.must(err)
	_, err = o.desk.Submit(o.ctx, o.actors[0], d.ID)
	o.must(err)
	o.sign(o.actors[1], d.ID)
	o.must(o.desk.Looked(o.ctx, o.actors[2], d.ID, saved.Draft.Head))
	body := first.Articles[0].Body
	demands := []review.DemandText{
		{Text: "车位数请与城管部门核对", Anchor: doc.Anchor{Place: doc.Place{Paragraph: body[0].ID}}},
		{Text: "完成时限写实", Anchor: doc.Anchor{Place: doc.Place{Paragraph: body[len(body)-1].ID}}},
	}
	_, err = o.desk.Return(o.ctx, o.actors[2], d.ID, review.ToDrafting, "事实、数字需要核对", demands)
	o.must(err)
	changed := first.Clone()
	for i := range changed.Articles[0].Body {
		p := &changed.Articles[0].Body[i]
		p.Text = strings.NewReplacer("426个", "462个", "于9月底前完成", "确保9月中旬前完成", "坚持先听民意、再定方案、后动施工", "坚持先听民意，再定方案，后动施工",
			"推广到电动自行车充电", "推广到电动自行车停放充电", "逐巷登记", "逐户登记").Replace(p.Text)
	}
	_, err = o.desk.Save(o.ctx, o.actors[0], d.ID, saved.Draft.Head, changed, "")
	o.must(err)
	for n, note := range []string{"城管局6月通报为462个", ""} {
		_, err = o.desk.AnswerDemand(o.ctx, o.actors[0], d.ID, n+1, review.AnswerDone, note)
		o.must(err)
	}
	_, err = o.desk.Submit(o.ctx, o.actors[0], d.ID)
	o.must(err)
	o.sign(o.actors[1], d.ID)
}
