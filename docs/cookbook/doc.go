// Package cookbook holds the questions of docs/cookbook.md and the test that answers them. It may not be imported.
package cookbook
