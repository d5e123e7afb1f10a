// Package score measures a reading against one made by hand: names, statements, quotations, claims. It may not read or
// repair anything.
package score
