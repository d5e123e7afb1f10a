package commandline

import (
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
)

// flags has a flag of each kind.
type flags struct {
	Slow    time.Duration `default:"0s"`
	Timeout time.Duration `default:"30s" env:"PROBE_TIMEOUT"`
	Most    int           `default:"20"`
	Bytes   int64         `default:"1024"`
	Share   float64       `default:"1"`
	Least   *float64
	Quick   bool
}

func parse(t *testing.T, config string, args ...string) (flags, error) {
	t.Helper()
	var f flags
	resolver, err := kong.JSON(strings.NewReader(config))
	if err != nil {
		t.Fatal(err)
	}
	parser, err := kong.New(&f, append(Values(), kong.Name("probe"), kong.Resolvers(resolver))...)
	if err != nil {
		t.Fatal(err)
	}
	_, err = parser.Parse(args)
	return f, err
}

// TestValues: what is right is read from each place, with and without an equals sign, and negative where that may be.
func TestValues(t *testing.T) {
	t.Setenv("PROBE_TIMEOUT", "90s")
	f, err := parse(t, `{"bytes": 33554432, "share": 0.5, "slow": "2s"}`, "--most", "-3", "--least=0.25", "--quick")
	if err != nil || f.Slow != 2*time.Second || f.Timeout != 90*time.Second || f.Most != -3 || f.Bytes != 33554432 || f.Share != 0.5 ||
		f.Least == nil || *f.Least != 0.25 || !f.Quick {
		t.Errorf("%+v %v", f, err)
	}
	if f, err := parse(t, `{}`); err != nil || f.Slow != 0 || f.Most != 20 || f.Least != nil {
		t.Errorf("%+v %v", f, err)
	}
}

// TestFaults: what is wrong is told with what to write.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ args, config, want string }{
		{"--slow -5s", "{}", `--slow: "-5s" is less than nothing; write a number and a unit, such as 30s`},
		{"--slow=-5s", "{}", `--slow: "-5s" is less than nothing`},
		{"--slow 5", "{}", `--slow: "5" is no length of time; write a number and a unit`},
		{"--slow banana", "{}", `--slow: "banana" is no length of time`},
		{"--slow", "{}", `--slow: its value is missing; write a number and a unit`},
		{"--slow --quick", "{}", `--slow: its value is missing, and --quick stands there`},
		{"--most x", "{}", `--most: "x" is no whole number; write digits`},
		{"--most 1.5", "{}", `--most: "1.5" is no whole number`},
		{"--bytes 99999999999999999999", "{}", `--bytes: "99999999999999999999" is too large a number`},
		{"--least x", "{}", `--least: "x" is no number; write one such as 0.75`},
		{"", `{"slow": true}`, `--slow: "true" is no length of time`},
		{"", `{"most": 1.5}`, `--most: "1.5" is no whole number`},
	} {
		_, err := parse(t, c.config, strings.Fields(c.args)...)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s: %v, want %s", c.args, c.config, err, c.want)
		}
	}
}
