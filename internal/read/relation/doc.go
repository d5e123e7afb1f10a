// Package relation reads standing relations out of names and titles: offices, memberships, elections, what is part of
// what. Its hits are those of package match.
package relation
