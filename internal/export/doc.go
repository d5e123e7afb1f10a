// Package export writes statements in the forms of other tools: tables, graphs, linked data, references. A Writer takes
// one statement after the other and keeps nothing but the ids it has written, so that a graph of any size goes through.
// It may not know where statements come from: Pages reads them by a function that carries out a GraphQL request.
package export
