package desktest

import (
	"fmt"
	"sync"

	"jianbao/review"
)

var saveRules = []rule{
	{"the line that led to the newest text leaves out what stands aside", func(o *office) {
		d := o.begin()
		d.write(drafter, body("第二版。"))
		aside, err := d.desk.Save(o.ctx, o.as(drafter), d.id, 1, newText(body("旁存。")), "")
		o.ok(err)
		equal(o, "aside", aside.Aside, true)
		d.write(drafter, body("第四版。"))
		line, err := d.desk.Line(o.ctx, d.id)
		o.ok(err)
		equal(o, "revisions", len(line), 3)
		for i, seq := range []int{1, 2, 4} {
			equal(o, "revision", line[i].Seq, seq)
		}
		_, err = d.desk.Line(o.ctx, "nosuch")
		o.is(err, review.ErrNotFound)
	}},
	{"every save is a revision of its own, with its author, hand and parent", func(o *office) {
		d := o.begin()
		d.write(drafter, body("第二版。"))
		d.submit()
		saved := d.write(editor, body("第三版。"))
		for i, want := range []review.Role{review.RoleDrafter, review.RoleDrafter, roleEditor} {
			info := saved.File.Revisions[i]
			equal(o, "sequence", info.Seq, i+1)
			equal(o, "parent", info.Parent, i)
			equal(o, "hand", info.Stage, want)
		}
		equal(o, "author", saved.File.Name(saved.Revision.Author), editor)
		equal(o, "first text", d.textOf(1), newText().Articles[0].Body[0].Text)
	}},
	{"of two savers on one base the second is kept aside and nothing is lost", func(o *office) {
		d := o.begin()
		d.write(drafter, body("甲先存。"))
		saved, err := d.desk.Save(o.ctx, o.as(allHands), d.id, 1, newText(body("乙也从第一版改起。")), "")
		o.ok(err)
		equal(o, "aside", saved.Aside, true)
		equal(o, "cause", saved.Revision.Cause, review.CauseAside)
		equal(o, "newest", saved.File.Head.Seq, 2)
		equal(o, "newest text", d.textOf(2), "甲先存。")
		equal(o, "text aside", d.textOf(3), "乙也从第一版改起。")
		next := d.write(drafter, body("甲接着改。"))
		equal(o, "next is the newest", next.File.Head.Seq, 4)
		equal(o, "its parent", next.Revision.Parent, 2)
	}},
	{"a revision aside voids no sign-off", func(o *office) {
		d := o.begin()
		d.write(drafter, body("第二版。"))
		d.submit().sign(editor)
		saved, err := d.desk.Save(o.ctx, o.as(checker), d.id, 1, newText(body("从旧版改起。")), "")
		o.ok(err)
		equal(o, "aside", saved.Aside, true)
		equal(o, "standing", d.standing(), "责编")
		d.at(review.Reviewing, roleChecker)
	}},
	{"saving an old base unchanged adds nothing", func(o *office) {
		d := o.begin()
		d.write(drafter, body("第二版。"))
		saved, err := d.desk.Save(o.ctx, o.as(allHands), d.id, 1, newText(), "")
		o.ok(err)
		equal(o, "unchanged", saved.Unchanged, true)
		equal(o, "revisions", len(saved.File.Revisions), 2)
		equal(o, "newest text", d.textOf(2), "第二版。")
	}},
	{"savers at the same moment lose nothing", saveAtOnce},
	{"restoring makes the old text a new revision and deletes none", func(o *office) {
		d := o.begin()
		d.write(drafter, body("第二版。"))
		saved, err := d.desk.Restore(o.ctx, o.as(drafter), d.id, 1)
		o.ok(err)
		equal(o, "cause", saved.Revision.Cause, review.CauseRestore)
		equal(o, "newest", saved.File.Head.Seq, 3)
		equal(o, "same text as the first", saved.File.Head.TextHash, saved.File.Revisions[0].TextHash)
		equal(o, "second text", d.textOf(2), "第二版。")
	}},
	{"restoring keeps what was not saved as a revision aside", func(o *office) {
		d := o.begin()
		d.write(drafter, body("第二版。"))
		o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 2, newText(body("没存的话。"))))
		saved, err := o.desk.Restore(o.ctx, o.as(drafter), d.id, 1)
		o.ok(err)
		equal(o, "newest", saved.Revision.Seq, 4)
		equal(o, "what was not saved", d.textOf(3), "没存的话。")
		equal(o, "unsaved", d.unsaved(drafter), "")
	}},
	{"a base or a revision that is not there is refused", func(o *office) {
		d := o.begin()
		for _, base := range []int{-1, 0, 2} {
			_, err := d.desk.Save(o.ctx, o.as(drafter), d.id, base, newText(body("无根。")), "")
			o.is(err, review.ErrNotFound)
			_, err = d.desk.Restore(o.ctx, o.as(drafter), d.id, base)
			o.is(err, review.ErrNotFound)
		}
		equal(o, "revisions", len(d.file().Revisions), 1)
	}},
	{"heading and label of the list follow the newest text", func(o *office) {
		d := o.begin()
		d.write(drafter, labelled("增刊"))
		got := d.write(drafter, titled("新题\n两行")).File.Draft
		equal(o, "heading", got.Heading, "新题两行")
		equal(o, "label", got.Label, "增刊")
	}},
}

func (d *draft) textOf(seq int) string {
	d.t.Helper()
	rev, err := d.desk.Revision(d.ctx, d.id, seq)
	d.ok(err)
	return rev.Text.Articles[0].Body[0].Text
}

// saveAtOnce lets several people save on one base: one becomes the newest, the
// others stand aside, and every text is there.
func saveAtOnce(o *office) {
	const savers = 6
	d, who := o.begin(), o.as(drafter)
	var all sync.WaitGroup
	errs := make([]error, savers)
	for i := range savers {
		all.Go(func() {
			_, errs[i] = d.desk.Save(o.ctx, who, d.id, 1, newText(body(fmt.Sprintf("第%d人的稿。", i))), "")
		})
	}
	all.Wait()
	kept, aside := map[string]bool{}, 0
	for _, err := range errs {
		o.ok(err)
	}
	for _, info := range d.file().Revisions[1:] {
		kept[d.textOf(info.Seq)] = true
		if info.Cause == review.CauseAside {
			aside++
		}
	}
	equal(o, "texts kept", len(kept), savers)
	equal(o, "texts aside", aside, savers-1)
}
