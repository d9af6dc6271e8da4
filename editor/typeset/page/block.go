package page

// Kind tells what a block is for the page, and so where it stands and how it is
// set.
type Kind uint8

// The kinds, in reading order.
const (
	Security     Kind = iota // 密级, upper left
	Advice                   // 内部资料，注意保存: upper left
	CopyNumber               // 编号, upper right
	Name                     // 刊名, the large red line
	Label                    // （增刊）
	Number                   // 第4期
	Total                    // （总第2196期）
	Office                   // 编印单位, left above the red rule
	Date                     // 印发日期, right above the red rule
	Note                     // 按语
	Title                    // of an article
	Body                     // a paragraph
	Source                   // （供稿处室）
	Credit                   // 责编, 核稿 …
	Contact                  // 电话, 传真, 邮箱
	Distribution             // 报, 送, 发
	Copies                   // （共印50份）
)

// Block is one printed line before it is broken to the page's width: Label,
// Text and End stand in this order with nothing between them.
type Block struct {
	Kind  Kind
	Level int // of a Body: 1 for 一、 to 4 for （1）, 0 for plain text
	Label string
	Text  string
	End   string
}

// String is the block as printed.
func (b Block) String() string { return b.Label + b.Text + b.End }

// Options is what one laying of pages asks for beyond its profile.
type Options struct {
	Title  string // for the properties of a file
	Author string
	// Stamp stands above the text of every page of a draft; empty for a final.
	Stamp string
	// Sentences numbers the sentences of the body in the margin.
	Sentences bool
	// WideMargin leaves room beside the text for corrections by hand.
	WideMargin bool
}

// WordEnds returns, in order, how many runes of text stand before the end of
// each of its words. Titles turn there.
type WordEnds func(text string) []int
