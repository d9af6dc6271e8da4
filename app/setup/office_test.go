package setup

import (
	"testing"

	"jianbao/editor/doc"
	"jianbao/storage"
)

func TestFoundNamesTheOfficeAndLeavesNothingInvented(t *testing.T) {
	ctx := t.Context()
	p, err := Open(ctx, Options{DSN: storage.Memory})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	o := Office{Title: "海州市工作简报", Name: "海州市办公室", Drafter: "赵一", Editor: "钱二", Checker: "孙三"}
	if err := p.Found(ctx, o); err != nil {
		t.Fatal(err)
	}
	all, err := p.Desk.AllSeries(ctx)
	if err != nil || len(all) != 1 || all[0].Name != o.Title {
		t.Fatalf("series: %+v, %v", all, err)
	}
	issue, err := all[0].Template.NewIssue(nil)
	if err != nil {
		t.Fatal(err)
	}
	if issue.Masthead.Office != o.Name || issue.Imprint.Editor != o.Editor || issue.Imprint.Phone != "" {
		t.Errorf("a new issue starts with %+v %+v", issue.Masthead, issue.Imprint)
	}
	if part, _ := all[0].Template.Part(doc.FieldPhone); !part.Required {
		t.Error("the phone number is no longer required")
	}
	if people, err := p.Desk.People(ctx); err != nil || len(people) != 3 {
		t.Errorf("people: %v, %v", people, err)
	}
}
