// Package measure reads articles whose attributions are annotated in brat's standoff form and scores attributions
// against them. It may not read text or know how attributions are found.
package measure
