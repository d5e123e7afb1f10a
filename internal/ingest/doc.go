// Package ingest takes articles in: sources (files, folders, pages, standard input) give submissions, and the
// [Pipeline] cleans, reads, links and saves each. It may not know the graph's database, nor GraphQL.
//
// The stages compute and do no I/O: clean turns a submission into an article, the reader turns its text into a
// kg.Reading (names and offsets), link turns that into a kg.Record (ids), and the store checks every quote once more
// before it writes.
package ingest
