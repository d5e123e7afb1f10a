// Package commandline reads numbers and lengths of time from command lines, the environment and files of settings, so
// that what is wrong with one is told in words that say what to write. It may not know the flags.
package commandline

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"
)

// Values are the options that have kong read values as this package does.
func Values() []kong.Option {
	options := []kong.Option{kong.TypeMapper(reflect.TypeFor[time.Duration](), kong.MapperFunc(duration))}
	for _, k := range []reflect.Kind{reflect.Int, reflect.Int64} {
		options = append(options, kong.KindMapper(k, kong.MapperFunc(whole)))
	}
	return append(options, kong.KindMapper(reflect.Float64, kong.MapperFunc(share)))
}

// duration reads a length of time, which is never less than nothing.
func duration(ctx *kong.DecodeContext, target reflect.Value) error {
	const write = "write a number and a unit, such as 30s, 5m or 1h30m"
	text, err := word(ctx, write)
	if err != nil {
		return err
	}
	d, err := time.ParseDuration(text)
	switch {
	case err != nil:
		return fmt.Errorf("%q is no length of time; %s", text, write)
	case d < 0:
		return fmt.Errorf("%q is less than nothing; %s", text, write)
	}
	target.SetInt(int64(d))
	return nil
}

// whole reads a whole number.
func whole(ctx *kong.DecodeContext, target reflect.Value) error {
	const write = "write digits, such as 100"
	text, err := word(ctx, write)
	if err != nil {
		return err
	}
	n, err := strconv.ParseInt(text, 10, target.Type().Bits())
	switch {
	case errors.Is(err, strconv.ErrRange):
		return fmt.Errorf("%q is too large a number; write a smaller one", text)
	case err != nil:
		return fmt.Errorf("%q is no whole number; %s", text, write)
	}
	target.SetInt(n)
	return nil
}

// share reads a number that may have a fraction.
func share(ctx *kong.DecodeContext, target reflect.Value) error {
	const write = "write one such as 0.75"
	text, err := word(ctx, write)
	if err != nil {
		return err
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return fmt.Errorf("%q is no number; %s", text, write)
	}
	target.SetFloat(n)
	return nil
}

// word takes the value of a flag: from a command line, where one that begins with a hyphen is a negative number and no
// other flag, from the environment, or from a file of settings.
func word(ctx *kong.DecodeContext, write string) (string, error) {
	if next := ctx.Scan.Peek(); next.IsEOL() {
		return "", errors.New("its value is missing; " + write)
	}
	t := ctx.Scan.Pop()
	switch v := t.Value.(type) {
	case string:
		if !t.IsValue() && !negative(v) {
			return "", fmt.Errorf("its value is missing, and %s stands there; %s", v, write)
		}
		return v, nil
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), nil
	case json.Number:
		return v.String(), nil
	default:
		return fmt.Sprint(v), nil
	}
}

// negative reports whether a word is a number or a length of time below nothing, and no flag.
func negative(text string) bool {
	rest, ok := strings.CutPrefix(text, "-")
	return ok && rest != "" && strings.ContainsRune("0123456789.", rune(rest[0]))
}
