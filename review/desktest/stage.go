package desktest

import "jianbao/review"

// stage is a point of the way, by the office's own name, and how a draft that
// was just begun gets there.
type stage struct {
	name   string
	frozen bool
	reach  func(*draft)
}

var stages = []stage{
	{"拟稿", false, func(*draft) {}},
	{"待责编", false, func(d *draft) { d.submit() }},
	{"待核稿", false, func(d *draft) { d.submit().sign(editor) }},
	{"定稿", true, func(d *draft) { d.finish() }},
	{"印发", true, func(d *draft) { d.issue() }},
	{"归档", true, func(d *draft) { d.issue().fine(d.desk.Archive(d.ctx, d.as(checker), d.id)) }},
	{"缓发（拟稿中）", false, func(d *draft) { d.hold() }},
	{"缓发（审核中）", false, func(d *draft) { d.submit().hold() }},
	{"缓发（已定稿）", true, func(d *draft) { d.finish().hold() }},
	{"撤稿", true, func(d *draft) { d.fine(d.desk.Withdraw(d.ctx, d.as(editor), d.id, "事项取消")) }},
	{"作废", true, func(d *draft) { d.finish().fine(d.desk.Void(d.ctx, d.as(checker), d.id, "内容有误")) }},
}

// reach begins a draft and brings it to a stage.
func (o *office) reach(s stage) *draft {
	o.t.Helper()
	d := o.begin()
	s.reach(d)
	return d
}

func (d *draft) hold() *review.File {
	d.t.Helper()
	return d.fine(d.desk.Hold(d.ctx, d.as(editor), d.id, "等会议结果"))
}
