// Package identity scores whether two recorded actors are one: two spellings of a name, a name in two scripts, a
// surname that stands for a full name. It looks at what was recorded of each alone, so that its verdicts do not depend
// on the order in which articles came. It may not read the graph nor decide anything for good: a verdict is a judgement
// of the linker's that any person overrules.
package identity
