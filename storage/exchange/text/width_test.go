package text

import "testing"

func TestWiden(t *testing.T) {
	tests := []struct{ in, want string }{
		{"会议召开,部署工作", "会议召开，部署工作"},
		{"会议召开, 部署工作", "会议召开，部署工作"},
		{"一是:抓;二是?好!", "一是：抓；二是？好！"},
		{"街(乡)创城", "街（乡）创城"},
		{"(1)建立机制", "（1）建立机制"},
		{"国民(China)经济", "国民（China）经济"},
		{"f(x) = (a, b)", "f(x) = (a, b)"},
		{"于08:30开始,1:500图,共12,345人,3.5米", "于08:30开始，1:500图，共12,345人，3.5米"},
		{"见http://a.example/x,y:8(1),并查", "见http://a.example/x,y:8(1)，并查"},
		{"发a.b@c.example,收", "发a.b@c.example，收"},
		{"“双奥之城”,相适应", "“双奥之城”，相适应"},
		{"完成任务.", "完成任务。"},
		{"第3.1节", "第3.1节"},
		{"(总第2196期", "（总第2196期"},
		{"a,b", "a,b"},
		{"", ""},
	}
	for _, test := range tests {
		if got := widen(test.in); got != test.want {
			t.Errorf("%q became %q, want %q", test.in, got, test.want)
		}
	}
}

func TestClose(t *testing.T) {
	tests := []struct{ in, want string }{
		{"3 月 5 日", "3月5日"},
		{"第 4 期", "第4期"},
		{"共 12 人，3 处", "共12人，3处"},
		{"2022 2023", "2022 2023"},
		{"表1　标题", "表1　标题"},
		{"张三   3 人", "张三   3人"},
		{"A 3 号", "A 3号"},
	}
	for _, test := range tests {
		if got := closeDigits(test.in); got != test.want {
			t.Errorf("%q became %q, want %q", test.in, got, test.want)
		}
	}
	if got := closeHan("背街小巷 环境　整治 A 区"); got != "背街小巷环境整治 A 区" {
		t.Errorf("got %q", got)
	}
}

func TestNumber(t *testing.T) {
	for in, want := range map[string]int{"4": 4, "２１９６": 2196, "四": 4, "十": 10, "二十": 20, "十二": 12, "三百零五": 305,
		"二千一百九十六": 2196, "二〇二二": 2022, "二○二四": 2024, "x": 0, "": 0} {
		if got := number(in); got != want {
			t.Errorf("%s is read as %d, want %d", in, got, want)
		}
	}
}
