// Package tools_test checks what deploy holds without a cluster, an engine or a running systemd.
package tools_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	"sigs.k8s.io/yaml"
)

// kinds are the types into which manifests are decoded; a field that they do not have is an error.
var kinds = map[string]func() any{
	"v1 Service": func() any { return &corev1.Service{} }, "v1 Namespace": func() any { return &corev1.Namespace{} },
	"v1 Secret": func() any { return &corev1.Secret{} }, "v1 ConfigMap": func() any { return &corev1.ConfigMap{} },
	"apps/v1 StatefulSet": func() any { return &appsv1.StatefulSet{} }, "apps/v1 Deployment": func() any { return &appsv1.Deployment{} },
	"policy/v1 PodDisruptionBudget":      func() any { return &policyv1.PodDisruptionBudget{} },
	"networking.k8s.io/v1 NetworkPolicy": func() any { return &networkingv1.NetworkPolicy{} },
}

// manifest is one document of the files, decoded.
type manifest struct {
	file, kind, name string
	object           any
	labels, selector map[string]string // of its pods; nil where it has none
	pods             *corev1.PodSpec
}

func decode(t *testing.T, file, text string) manifest {
	t.Helper()
	var head struct {
		APIVersion, Kind string
		Metadata         struct{ Name, Namespace string }
	}
	if err := yaml.Unmarshal([]byte(text), &head); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	make, known := kinds[head.APIVersion+" "+head.Kind]
	if !known {
		t.Fatalf("%s: no type for %s %s", file, head.APIVersion, head.Kind)
	}
	m := manifest{file: filepath.Base(file), kind: head.Kind, name: head.Metadata.Name, object: make()}
	if err := yaml.UnmarshalStrict([]byte(text), m.object); err != nil {
		t.Errorf("%s, %s %s: %v", m.file, m.kind, m.name, err)
	}
	if head.Kind != "Namespace" && head.Metadata.Namespace != "sayso" {
		t.Errorf("%s, %s %s is in the namespace %q", m.file, m.kind, m.name, head.Metadata.Namespace)
	}
	switch o := m.object.(type) {
	case *appsv1.Deployment:
		m.pods, m.labels, m.selector = &o.Spec.Template.Spec, o.Spec.Template.Labels, o.Spec.Selector.MatchLabels
	case *appsv1.StatefulSet:
		m.pods, m.labels, m.selector = &o.Spec.Template.Spec, o.Spec.Template.Labels, o.Spec.Selector.MatchLabels
		for _, claim := range o.Spec.VolumeClaimTemplates {
			m.pods.Volumes = append(m.pods.Volumes, corev1.Volume{Name: claim.Name})
		}
	case *corev1.Service:
		m.selector = o.Spec.Selector
	case *policyv1.PodDisruptionBudget:
		m.selector = o.Spec.Selector.MatchLabels
	case *networkingv1.NetworkPolicy:
		m.selector = o.Spec.PodSelector.MatchLabels
	}
	return m
}

