// Package managed runs a Neo4j Community server of our own as a child process: it fetches the jars once, writes the
// configuration, starts the server, waits until Bolt answers, restarts it when it dies and stops it cleanly. It may not
// import graph, compile, ingest or any other package of this module, and holds no knowledge of what is in the graph.
//
// Everything the server owns lies in the folder neo4j below [Options.DataDir]:
//
//	conf/neo4j.conf       written anew at every start
//	data/                 the store
//	logs/console.log      what the child printed since the last start (console.log.1: the time before)
//	password              the password of the user neo4j, mode 0600, made on the first start
//	run/sayso-neo4j.pid   the child's process id, so that a leftover can be found and stopped
//	sayso.lock            held while a program uses the folder; says which
//
// The jars lie outside, in a per-user cache keyed by versions and content, so that every data folder shares them.
package managed
