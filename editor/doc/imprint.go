package doc

// Imprint (报尾) is what stands at the foot of the last page.
type Imprint struct {
	Editor   string   // 责编
	Checker  string   // 核稿
	Credits  []Credit // further sign-offs an office prints, in printed order
	Phone    string   // 电话
	Fax      string   // 传真
	Email    string   // 邮箱
	ReportTo string   // 报: superiors
	CopyTo   string   // 送: equals and others
	SendTo   string   // 发: subordinates
	Copies   int      // 印数; zero means not stated
}

// Credit is a printed sign-off line beyond 责编 and 核稿, such as 签发.
type Credit struct {
	Label string `json:"label"`
	Name  string `json:"name"`
}
