package managed

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func newLayout(t *testing.T) layout {
	t.Helper()
	l := layout{t.TempDir()}
	if err := l.make(); err != nil {
		t.Fatal(err)
	}
	return l
}

func readConf(t *testing.T, l layout) map[string]string {
	t.Helper()
	text, err := os.ReadFile(l.conf())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if k, v, ok := strings.Cut(strings.TrimSpace(line), "="); ok && !strings.HasPrefix(k, "#") {
			got[k] = v
		}
	}
	return got
}

// TestGuide: Neo4j Browser may load from itself, its database and where its guide is, and from nowhere else; an address that would say more is refused.
func TestGuide(t *testing.T) {
	l := newLayout(t)
	const policy = "dbms.security.http_static_content_security_policy_header"
	if err := l.writeConf(settings{Bolt: "127.0.0.1:7001", HTTP: "127.0.0.1:7002"}); err != nil {
		t.Fatal(err)
	}
	got := readConf(t, l)
	if _, set := got["browser.post_connect_cmd"]; set || !strings.HasSuffix(got[policy], "connect-src 'self' ws: wss: http://127.0.0.1:7001") {
		t.Errorf("without a guide: %v", got)
	}
	if err := l.writeConf(settings{Bolt: "0.0.0.0:7001", HTTP: "0.0.0.0:7002", Guide: "http://10.1.2.3:8080/browser/guide.html"}); err != nil {
		t.Fatal(err)
	}
	got = readConf(t, l)
	for key, want := range map[string]string{"browser.post_connect_cmd": "play http://10.1.2.3:8080/browser/guide.html", "browser.remote_content_hostname_whitelist": "10.1.2.3"} {
		if got[key] != want {
			t.Errorf("%s=%q, want %q", key, got[key], want)
		}
	}
	if !strings.HasSuffix(got[policy], "connect-src 'self' ws: wss: http://10.1.2.3:8080") || strings.Contains(got[policy], "segment") {
		t.Errorf("the policy is %s", got[policy])
	}
	for guide, ok := range map[string]bool{"": true, "https://sayso.example/guide": true, "ftp://x/y": false, "/guide": false, "http://x/a;clear": false,
		"http://x/a\nserver.https.enabled=true": false, "http://x/a b": false} {
		if err := checkGuide(guide); (err == nil) != ok {
			t.Errorf("%q: %v", guide, err)
		}
	}
}

func TestWriteConf(t *testing.T) {
	l := newLayout(t)
	s := settings{Bolt: "127.0.0.1:7001", HTTP: "127.0.0.1:7002", HeapInitialMB: 300, HeapMB: 700, PageCacheMB: 90,
		ClassPath: `C:\my jars\a.jar;C:\b "x".jar`, JVMArgs: []string{"-Da=b c"}}
	if err := l.writeConf(s); err != nil {
		t.Fatal(err)
	}
	got := readConf(t, l)
	for key, want := range map[string]string{
		"server.bolt.listen_address": s.Bolt, "server.bolt.advertised_address": s.Bolt,
		"server.http.listen_address": s.HTTP, "server.http.advertised_address": s.HTTP,
		"server.memory.heap.max_size": "700m", "server.memory.pagecache.size": "90m",
		"dbms.security.auth_enabled": "true", "server.https.enabled": "false", "server.http.enabled": "true",
		"dbms.usage_report.enabled": "false", "client.allow_telemetry": "false",
		"db.tx_log.rotation.retention_policy": "2 days 1G",
	} {
		if got[key] != want {
			t.Errorf("%s=%q, want %q", key, got[key], want)
		}
	}
	text, err := os.ReadFile(l.jvm())
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"-Xms300m\n", "-Xmx700m\n", `"-Da=b c"` + "\n", "-cp\n" + `"C:\\my jars\\a.jar;C:\\b \"x\".jar"` + "\n"} {
		if !strings.Contains(string(text), line) {
			t.Errorf("the JVM's arguments lack %q:\n%s", line, text)
		}
	}

	s.Bolt, s.HTTP = "0.0.0.0:7001", ":7002"
	if err := l.writeConf(s); err != nil {
		t.Fatal(err)
	}
	got = readConf(t, l)
	if v, ok := got["server.bolt.advertised_address"]; ok || got["server.bolt.listen_address"] != s.Bolt {
		t.Errorf("a wildcard is advertised as %q, or not listened on: %q", v, got["server.bolt.listen_address"])
	}
}

// What Neo4j's own admin command wrote for this password and salt.
func TestHashPasswordIsNeo4js(t *testing.T) {
	salt, err := hex.DecodeString("6a96cd0c877a43d1f2d48fa7d981be00fa4e13a8b418f800c2a2776a0fae4b70")
	if err != nil {
		t.Fatal(err)
	}
	const want = "24f1f3e81e7779aec54d2dfc0097a8c9e48eb461ad6fe09e58159a49a3a1a05c"
	if got := hashPassword("testpassword1", salt); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestEnsurePassword(t *testing.T) {
	l := newLayout(t)
	first, err := l.ensurePassword()
	if err != nil || len(first) < 20 {
		t.Fatalf("got %q, %v; want a long password", first, err)
	}
	for _, path := range []string{l.password(), l.authIni()} {
		if st, err := os.Stat(path); err != nil || (runtime.GOOS != "windows" && st.Mode().Perm() != 0o600) {
			t.Errorf("%s: %v, %v; want mode 600", path, st, err)
		}
	}
	if text, _ := os.ReadFile(l.authIni()); strings.Contains(string(text), first) || !strings.HasPrefix(string(text), "neo4j:SHA-256,") {
		t.Errorf("auth.ini is %q", text)
	}
	if again, err := l.ensurePassword(); err != nil || again != first {
		t.Errorf("the second call gave %q, %v; want %q", again, err, first)
	}
	if err := os.MkdirAll(l.systemDB(), 0o700); err != nil {
		t.Fatal(err)
	}
	if again, err := l.ensurePassword(); err != nil || again != first {
		t.Errorf("with data: %q, %v; want %q", again, err, first)
	}
	if err := os.Remove(l.password()); err != nil {
		t.Fatal(err)
	}
	_, err = l.ensurePassword()
	if err == nil {
		t.Fatal("no error though the password of existing data is lost")
	}
	for _, part := range []string{l.password(), "data/databases/system", "keeps the graph"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("the error does not say %q: %v", part, err)
		}
	}
	if p, err := newLayout(t).ensurePassword(); err != nil || p == first {
		t.Errorf("another home got %q, %v; want a password of its own", p, err)
	}
}

func TestRotateConsoleKeepsOne(t *testing.T) {
	l := newLayout(t)
	for _, text := range []string{"one", "two", "three"} {
		if err := l.rotateConsole(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(l.console(), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if old, _ := os.ReadFile(l.console() + ".1"); string(old) != "two" {
		t.Errorf("kept %q, want the run before, two", old)
	}
	if all, _ := filepath.Glob(l.console() + "*"); len(all) != 2 {
		t.Errorf("kept %q, want two files", all)
	}
}
