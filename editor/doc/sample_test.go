package doc

import "testing"

// sample is a bulletin with every field filled and two articles, so that a
// test that walks over it meets everything a bulletin can hold.
func sample() Bulletin {
	return Bulletin{
		Masthead: Masthead{
			Title: "松江工作简报", Label: "增刊", Number: Number{Year: 2025, Issue: 7, Total: 318},
			Office: "松江区政务服务中心办公室", Date: Date{2025, 6, 15}, Security: "秘密★1年",
			Notice: "内部资料　注意保存", CopyNumber: "000012",
		},
		Articles: []Article{
			{ID: "a1", Title: "窗口服务延时\n让群众少跑一趟", Note: "编者按：延时服务试行满月。", Source: "综合科",
				Body: []Paragraph{
					{"p1", BodyText, "今年以来，中心开设延时窗口12个。"},
					{"p2", Level1, "一、主要做法"},
					{"p3", Level2, "（一）错峰排班"},
				}},
			{ID: "a2", Title: "档案数字化提速", Source: "档案科",
				Body: []Paragraph{{"p4", BodyText, "全年完成扫描3万页。"}}},
		},
		Imprint: Imprint{
			Editor: "林初", Checker: "周衡", Credits: []Credit{{"签发", "高远"}, {"会签", "苏禾"}},
			Phone: "021-5555 0101", Fax: "021-5555 0102", Email: "jb@songjiang.example",
			ReportTo: "区委办、区政府办", CopyTo: "各街镇", SendTo: "中心各科室", Copies: 60,
		},
	}
}

func TestSampleIsWellFormed(t *testing.T) {
	if problems := sample().Validate(); len(problems) > 0 {
		t.Fatalf("the sample has problems: %+v", problems)
	}
}
