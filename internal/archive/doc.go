// Package archive writes a whole graph as lines of JSON and reads it back: each line is a node with the edges that
// leave it, as the graph holds them, so that nothing is lost: judgements, reviews, what was taken back, the change
// feed. The first line says what it is. The lines of one graph are always the same, whoever made it and in which order.
package archive
