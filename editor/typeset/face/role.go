package face

import "slices"

// Role is what type of letter a part of the page asks for, by the class that
// GB/T 9704 names, not by a product.
type Role string

// The roles.
const (
	Song      Role = "song"      // 宋体: the page number
	Fangsong  Role = "fangsong"  // 仿宋: body text
	Hei       Role = "hei"       // 黑体: first headings, 密级, stamp
	Kai       Role = "kai"       // 楷体: second headings, 按语
	TitleSong Role = "titlesong" // 小标宋: title, masthead
)

// Roles returns all roles. Their order numbers them for line breaking.
func Roles() []Role { return []Role{Song, Fangsong, Hei, Kai, TitleSong} }

// Number returns the place of the role among Roles, or -1 if it is none.
func (r Role) Number() int { return slices.Index(Roles(), r) }
