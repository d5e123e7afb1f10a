// Package graph is the GraphQL API: it turns the fields of a request into selections, has them compiled and run, and
// presents errors. It may not know the driver nor any Cypher text.
//
// Queries are answered one root field at a time, each by one plan and one round trip, and written as JSON straight from
// the row (see answer.go). Before ask's, names of one word are looked up. Parsing, validation, introspection,
// transports and mutations are gqlgen's, with its generated code in graph/gen.
package graph
