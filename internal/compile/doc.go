// Package compile turns one root field of a GraphQL request into one Cypher statement and the shape its JSON has. It is
// free of side effects: it may not know the driver, contexts or clocks, and a [Plan] can be printed and compared.
//
// The way: the schema's mapping directives are read once into an [Atlas]; the request's fields arrive as a [Selection];
// [Atlas.Compile] writes the Cypher clause by clause (filter, order, page, project) and records for each value where it
// lies in the row, as a [Shape]; [Plan.WriteJSON] writes the answer from the row by that shape.
//
// A question (whoDid, whatDid, between, timeline) is read into one form, finds its reports once ([Atlas.Compile] and
// reports.go), and makes each field of its answer from them; the other root fields each have a file. Dates told from
// now are resolved by [Atlas.At].
package compile
