package cli

import (
	"os/exec"
	"strings"
	"testing"

	"jianbao/app/setup"
	"jianbao/review"
)

// TestWrittenSignaturesVerifyByOpenSSL walks the way of the manual: it writes
// the signatures of an issue of each suite, and lets OpenSSL verify them.
func TestWrittenSignaturesVerifyByOpenSSL(t *testing.T) {
	version, err := exec.Command("openssl", "version").Output()
	if err != nil || !strings.HasPrefix(string(version), "OpenSSL 3") {
		t.Skipf("there is no OpenSSL 3 here (%q, %v)", version, err)
	}
	for suite, more := range map[review.Suite]string{
		review.SuiteEd25519: "", review.SuiteSM2: " -digest sm3 -pkeyopt distid:1234567812345678"} {
		t.Chdir(t.TempDir())
		id := signedIssue(t, suite)
		if status, out, errs := try("signature", id, "--out", "."); status != exitDone {
			t.Fatalf("%s: %s%s", suite, out, errs)
		}
		line := "pkeyutl -verify -pubin -inkey 1.public.pem -rawin" + more + " -in 1.message -sigfile 1.signature"
		if out, err := exec.Command("openssl", strings.Fields(line)...).CombinedOutput(); err != nil {
			t.Errorf("%s: %v: %s", suite, err, out)
		}
	}
}

// signedIssue makes an office whose series signs in a suite, and signs a draft.
func signedIssue(t *testing.T, suite review.Suite) string {
	t.Helper()
	builtin, err := setup.BuiltinSeries()
	if err != nil {
		t.Fatal(err)
	}
	builtin[0].Suite = suite
	form, err := setup.FormatSeries(builtin[0])
	if err != nil {
		t.Fatal(err)
	}
	write(t, "series.json", string(form))
	write(t, "pin", "2468\n")
	write(t, "issue.txt", builtin[0].Template.Name+"\n第1期\n某市政务信息办公室\n2026年1月5日\n\n标题一句\n\n　　走访三百一十二户。\n\n（办公室）\n\n责编：王敏\n核稿：吕承志\n电话：000-12345678\n传真：000-12345679\n邮箱：a@b.example\n报：甲\n送：乙\n发：丙\n")
	var made imported
	for _, line := range []string{"people add 李知远 --role 拟稿 --pin-file pin", "people add 王敏 --role 责编 --pin-file pin", "series change series.json"} {
		if status, _, errs := try(strings.Fields(line)...); status != exitDone {
			t.Fatalf("%s: %s", line, errs)
		}
	}
	run(t, &made, "import", "issue.txt", "--as", "李知远", "--series", string(builtin[0].ID))
	for _, line := range []string{"submit " + made.ID, "sign " + made.ID + " --pin-file pin --despite 试签"} {
		if status, _, errs := try(strings.Fields(line)...); status != exitDone {
			t.Fatalf("%s: %s", line, errs)
		}
	}
	return made.ID
}
