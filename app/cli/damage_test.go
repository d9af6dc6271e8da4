package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestDamageIsNamedAndNeverShown changes one character of a stored text behind
// the program's back.
func TestDamageIsNamedAndNeverShown(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "issue.txt", "云州市政务情况简报\n第1期\n云州市政务信息办公室\n2026年1月5日\n\n标题一句\n\n　　走访三百一十二户。\n\n（办公室）\n")
	var made imported
	run(t, &made, "import", "issue.txt")
	data, err := os.ReadFile("desk.db")
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.ReplaceAll(data, []byte("三百一十二户"), []byte("三百二十二户"))
	if bytes.Equal(damaged, data) {
		t.Skip("the text does not stand in the file as it is")
	}
	write(t, "desk.db", string(damaged))
	status, out, _ := try("verify", "--json")
	var v verified
	if err := json.Unmarshal([]byte(out), &v); err != nil {
		t.Fatalf("verify prints %q: %v", out, err)
	}
	if status != exitFailed || len(v.Findings) == 0 {
		t.Errorf("verify ends with %d: %+v", status, v)
	}
	for _, f := range v.Findings {
		if strings.Contains(f.Message, "{") || f.Message == f.Code {
			t.Errorf("%s is said as %q", f.Code, f.Message)
		}
	}
	status, out, errs := try("show", made.ID, "--json")
	if status != exitFailed || out != "" || !strings.Contains(errs, `"code":"store.damaged"`) {
		t.Errorf("show ends with %d, prints %q, says %q", status, out, errs)
	}
}

func try(args ...string) (status int, out, errs string) {
	var o, e bytes.Buffer
	s := &script{}
	shell := Shell{Stdin: strings.NewReader(""), Stdout: &o, Stderr: &e, Getenv: environment, Desk: s.desk()[1:]}
	status = shell.Run(context.Background(), args)
	return status, o.String(), e.String()
}
