// Command queries measures the server on a large graph: it fills a managed Neo4j of its own with statements (skewed
// popularity, texts of real length), then sends each question over HTTP to the server, in a process of its own, and to
// @neo4j/graphql on the same graph, and hand-written Cypher for the same answer through the driver, in turns, at 1 and
// 16 connections. Only the ratios mean anything.
//
//	go run ./bench/queries [-statements 200000] [-seconds 4] [-data DIR] [-peer=false]
//	go run ./bench/queries -growth
//	go run ./bench/queries -pages    what the explorer's pages ask, by its own documents
//	go run ./bench/queries -table FILE    every shape of request at 1, 16 and 64 connections: p50, p99 and memory
//	go run ./bench/queries -guard -statements 20000    whether a shape became slower than the committed ratios say
//
// The graph is kept in -data and filled once. The peer has no whoDid: it cannot group and date reports in one query.
package main
