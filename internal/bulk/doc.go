// Package bulk fills an empty data folder with a whole graph at once, from its archive: rows for Neo4j's own
// importer, which builds the store while no database runs, then constraints and indexes, then a count. The folder is
// made aside and gets its place when all of that is done.
package bulk
