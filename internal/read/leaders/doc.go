// Package leaders knows who held which office of state when, as facts in a table. It may not know how a text speaks of
// them.
package leaders