func manifests(t *testing.T) []manifest {
	t.Helper()
	files, err := filepath.Glob("../kubernetes/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out []manifest
	for _, file := range files {
		if filepath.Base(file) == "kustomization.yaml" {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range strings.Split(string(data), "\n---\n") {
			out = append(out, decode(t, file, text))
		}
	}
	if len(out) < 14 {
		t.Fatalf("only %d manifests", len(out))
	}
	return out
}

// TestKubernetes: each manifest has only fields that its type knows, selectors find pods, mounts find volumes, probes find ports, and pods
// are as the restricted standard wants them.
func TestKubernetes(t *testing.T) {
	all := manifests(t)
	for _, m := range all {
		if m.selector != nil && len(m.selector) > 0 && !selects(all, m.selector) {
			t.Errorf("%s %s selects no pods: %v", m.kind, m.name, m.selector)
		}
		if m.pods != nil {
			checkPods(t, all, m)
		}
	}
}

func selects(all []manifest, selector map[string]string) bool {
	for _, m := range all {
		fits := m.pods != nil
		for name, value := range selector {
			fits = fits && m.labels[name] == value
		}
		if fits {
			return true
		}
	}
	return false
}

func checkPods(t *testing.T, all []manifest, m manifest) {
	t.Helper()
	p := m.pods
	if p.SecurityContext == nil || p.SecurityContext.RunAsNonRoot == nil || !*p.SecurityContext.RunAsNonRoot ||
		p.SecurityContext.SeccompProfile == nil || p.AutomountServiceAccountToken == nil || *p.AutomountServiceAccountToken {
		t.Errorf("%s: its pods are not restricted", m.name)
	}
	volumes := map[string]bool{}
	for _, v := range p.Volumes {
		volumes[v.Name] = true
		if v.Secret != nil && !there(all, "Secret", v.Secret.SecretName) {
			t.Errorf("%s: there is no secret %s", m.name, v.Secret.SecretName)
		}
		if v.ConfigMap != nil && !there(all, "ConfigMap", v.ConfigMap.Name) {
			t.Errorf("%s: there is no config map %s", m.name, v.ConfigMap.Name)
		}
	}
	for _, c := range p.Containers {
		if c.SecurityContext == nil || *c.SecurityContext.AllowPrivilegeEscalation || len(c.SecurityContext.Capabilities.Drop) != 1 {
			t.Errorf("%s: the container %s is not restricted", m.name, c.Name)
		}
		if c.Resources.Limits.Memory().IsZero() || c.Resources.Requests.Cpu().IsZero() || c.StartupProbe == nil || c.LivenessProbe == nil {
			t.Errorf("%s: the container %s has no bounds or no probes", m.name, c.Name)
		}
		for _, mount := range c.VolumeMounts {
			if !volumes[mount.Name] {
				t.Errorf("%s: there is no volume %s", m.name, mount.Name)
			}
		}
		checkProbes(t, m.name, c)
	}
}

func checkProbes(t *testing.T, name string, c corev1.Container) {
	t.Helper()
	ports := map[string]bool{}
	for _, p := range c.Ports {
		ports[p.Name] = true
	}
	for _, probe := range []*corev1.Probe{c.StartupProbe, c.LivenessProbe, c.ReadinessProbe} {
		switch {
		case probe == nil:
		case probe.HTTPGet != nil && ports[probe.HTTPGet.Port.StrVal] && (probe.HTTPGet.Path == "/healthz" || probe.HTTPGet.Path == "/readyz"):
		case probe.TCPSocket != nil && ports[probe.TCPSocket.Port.StrVal]:
		default:
			t.Errorf("%s: a probe of %s asks nobody: %v", name, c.Name, probe)
		}
	}
	if c.LivenessProbe.HTTPGet != nil && c.LivenessProbe.HTTPGet.Path != "/healthz" {
		t.Errorf("%s: liveness asks the graph", name)
	}
}

func there(all []manifest, kind, name string) bool {
	for _, m := range all {
		if m.kind == kind && m.name == name {
			return true
		}
	}
	return false
}

// TestStrict shows that a misspelt field is found.
func TestStrict(t *testing.T) {
	if err := yaml.UnmarshalStrict([]byte("apiVersion: v1\nkind: Service\nspec: {selektor: {}}"), &corev1.Service{}); err == nil {
		t.Error("a field that is none passed")
	}
}

// TestSettings: the settings that manifests, units and the compose file give the server are its own.
func TestSettings(t *testing.T) {
	server := filepath.Join(t.TempDir(), "gqlserver")
	build := exec.Command("go", "build", "-o", server, "./cmd/gqlserver")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	password := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(password, []byte("hush\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, m := range manifests(t) {
		config, ok := m.object.(*corev1.ConfigMap)
		if !ok {
			continue
		}
		file := filepath.Join(t.TempDir(), "server.json")
		text := strings.ReplaceAll(config.Data["server.json"], "/run/neo4j/password", password)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(server, "--config", file, "--no-follow", "--print-config").CombinedOutput()
		if err != nil || !strings.Contains(string(out), `"neo4j-uri": "bolt://neo4j:7687"`) {
			t.Errorf("%v: %s", err, out)
		}
	}
}

// TestCompose: the file is one, and what its services name is there.
func TestCompose(t *testing.T) {
	dir := t.TempDir()
	data, err := os.ReadFile("../compose/compose.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "compose.yaml"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	o, err := cli.NewProjectOptions([]string{filepath.Join(dir, "compose.yaml")}, cli.WithWorkingDirectory(dir), cli.WithInterpolation(true))
	if err != nil {
		t.Fatal(err)
	}
	project, err := o.LoadProject(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(project.Services) != 2 || project.Services["server"].Image == "" || len(project.Services["neo4j"].Ports) != 0 {
		t.Errorf("%+v", project.Services)
	}
	for _, p := range project.Services["server"].Ports {
		if p.HostIP != "127.0.0.1" {
			t.Errorf("the server is published at %q", p.HostIP)
		}
	}
}

// TestUnits: systemd understands the units, and holds them to be well confined.
func TestUnits(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("SKIPPED: there is no systemd-analyze here")
	}
	files, err := filepath.Glob("../systemd/*")
	if err != nil || len(files) != 3 {
		t.Fatalf("%v %v", files, err)
	}
	dir := t.TempDir()
	for i, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.NewReplacer("/usr/local/bin/gqlserver", "/bin/true", "/usr/local/bin/sayso", "/bin/true").Replace(string(data))
		files[i] = filepath.Join(dir, filepath.Base(file))
		if err := os.WriteFile(files[i], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("systemd-analyze", append([]string{"verify"}, files...)...).CombinedOutput()
	if err != nil || strings.Contains(string(out), "Unknown") {
		t.Errorf("%v: %s", err, out)
	}
	exposure := regexp.MustCompile(`exposure level for \S+: ([\d.]+)`)
	for _, file := range files {
		if !strings.HasSuffix(file, ".service") {
			continue
		}
		out, _ := exec.Command("systemd-analyze", "security", "--offline=yes", "--no-pager", file).CombinedOutput()
		found := exposure.FindSubmatch(out)
		if found == nil {
			t.Errorf("%s: no exposure: %s", file, out)
			continue
		}
		if level, err := strconv.ParseFloat(string(found[1]), 64); err != nil || level > 2 {
			t.Errorf("%s is exposed: %s", filepath.Base(file), found[1])
		}
	}
}
