package archive

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"

	"sayso/internal/kg"
)

// header is the first line.
type header struct {
	Archive int `json:"saysoArchive"` // version of this form
	Edition int `json:"edition"`      // number of the graph's last migration
	Seq     int `json:"seq"`          // number of the last change before the next line was read
}

// footer is the last line: without it an archive is not whole.
type footer struct {
	End int `json:"saysoArchiveEnd"` // version of this form
	// number of the last change; another one than the header's means that the graph changed meanwhile
	Seq int `json:"seq"`
}

// version is that of the form of lines.
const version = 2

func isFooter(text []byte) bool { return bytes.HasPrefix(text, []byte(`{"saysoArchiveEnd":`)) }

// line is a node in JSON.
type line struct {
	Label      string         `json:"label"`
	Key        string         `json:"key"`
	Labels     []string       `json:"labels,omitempty"`
	Properties map[string]any `json:"properties"`
	Edges      []edge         `json:"edges,omitempty"`
}

type edge struct {
	Type       string         `json:"type"`
	Label      string         `json:"label"`
	Key        string         `json:"key"`
	Properties map[string]any `json:"properties,omitempty"`
}

// encode gives a node's line, with its line feed.
func encode(n kg.ArchiveNode) ([]byte, error) {
	l := line{Label: n.Label, Key: n.Key, Labels: n.Labels}
	var err error
	if l.Properties, err = told(n.Properties); err != nil {
		return nil, err
	}
	for _, e := range n.Edges {
		properties, err := told(e.Properties)
		if err != nil {
			return nil, err
		}
		l.Edges = append(l.Edges, edge{e.Type, e.To.Label, e.To.Key, properties})
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err = encoder.Encode(l)
	return out.Bytes(), err
}

// told makes properties ready for JSON: a float that is a whole number keeps its point, so that it comes back as one.
func told(properties map[string]any) (map[string]any, error) {
	out := make(map[string]any, len(properties))
	for name, value := range properties {
		v, err := toldValue(value)
		if err != nil {
			return nil, fmt.Errorf("property %s: %w", name, err)
		}
		out[name] = v
	}
	return out, nil
}

func toldValue(value any) (any, error) {
	switch v := value.(type) {
	case string, int64, bool:
		return v, nil
	case float64:
		if math.IsInf(v, 0) || math.IsNaN(v) {
			return nil, fmt.Errorf("%v is no number of JSON", v)
		}
		text := strconv.FormatFloat(v, 'g', -1, 64)
		if !strings.ContainsAny(text, ".e") {
			text += ".0"
		}
		return json.RawMessage(text), nil
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			var err error
			if out[i], err = toldValue(item); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	return nil, fmt.Errorf("a value of the type %T has no place in an archive", value)
}

// End says whether a line is the first or the last of an archive.
type End int

// The ends.
const (
	Inside End = iota // a node's line
	Head
	Foot
)

// Ends says which end of an archive a line is, with the number of the last change at that time.
func Ends(text []byte) (e End, seq int, err error) {
	switch {
	case isFooter(text):
		var f footer
		err = json.Unmarshal(text, &f)
		return Foot, f.Seq, err
	case bytes.HasPrefix(text, []byte(`{"saysoArchive":`)):
		var h header
		err = json.Unmarshal(text, &h)
		return Head, h.Seq, err
	}
	return Inside, 0, nil
}

// Node reads a node's line.
func Node(text []byte) (kg.ArchiveNode, error) {
	var l line
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&l); err != nil {
		return kg.ArchiveNode{}, err
	}
	n := kg.ArchiveNode{ArchiveRef: kg.ArchiveRef{Label: l.Label, Key: l.Key}, Labels: l.Labels}
	var err error
	if n.Properties, err = stored(l.Properties); err != nil {
		return n, err
	}
	for _, e := range l.Edges {
		properties, err := stored(e.Properties)
		if err != nil {
			return n, err
		}
		n.Edges = append(n.Edges, kg.ArchiveEdge{
			Type: e.Type, To: kg.ArchiveRef{Label: e.Label, Key: e.Key}, Properties: properties,
		})
	}
	return n, nil
}

// stored is told the other way round.
func stored(properties map[string]any) (map[string]any, error) {
	out := make(map[string]any, len(properties))
	for name, value := range properties {
		v, err := storedValue(value)
		if err != nil {
			return nil, fmt.Errorf("property %s: %w", name, err)
		}
		out[name] = v
	}
	return out, nil
}

func storedValue(value any) (any, error) {
	switch v := value.(type) {
	case string, bool:
		return v, nil
	case json.Number:
		if strings.ContainsAny(v.String(), ".eE") {
			return v.Float64()
		}
		return v.Int64()
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			var err error
			if out[i], err = storedValue(item); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	return nil, fmt.Errorf("%v is no value of a property", value)
}

// LastRef gives the node of a line, from behind which an archive that was cut short goes on; whole says that it is the
// last line of all.
func LastRef(text []byte) (ref kg.ArchiveRef, whole bool, err error) {
	if isFooter(text) {
		return ref, true, nil
	}
	n, err := Node(text)
	return n.ArchiveRef, false, err
}
