package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"sayso/internal/kg"
)

// configFile is a file of settings: a JSON object with the flags' names, such as {"listen": ":8080", "max-cost":
// 500000}. Flags and the environment come before it.
type configFile struct {
	kong.Resolver
	names []string
}

// readConfig reads a file of settings.
func readConfig(r io.Reader) (kong.Resolver, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var values map[string]json.RawMessage
	if err := json.Unmarshal(data, &values); err != nil {
		return nil, kg.Errorf(kg.Invalid, `the file of settings is no JSON object (%v); write {"listen": ":8080"}, or see --print-config`, err)
	}
	c, named := configFile{}, map[string]json.RawMessage{}
	for name, value := range values {
		c.names = append(c.names, name)
		named[strings.ReplaceAll(name, "-", "_")] = value // as kong looks them up
	}
	slices.Sort(c.names)
	if data, err = json.Marshal(named); err != nil {
		return nil, err
	}
	c.Resolver, err = kong.JSON(bytes.NewReader(data))
	return c, err
}

// Resolve implements kong.Resolver. kong itself has a file come before the environment.
func (c configFile) Resolve(ctx *kong.Context, parent *kong.Path, flag *kong.Flag) (any, error) {
	for _, name := range flag.Envs {
		if _, set := os.LookupEnv(name); set {
			return nil, nil
		}
	}
	return c.Resolver.Resolve(ctx, parent, flag)
}

// Validate refuses settings that no flag has: a name that is spelled wrongly would otherwise change nothing.
func (c configFile) Validate(app *kong.Application) error {
	known := map[string]bool{}
	for _, group := range app.AllFlags(false) {
		for _, flag := range group {
			known[flag.Name] = true
		}
	}
	for _, name := range c.names {
		if !known[name] {
			return kg.Errorf(kg.Invalid, "the file of settings has %q, which is no setting; gqlserver --print-config lists "+
				"those that there are", name)
		}
	}
	return nil
}

// unset are flags that are no settings.
var unset = map[string]bool{"help": true, "version": true, "config": true, "print-config": true}

// secrets are settings whose values are not shown.
var secrets = map[string]bool{
	"neo4j-password": true, "smtp": true, "openai-key": true, "oidc-client-secret": true, "nats-url": true,
	"nats-token": true,
}

// printConfig writes the settings in force as a file of settings. Secrets are left out, with a note on where to set
// them.
func printConfig(ctx *kong.Context, out, notes io.Writer) error {
	values := map[string]any{}
	for _, flag := range ctx.Model.Flags {
		value := ctx.FlagValue(flag)
		switch duration, isDuration := value.(time.Duration); {
		case unset[flag.Name]:
		case secrets[flag.Name]:
			if text, _ := value.(string); text != "" {
				fmt.Fprintf(notes, "gqlserver: %s is set and left out; set it as %s\n", flag.Name, strings.Join(flag.Envs, " or "))
			}
		case isDuration:
			values[flag.Name] = duration.String()
		case !flag.Target.IsZero() || flag.HasDefault:
			values[flag.Name] = value
		}
	}
	text, err := json.MarshalIndent(values, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", text)
	return err
}
