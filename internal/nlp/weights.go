package nlp

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
)

const weightsMagic = "SAYSONLP"

// header is the JSON head of a weights file.
type header struct {
	Name        string            `json:"name"`
	Version     string            `json:"version"`
	Syntax      encoderHeader     `json:"syntax"`
	Entity      encoderHeader     `json:"entity"`
	Tags        []string          `json:"tags"`
	ParserMoves []string          `json:"parserMoves"`
	EntityMoves []string          `json:"entityMoves"`
	ParserSlots int               `json:"parserSlots"`
	EntitySlots int               `json:"entitySlots"`
	Symbols     map[string]uint64 `json:"symbols"`    // words that have a number in place of a hash
	SymbolRows  map[uint64]int    `json:"symbolRows"` // their vector rows
	Tensors     []tensorHeader    `json:"tensors"`
}

type encoderHeader struct {
	Features []string `json:"features"` // what each embedding table is keyed by
	Seeds    []uint32 `json:"seeds"`
	Layers   int      `json:"layers"` // window layers after the mixer
	Pieces   int      `json:"pieces"` // alternatives that maxout chooses from
	Width    int      `json:"width"`
}

type tensorHeader struct {
	Name   string `json:"name"`
	Type   string `json:"type"`
	Shape  []int  `json:"shape"`
	Offset int    `json:"offset"` // bytes after the header
}

// weightsFile gives access to the tensors of a weights file without copying it.
type weightsFile struct {
	header
	blob    []byte
	tensors map[string]tensorHeader
	errs    []error
}

// openWeights reads the header of a weights file: eight bytes of magic, the length of the header, the header as JSON,
// then little-endian tensors on eight-byte boundaries.
func openWeights(data []byte) (*weightsFile, error) {
	if len(data) < 16 || string(data[:8]) != weightsMagic {
		return nil, errors.New("nlp: this is no weights file; run internal/nlp/convert/convert.py to make one")
	}
	n := binary.LittleEndian.Uint64(data[8:])
	if n > uint64(len(data)-16) {
		return nil, errors.New("nlp: the weights file is cut off in its header; fetch it again")
	}
	w := &weightsFile{blob: data[16+n:], tensors: map[string]tensorHeader{}}
	if err := json.Unmarshal(data[16:16+n], &w.header); err != nil {
		return nil, fmt.Errorf("nlp: the header of the weights file is not readable: %w", err)
	}
	for _, t := range w.Tensors {
		w.tensors[t.Name] = t
	}
	return w, nil
}

var tensorBytes = map[string]int{"int16": 2, "int24": 3, "float32": 4, "uint16": 2, "uint32": 4}

// raw returns the bytes of a tensor of the type wanted and the number of its columns. What is missing is noted and
// reported by err.
func (w *weightsFile) raw(name, wanted string) (data []byte, columns int) {
	t, ok := w.tensors[name]
	if !ok || len(t.Shape) == 0 {
		w.errs = append(w.errs, fmt.Errorf("nlp: the weights file lacks %s; convert it again", name))
		return nil, 1
	}
	size := tensorBytes[t.Type]
	for _, d := range t.Shape {
		size *= d
	}
	if t.Type != wanted || t.Offset < 0 || size < 0 || t.Offset+size > len(w.blob) {
		w.errs = append(w.errs, fmt.Errorf("nlp: tensor %s (%s %v) does not fit the weights file; fetch it again", name,
			t.Type, t.Shape))
		return nil, 1
	}
	return w.blob[t.Offset : t.Offset+size], t.Shape[len(t.Shape)-1]
}

// floats returns a vector as float32 values.
func (w *weightsFile) floats(name string) []float32 {
	data, _ := w.raw(name, "float32")
	out := make([]float32, len(data)/4)
	for i := range out {
		out[i] = float32At(data, i)
	}
	return out
}

// table returns a matrix of 16-bit values, which stay as they are in the file.
func (w *weightsFile) table(name string) table {
	data, columns := w.raw(name, "int16")
	scales, _ := w.raw(name+".scale", "float32")
	t := table{data: data, scales: scales, columns: columns, rows: len(scales) / 4}
	if 2*t.rows*t.columns != len(data) {
		w.errs = append(w.errs, fmt.Errorf("nlp: tensor %s does not fit its scales; convert the weights again", name))
		return table{}
	}
	return t
}

// matrix returns a matrix of 24-bit values as float32 values and the number of its columns.
func (w *weightsFile) matrix(name string) ([]float32, int) {
	data, columns := w.raw(name, "int24")
	scales := w.floats(name + ".scale")
	if 3*len(scales)*columns != len(data) {
		w.errs = append(w.errs, fmt.Errorf("nlp: tensor %s does not fit its scales; convert the weights again", name))
		return nil, 1
	}
	out := make([]float32, len(data)/3)
	for i := range out {
		b := data[3*i : 3*i+3]
		// The sign comes with the top byte.
		v := int32(b[0]) | int32(b[1])<<8 | int32(int8(b[2]))<<16
		out[i] = scales[i/columns] * float32(v)
	}
	return out, columns
}

// err reports every tensor that was asked for and could not be given.
func (w *weightsFile) err() error { return errors.Join(w.errs...) }

// table is [rows][columns] of little-endian int16, to be multiplied by the float32 scale of the row.
type table struct {
	data, scales  []byte
	rows, columns int
}

// add adds the values of row to out, [columns].
func (t table) add(row int, out []float32) {
	scale := float32At(t.scales, row)
	data := t.data[2*row*t.columns : 2*(row+1)*t.columns]
	for i := range out[:t.columns] {
		out[i] += scale * float32(int16(binary.LittleEndian.Uint16(data[2*i:])))
	}
}

func float32At(data []byte, i int) float32 {
	return math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
}
