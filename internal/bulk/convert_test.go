package bulk

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/kg"
)

const head, foot = `{"saysoArchive":2,"edition":3,"seq":1}`, `{"saysoArchiveEnd":2,"seq":1}`

func rowsOf(t *testing.T, lines ...string) (map[string]string, converted, error) {
	t.Helper()
	into := newTables(t.TempDir())
	text := strings.Join(append(append([]string{head}, lines...), foot), "\n") + "\n"
	found, err := convert(context.Background(), strings.NewReader(text), 3, into, func() error { return nil })
	files := map[string]string{}
	for _, name := range append(into.names(nodesName), into.names(edgesName)...) {
		data, err := os.ReadFile(filepath.Join(into.folder, name))
		if err != nil {
			t.Fatal(err)
		}
		header, rows, _ := strings.Cut(string(data), "\n")
		files[header] = rows
	}
	return files, found, err
}

// TestRows: each shape of nodes and edges has a file of its own, with the types of its values; empty lists are marked.
func TestRows(t *testing.T) {
	files, found, err := rowsOf(t,
		`{"label":"Name","key":"a","properties":{"folded":"a \"b\",\nc","n":3,"whole":2.0,"small":1e-7,"yes":true,"list":["x","","z,"],"at":[1,2],"none":[]}}`,
		`{"label":"Name","key":"b","labels":["Odd"],"properties":{"folded":"b"},"edges":[{"type":"LIKE","label":"Name","key":"a","properties":{"w":0.5}},{"type":"LIKE","label":"Name","key":"b","properties":{"none":[],"other":[]}}]}`)
	if err != nil {
		t.Fatal(err)
	}
	d := string(listDelimiter)
	for header, rows := range map[string]string{
		`:ID(Name),:LABEL,at:long[],folded:string,list:string[],n:long,small:double,whole:double,yes:boolean`: `"a","Name` + d + `SaysoEmpty0","1` + d + `2","a ""b"",` + "\n" + `c","x` + d + d + `z,",3,1e-07,2,true` + "\n",
		`:ID(Name),:LABEL,folded:string`:                      `"b","Name` + d + `Odd","b"` + "\n",
		`:START_ID(Name),:END_ID(Name),:TYPE,w:double`:        `"b","a","LIKE",0.5` + "\n",
		`:START_ID(Name),:END_ID(Name),:TYPE,saysoEmpty:long`: `"b","b","LIKE",1` + "\n",
	} {
		if files[header] != rows {
			t.Errorf("%s has %q, want %q", header, files[header], rows)
		}
	}
	if len(files) != 4 || found.counts.Nodes["Name"] != 2 || found.counts.Edges != 2 || len(found.empty) != 2 || found.longest < 13 {
		t.Errorf("%d files, %+v", len(files), found)
	}
}

// TestRefused: what the importer cannot take is told with its line.
func TestRefused(t *testing.T) {
	for line, want := range map[string]string{
		`{"label":"Name","key":"a","properties":{"x":["a\uFDD0b"]}}`:                                   "U+FDD0",
		`{"label":"Name","key":"a","properties":{"x":[""]}}`:                                           "one empty text",
		`{"label":"Name","key":"a","properties":{"x":[1,"a"]}}`:                                        "both long and string",
		`{"label":"Name) MATCH","key":"a","properties":{}}`:                                            "the label",
		`{"label":"Name","key":"","properties":{}}`:                                                    "no key",
		`{"label":"Name","key":"a","properties":{"x:int":1}}`:                                          "the property",
		`{"label":"Name","key":"a","properties":{},"edges":[{"type":"A|B","label":"Name","key":"a"}]}`: "A|B",
		`{"label":"Name","key":"a","properties":{},"edges":[{"type":"A","label":"Na me","key":"a"}]}`:  "Na me",
		`{"label":"Name","key":"a","properties":{"deep":{"a":1}}}`:                                     "no value",
	} {
		_, _, err := rowsOf(t, `{"label":"Name","key":"first","properties":{}}`, line)
		if kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), "line 3") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", line, err, want)
		}
	}
}

// TestFullDisk: what stops the rows stops the load, and is told as it is.
func TestFullDisk(t *testing.T) {
	full := kg.Errorf(kg.Unavailable, "full")
	_, err := convert(context.Background(), strings.NewReader(head+"\n"+`{"label":"Name","key":"a","properties":{}}`+"\n"+foot), 3,
		newTables(t.TempDir()), func() error { return full })
	if kg.CodeOf(err) != kg.Unavailable {
		t.Error(err)
	}
	_, err = convert(context.Background(), strings.NewReader(head+"\n"+`{"label":"Name","key":"a","properties":{}}`+"\n"+foot), 3,
		newTables(filepath.Join(t.TempDir(), "gone")), func() error { return nil })
	if kg.CodeOf(err) != kg.Unavailable {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := convert(ctx, strings.NewReader(head+"\n"+`{"label":"Name","key":"a","properties":{}}`+"\n"+foot), 3,
		newTables(t.TempDir()), func() error { return nil }); err == nil {
		t.Error("cancelled, and went on")
	}
}
