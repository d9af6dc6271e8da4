package face

import (
	"errors"
	"io/fs"
)

// want is what a role asks for: the fonts of the user's own, best first, then the
// file of the program's that stands in for them.
type want struct {
	names   []string
	standIn string
}

// wants lists the fonts that offices use for each class of type of GB/T 9704.
var wants = map[Role]want{
	TitleSong: {[]string{"方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong"},
		"NotoSerifSC-Black.ttf"},
	Fangsong: {[]string{"仿宋_GB2312", "仿宋", "FangSong_GB2312", "FangSong", "方正仿宋_GBK", "方正仿宋简体", "华文仿宋", "STFangsong"},
		"FandolFang-Regular.otf"},
	Hei: {[]string{"黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "华文黑体", "STHeiti"}, "NotoSansSC-Regular.ttf"},
	Kai: {[]string{"楷体_GB2312", "楷体", "KaiTi_GB2312", "KaiTi", "方正楷体_GBK", "方正楷体简体", "华文楷体", "STKaiti"},
		"JianbaoKai-Regular.ttf"},
	Song: {[]string{"宋体", "SimSun", "方正书宋_GBK", "方正书宋简体", "华文宋体", "STSong"}, "NotoSerifSC-Regular.ttf"},
}

// spares are files of the program's that show what the others of a role lack;
// rare are fonts of the user's that may show what these lack.
var (
	spares = []string{"NotoSerifSC-Regular.ttf", "NotoSansSC-Regular.ttf", "JianbaoKai-Regular.ttf"}
	rare   = []string{"宋体", "SimSun-ExtB"}
)

// ErrNone says that neither the computer nor the program has a font.
var ErrNone = errors.New("face: no font found")

// Resolve chooses the fonts of all roles: the user's own from a library, else
// those of the program, which lie by file name in any of the folders own. What
// had to be replaced, and files that are broken, can be asked of the set. The
// error is ErrNone.
func Resolve(l *Library, own ...fs.FS) (*Set, error) {
	r := resolver{library: l, own: own, loaded: map[string]*Font{}}
	chains := map[Role][]*Font{}
	for _, role := range Roles() {
		if chain := r.chain(role); len(chain) > 0 {
			chains[role] = chain
		}
	}
	if len(chains) == 0 {
		return nil, ErrNone
	}
	s := NewSet(chains)
	s.broken = append(l.Broken(), r.broken...)
	for _, role := range Roles() {
		if w := wants[role]; !r.found[role] {
			s.substitutes = append(s.substitutes, Substitute{role, w.names[0], s.Fonts(role)[0].Name})
		}
	}
	return s, nil
}

type resolver struct {
	library *Library
	own     []fs.FS
	loaded  map[string]*Font
	found   map[Role]bool // with a font of the user's own
	broken  []string
}

// chain returns the fonts of a role, each once.
func (r *resolver) chain(role Role) []*Font {
	var chain link
	w := wants[role]
	for _, name := range w.names {
		if f, ok := r.library.Find(name); ok {
			chain.add(f)
			r.mark(role)
			break
		}
	}
	chain.add(r.file(w.standIn))
	for _, name := range spares {
		chain.add(r.file(name))
	}
	for _, name := range rare {
		if f, ok := r.library.Find(name); ok {
			chain.add(f)
		}
	}
	return chain
}

func (r *resolver) mark(role Role) {
	if r.found == nil {
		r.found = map[Role]bool{}
	}
	r.found[role] = true
}

// file returns the program's own font of a file name, or nil.
func (r *resolver) file(name string) *Font {
	if f, ok := r.loaded[name]; ok {
		return f
	}
	r.loaded[name] = r.read(name)
	return r.loaded[name]
}

func (r *resolver) read(name string) *Font {
	for _, folder := range r.own {
		source, err := fs.ReadFile(folder, name)
		if err != nil {
			continue
		}
		fonts, err := Parse(name, source)
		if err != nil {
			r.broken = append(r.broken, name)
			continue
		}
		return fonts[0]
	}
	return nil
}

// link is a chain being made.
type link []*Font

func (l *link) add(f *Font) {
	if f == nil {
		return
	}
	for _, have := range *l {
		if have == f {
			return
		}
	}
	*l = append(*l, f)
}
