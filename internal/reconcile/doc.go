// Package reconcile is a service of the Reconciliation API: OpenRefine and its like hand in names (or quotes) and get
// actors, places and statements of the graph with scores and what they rest on. Version 0.2, which OpenRefine speaks,
// is served at its root; the 1.0 draft at /1.0 below it. Names are looked up by the API's search and compared part by
// part as the linker does.
package reconcile
