package compile

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strings"
)

// A cursor is the order keys' values of one node, with a mark of the list's order and a checksum, so that a cursor of
// another list or a damaged one is told apart. It is no secret: a cursor made up by hand can only ask for what the list
// would show anyway.
type cursor struct {
	Mark   string `json:"m"`
	Values []any  `json:"v"`
}

const checksumLength = 6

// orderMark names the type and the order that a cursor belongs to.
func orderMark(typeName string, keys []orderKey) string {
	var b strings.Builder
	b.WriteString(typeName)
	for _, k := range keys {
		b.WriteByte(' ')
		if k.desc {
			b.WriteByte('-')
		}
		b.WriteString(k.name())
	}
	sum := sha256.Sum256([]byte(b.String()))
	return base64.RawURLEncoding.EncodeToString(sum[:4])
}

func encodeCursor(mark string, values []any) (string, error) {
	data, err := json.Marshal(cursor{mark, values})
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	return base64.RawURLEncoding.EncodeToString(append(sum[:checksumLength:checksumLength], data...)), nil
}

// decodeCursor gives the values of a cursor of this order.
func decodeCursor(argument, text, mark string, keys []orderKey) ([]any, error) {
	data, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || len(data) <= checksumLength {
		return nil, invalid("%s is no cursor of ours; take one from edges { cursor } or pageInfo", argument)
	}
	sum := sha256.Sum256(data[checksumLength:])
	var c cursor
	if string(sum[:checksumLength]) != string(data[:checksumLength]) || json.Unmarshal(data[checksumLength:], &c) != nil {
		return nil, invalid("%s is a damaged cursor; take one from edges { cursor } or pageInfo", argument)
	}
	if c.Mark != mark || len(c.Values) != len(keys) {
		return nil, invalid("%s is a cursor of another list or another orderBy; keep orderBy as it was when the cursor was "+
			"given", argument)
	}
	for _, v := range c.Values {
		switch v.(type) {
		case nil, string, float64, bool:
		default:
			return nil, invalid("%s is a damaged cursor; take one from edges { cursor } or pageInfo", argument)
		}
	}
	return c.Values, nil
}
