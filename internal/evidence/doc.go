// Package evidence makes bundles of an answer with everything it rests on, and checks them without a server: each
// article's id is the hash of its text, each quote stands at its place in one of them, and nothing in the answer was
// changed since. It may not know the store nor the network.
package evidence
