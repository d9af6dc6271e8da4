package seal

import (
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/review"
)

// recipes are the commands of docs/签名核验.md, after "openssl": they verify a
// message with the signature and the public key beside it.
var recipes = map[review.Suite][]string{
	review.SuiteEd25519: {"pkeyutl", "-verify", "-pubin", "-inkey", "1.public.pem", "-rawin", "-in", "1.message", "-sigfile", "1.signature"},
	review.SuiteSM2: {"pkeyutl", "-verify", "-pubin", "-inkey", "1.public.pem", "-rawin", "-digest", "sm3",
		"-pkeyopt", "distid:1234567812345678", "-in", "1.message", "-sigfile", "1.signature"},
}

// TestOpenSSLVerifies lets a stock OpenSSL check signatures of both suites, and
// refuse each with a flipped bit.
func TestOpenSSLVerifies(t *testing.T) {
	version, err := exec.Command("openssl", "version").Output()
	if err != nil || !strings.HasPrefix(string(version), "OpenSSL 3") {
		t.Skipf("there is no OpenSSL 3 here (%q, %v)", version, err)
	}
	_, p := opened(t, "2468")
	message := []byte(`{"format":"jianbao.signoff/1","name":"王敏"}`)
	for _, public := range p.Public() {
		value, err := p.Sign(public.Suite, message)
		if err != nil {
			t.Fatal(err)
		}
		if out, ok := openssl(t, public, message, value); !ok {
			t.Errorf("%s: %s", public.Suite, out)
		}
		flipped := slices.Clone(message)
		flipped[9] ^= 1
		if out, ok := openssl(t, public, flipped, value); ok {
			t.Errorf("%s: another message is valid: %s", public.Suite, out)
		}
		value[len(value)-1] ^= 1
		if out, ok := openssl(t, public, message, value); ok {
			t.Errorf("%s: another signature is valid: %s", public.Suite, out)
		}
	}
}

// TestRecipesStandInTheManual holds the manual to the commands that are tried.
func TestRecipesStandInTheManual(t *testing.T) {
	manual, err := os.ReadFile("../../docs/签名核验.md")
	if err != nil {
		t.Fatal(err)
	}
	for suite, recipe := range recipes {
		if command := "openssl " + strings.Join(recipe, " "); !strings.Contains(string(manual), command) {
			t.Errorf("%s: the manual does not say %q", suite, command)
		}
	}
}

func openssl(t *testing.T, public review.PublicKey, message, value []byte) (string, bool) {
	t.Helper()
	folder := t.TempDir()
	for name, data := range map[string][]byte{"1.message": message, "1.signature": value,
		"1.public.pem": pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: public.DER})} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command("openssl", recipes[public.Suite]...)
	command.Dir = folder
	out, err := command.CombinedOutput()
	return string(out), err == nil
}
