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

var tensorBytes = map[string]int{"float16": 2, "float32": 4, "uint16": 2, "uint32": 4}

// raw returns the bytes of a tensor and the number of its columns. What is missing is noted and reported by err.
func (w *weightsFile) raw(name string, types ...string) (data []byte, columns int, typ string) {
	t, ok := w.tensors[name]
	if !ok {
		w.errs = append(w.errs, fmt.Errorf("nlp: the weights file lacks %s; convert it again", name))
		return nil, 1, ""
	}
	n, size := 1, tensorBytes[t.Type]
	for _, d := range t.Shape {
		n *= d
	}
	known := false
	for _, typ := range types {
		known = known || typ == t.Type
	}
	if !known || t.Offset < 0 || t.Offset+n*size > len(w.blob) {
		w.errs = append(w.errs, fmt.Errorf("nlp: tensor %s (%s %v) does not fit the weights file; fetch it again", name, t.Type, t.Shape))
		return nil, 1, ""
	}
	return w.blob[t.Offset : t.Offset+n*size], t.Shape[len(t.Shape)-1], t.Type
}

// floats returns a tensor as float32 values and the number of its columns.
func (w *weightsFile) floats(name string) ([]float32, int) {
	data, columns, typ := w.raw(name, "float16", "float32")
	if typ == "float32" {
		out := make([]float32, len(data)/4)
		for i := range out {
			out[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
		}
		return out, columns
	}
	out := make([]float32, len(data)/2)
	halves{data: data}.read(0, out)
	return out, columns
}

// halves returns a float16 matrix that stays as it is in the file.
func (w *weightsFile) halves(name string) halves {
	data, columns, _ := w.raw(name, "float16")
	return halves{data: data, columns: columns, rows: len(data) / 2 / columns}
}

// err reports every tensor that was asked for and could not be given.
func (w *weightsFile) err() error { return errors.Join(w.errs...) }

// halves is a matrix of little-endian float16 values, [rows][columns].
type halves struct {
	data          []byte
	rows, columns int
}

// read puts the values from index at on into out.
func (h halves) read(at int, out []float32) {
	data := h.data[2*at : 2*at+2*len(out)]
	for i := range out {
		out[i] = halfToFloat(binary.LittleEndian.Uint16(data[2*i:]))
	}
}

// add adds the values of row to out.
func (h halves) add(row int, out []float32) {
	data := h.data[2*row*h.columns : 2*row*h.columns+2*len(out)]
	for i := range out {
		out[i] += halfToFloat(binary.LittleEndian.Uint16(data[2*i:]))
	}
}

// halfToFloat widens a finite float16. Moving exponent and fraction up leaves the value too small by 2^112 for normal
// and subnormal numbers alike.
func halfToFloat(h uint16) float32 {
	v := math.Float32frombits(uint32(h&0x7fff)<<13) * 0x1p112
	return math.Float32frombits(math.Float32bits(v) | uint32(h&0x8000)<<16)
}
