// Package dispute decides what stands between two claims: a denial, positions that exclude each other, two figures of
// one thing, one deed laid to two doers. It compares values and may not know the store, which finds the pairs to look
// at.
package dispute
