package diff

import "testing"

const (
	roads   = "全市农村公路建设进展顺利，已完成投资十二亿元，覆盖八十六个乡镇。\n"
	schools = "城乡义务教育一体化加快推进，新建改扩建学校四十所，新增学位三万个。\n"
	clinics = "基层医疗服务能力持续提升，建成标准化村卫生室五百余家，群众就医更加方便。\n"
)

func TestTexts(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"identical", "今年以来，全市经济平稳运行。", "今年以来，全市经济平稳运行。", "今年以来，全市经济平稳运行。"},
		{"both empty", "", "", ""},
		{"from nothing", "", "新建。", "{+新建。+}"},
		{"to nothing", "删去。", "", "[-删去。-]"},
		{"a number with its unit", "同比增长12.5%，位居全省前列。", "同比增长13.5%，位居全省前列。", "同比增长[-12.5%-]{+13.5%+}，位居全省前列。"},
		{"a date", "会议定于2024年3月5日召开。", "会议定于2024年3月6日召开。", "会议定于2024年3月[-5日-]{+6日+}召开。"},
		{"an ordinal", "依照第十八条办理。", "依照第二十条办理。", "依照第[-十八-]{+二十+}条办理。"},
		{"a row of ordinals", "依照第十八条至第二十条办理。", "依照第十九条至第二十一条办理。", "依照第[-十八-]{+十九+}条至第[-二十-]{+二十一+}条办理。"},
		{"strength of commitment", "年底前力争完成任务。", "年底前确保完成任务。", "年底前[-力争-]{+确保+}完成任务。"},
		{"a single equal character does not stand", "全面加强管理。", "全力加大管理。", "全[-面加强-]{+力加大+}管理。"},
		{"a sentence end always stands", "一是好。二是坏。", "一是大。三是坏。", "一是[-好-]{+大+}。[-二-]{+三+}是坏。"},
		{"list item slides to its mark", "设在甲县、乙县、丙县。", "设在甲县、乙县、丁县、丙县。", "设在甲县、乙县、{+丁县、+}丙县。"},
		{"clause slides to its marks", "要加强领导，要落实责任。", "要加强领导，要强化督查，要落实责任。", "要加强领导，{+要强化督查，+}要落实责任。"},
		{"Latin word as a whole", "使用WPS软件。", "使用WPR软件。", "使用[-WPS-]{+WPR+}软件。"},
		{"paragraph inserted", roads + clinics, roads + schools + clinics, roads + "{+" + schools + "+}" + clinics},
		{"paragraph moved", roads + schools + clinics, clinics + roads + schools, "{1:" + clinics + "}" + roads + schools + "<1:" + clinics + ">"},
		{"paragraph split", "第一，抓落实要快。第二，抓整改要严。\n", "第一，抓落实要快。\n第二，抓整改要严。\n", "第一，抓落实要快。{+\n+}第二，抓整改要严。\n"},
		{"paragraphs joined", "第一，抓落实要快。\n第二，抓整改要严。\n", "第一，抓落实要快。第二，抓整改要严。\n", "第一，抓落实要快。[-\n-]第二，抓整改要严。\n"},
		{"punctuation only", "会议指出,要抓好落实。", "会议指出，要抓好落实。", "会议指出[-,-]{+，+}要抓好落实。"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := Texts(c.old, c.new)
			checkScript(t, c.old, c.new, s)
			if got := marked(s); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestMoves(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{
			"sentence within a paragraph",
			"会议听取了工作汇报。会议研究部署了防汛抗旱各项工作。会议审议了三个文件。",
			"会议研究部署了防汛抗旱各项工作。会议听取了工作汇报。会议审议了三个文件。",
			"<1:会议听取了工作汇报。>会议研究部署了防汛抗旱各项工作。{1:会议听取了工作汇报。}会议审议了三个文件。",
		},
		{
			"sentence to another paragraph",
			"各县区要压实责任。要建立定期通报和督查问责制度。\n各部门要各司其职、密切配合，形成工作合力。\n",
			"各县区要压实责任。\n各部门要各司其职、密切配合，形成工作合力。要建立定期通报和督查问责制度。\n",
			"各县区要压实责任。<1:要建立定期通报和督查问责制度。>\n各部门要各司其职、密切配合，形成工作合力。{1:要建立定期通报和督查问责制度。}\n",
		},
		{
			"paragraph moved and edited",
			roads + schools + clinics,
			"基层医疗服务能力显著提升，建成标准化村卫生室六百余家，群众就医更加方便。\n" + roads + schools,
			"{1:基层医疗服务能力[-持续-]{+显著+}提升，建成标准化村卫生室[-五-]{+六+}百余家，群众就医更加方便。\n}" + roads + schools + "<1:" + clinics + ">",
		},
		{
			"two paragraphs moved together are one move",
			roads + schools + clinics + "全市工业用电量保持较快增长，重点企业订单充足，生产经营总体稳定，预期持续向好，工业投资同比增长百分之十五，技改投资占比进一步提高。\n",
			roads + "全市工业用电量保持较快增长，重点企业订单充足，生产经营总体稳定，预期持续向好，工业投资同比增长百分之十五，技改投资占比进一步提高。\n" + schools + clinics,
			roads + "{1:全市工业用电量保持较快增长，重点企业订单充足，生产经营总体稳定，预期持续向好，工业投资同比增长百分之十五，技改投资占比进一步提高。\n}" + schools + clinics + "<1:全市工业用电量保持较快增长，重点企业订单充足，生产经营总体稳定，预期持续向好，工业投资同比增长百分之十五，技改投资占比进一步提高。\n>",
		},
		{
			"a repeated sentence is not taken for a move",
			"要加强组织领导和统筹协调。" + roads + "要加强组织领导和统筹协调。" + schools,
			roads + "要加强组织领导和统筹协调。" + schools,
			"[-要加强组织领导和统筹协调。-]" + roads + "要加强组织领导和统筹协调。" + schools,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := Texts(c.old, c.new)
			checkScript(t, c.old, c.new, s)
			if got := marked(s); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestClasses(t *testing.T) {
	for _, c := range []struct {
		old, new string
		want     Class
	}{
		{"会议指出,要落实。", "会议指出，要落实。", ClassPunctuation},
		{"增长１２%。", "增长12%。", ClassPunctuation},
		{"于 3 月召开。", "于3月召开。", ClassPunctuation},
		{"增长1.25%。", "增长12.5%。", ClassNumber},
		{"气温-5℃。", "气温5℃。", ClassNumber},
		{"二、三季度", "二三季度", ClassDate},
		{"坏\xff字", "坏\xfe字", ClassWording},
		{"力争完成", "确保完成", ClassCommitment},
		{"前句。后句。", "前句。\n后句。", ClassParagraph},
	} {
		var got []Class
		for _, h := range Texts(c.old, c.new).Hunks {
			if h.IsChange() {
				got = append(got, h.Class)
			}
		}
		if len(got) == 0 {
			t.Errorf("%q -> %q: no change found", c.old, c.new)
		}
		for _, class := range got {
			if class != c.want {
				t.Errorf("%q -> %q: got %v, want %v", c.old, c.new, got, c.want)
			}
		}
	}
}

func TestInnerMarksTheCharactersThatDiffer(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"增长12.5%。", "增长13.5%。", "1[-2-]{+3+}.5%"},
		{"提高站位", "提升站位", "[-高-]{+升+}"},
		{"第一百一十八条", "第一百一十九条", "一百一十[-八-]{+九+}"},
	} {
		for _, h := range Texts(c.old, c.new).Hunks {
			if !h.IsChange() {
				continue
			}
			if got := markedPieces(h.Inner); got != c.want {
				t.Errorf("%q -> %q: got %s, want %s", c.old, c.new, got, c.want)
			}
		}
	}
}
