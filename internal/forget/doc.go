// Package forget knows those again who were forgotten on request, by keyed hashes of their names and ids, and takes
// them out of texts and records. It may not know where these are kept.
package forget
