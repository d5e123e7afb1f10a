// Package mcp offers the graph to agents by the Model Context Protocol: five tools that answer tasks, each with
// citations. None changes the graph, and there is none for schemas or Cypher: an agent asks what a person would ask. An
// answer keeps within a budget of tokens and gives a cursor to go on with.
package mcp
