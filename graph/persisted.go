package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"sayso/internal/kg"
)

const persistedForm = `write extensions as {"persistedQuery": {"version": 1, "sha256Hash": "…"}}, with the SHA-256 of the query's text in hexadecimal`

// checkPersisted refuses a name for a query that can be none, or is that of another query than the one sent with it.
// gqlgen's own errors have no code and do not say what to do.
func checkPersisted(query string, named any) error {
	fields, _ := named.(map[string]any)
	version, _ := fields["version"].(json.Number)
	hash, _ := fields["sha256Hash"].(string)
	if raw, err := hex.DecodeString(hash); version != "1" || err != nil || len(raw) != sha256.Size {
		return kg.Errorf(kg.Invalid, "extensions.persistedQuery is not understood; %s", persistedForm)
	}
	if sum := sha256.Sum256([]byte(query)); query != "" && !strings.EqualFold(hash, hex.EncodeToString(sum[:])) {
		return kg.Errorf(kg.Invalid, "the hash is not that of the query that came with it; %s", persistedForm)
	}
	return nil
}
