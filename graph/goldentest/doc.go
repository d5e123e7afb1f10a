// Package goldentest runs the golden cases of the compiler (internal/compile/testdata): a request goes in; the Cypher
// with its parameters, the rows and the JSON come out. On a real graph ([Recorder]) the cases are written and proved;
// on the rows that were recorded there ([Recording]) they show, without a database, what a change does to plans and
// answers.
package goldentest
