// Package neo keeps the graph in Neo4j. It is the only user of the driver and it may not know GraphQL, compiled
// selections or how articles are ingested.
//
// Writes are the fixed Cypher of queries/*.cypher, UNWIND batches in one transaction for each article. The shape of the
// graph is set up by the numbered files of migrations/. Reads that users ask for arrive as ready queries through
// [Store.Query].
package neo
