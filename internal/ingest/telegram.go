package ingest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"sayso/internal/kg"
)

// telegramHead is how much of a JSON file is looked at to tell an export of Telegram, in bytes.
const telegramHead = 2 << 10

// isTelegram tells an export of Telegram (result.json) by how it begins: a chat with its messages, or a list of chats.
func isTelegram(head []byte) bool {
	return bytes.Contains(head, []byte(`"messages"`)) && bytes.Contains(head, []byte(`"type"`)) &&
		bytes.Contains(head, []byte(`"name"`)) ||
		bytes.Contains(head, []byte(`"about"`)) && bytes.Contains(head, []byte(`Telegram`))
}

// telegramMessage is a message of an export.
type telegramMessage struct {
	ID        int             `json:"id"`
	Type      string          `json:"type"`
	Date      string          `json:"date"`
	Text      json.RawMessage `json:"text"`
	Forwarded string          `json:"forwarded_from"`
}

// telegramChat is what is known of a chat when its messages come.
type telegramChat struct {
	name string
	id   string
}

// telegramExport reads an export from its beginning to its end: such files are larger than memory.
type telegramExport struct {
	*json.Decoder
	name  string
	yield func(Found) error
	depth int
}

// deepestTelegram is how deep an export nests at the most: chats → list → chat → messages.
const deepestTelegram = 10

// readTelegram hands over the messages of Telegram's JSON export, one after the other. A chat's name and id stand
// before its messages.
func readTelegram(name string, r io.Reader, yield func(Found) error) error {
	e := &telegramExport{Decoder: json.NewDecoder(r), name: name, yield: yield}
	return e.value(telegramChat{})
}

// value walks one value and hands over the messages in it.
func (e *telegramExport) value(chat telegramChat) error {
	token, err := e.Token()
	if err != nil {
		return e.broken(chat, err)
	}
	if token != json.Delim('{') && token != json.Delim('[') {
		return nil
	}
	if e.depth++; e.depth > deepestTelegram {
		return kg.Errorf(kg.Invalid, "%s is no export of Telegram: it nests too deep", e.name)
	}
	inside := telegramChat{}
	for e.More() {
		if token == json.Delim('{') {
			err = e.field(&inside)
		} else {
			err = e.value(chat)
		}
		if err != nil {
			return err
		}
	}
	e.depth--
	return e.end(chat)
}

// end reads the bracket that ends an object or a list.
func (e *telegramExport) end(chat telegramChat) error {
	if _, err := e.Token(); err != nil {
		return e.broken(chat, err)
	}
	return nil
}

// field walks one field of an object: what tells of the chat, its messages, or what holds chats.
func (e *telegramExport) field(chat *telegramChat) error {
	key, err := e.Token()
	if err != nil {
		return e.broken(*chat, err)
	}
	switch key {
	case "name":
		var name *string // null for a deleted account
		if err = e.Decode(&name); err == nil && name != nil {
			chat.name = *name
		}
	case "id":
		var id json.Number
		err = e.Decode(&id)
		chat.id = id.String()
	case "messages":
		return e.messages(*chat)
	case "chats", "left_chats", "list":
		return e.value(*chat)
	default:
		var other json.RawMessage
		err = e.Decode(&other)
	}
	if err != nil {
		return e.broken(*chat, err)
	}
	return nil
}

func (e *telegramExport) broken(chat telegramChat, err error) error {
	return kg.Because(err, kg.Invalid, "%s breaks off or is no export of Telegram (in the chat %q); what stands before "+
		"was taken", e.name, chat.name)
}

func (e *telegramExport) messages(chat telegramChat) error {
	if token, err := e.Token(); err != nil || token != json.Delim('[') {
		return e.broken(chat, err)
	}
	for e.More() {
		var raw json.RawMessage
		if err := e.Decode(&raw); err != nil {
			return e.broken(chat, err)
		}
		if found, hasText := fromTelegram(e.name, chat, raw); hasText {
			if err := e.yield(found); err != nil {
				return err
			}
		}
	}
	return e.end(chat)
}

// fromTelegram gives the article of a message; false for a picture without words and for what the chat says of itself.
func fromTelegram(name string, chat telegramChat, raw json.RawMessage) (Found, bool) {
	var m telegramMessage
	if err := json.Unmarshal(raw, &m); err != nil {
		at := Found{Place: name + ": a message of " + chat.name}
		at.Fault = kg.Errorf(kg.Invalid, "%s: %s", at.Place, kg.JSONFault(err))
		return at, true
	}
	text := telegramText(m.Text)
	if m.Type != "message" || strings.TrimSpace(text) == "" {
		return Found{}, false
	}
	s := kg.Submission{Text: text, Publisher: chat.name, Credit: m.Forwarded}
	day, _, _ := strings.Cut(m.Date, "T")
	if date, err := kg.ParseDate(day); err == nil {
		s.PublishedAt = date
	}
	if chat.id != "" {
		s.URL = fmt.Sprintf("https://t.me/c/%s/%s", chat.id, strconv.Itoa(m.ID))
	}
	return Found{Place: fmt.Sprintf("%s message %d", name, m.ID), Submission: s}, true
}

// telegramText puts a text together: a string, or a list of strings and of parts with a form.
func telegramText(raw json.RawMessage) string {
	var whole string
	if json.Unmarshal(raw, &whole) == nil {
		return whole
	}
	var parts []json.RawMessage
	_ = json.Unmarshal(raw, &parts)
	for _, part := range parts {
		var plain string
		var formed struct{ Text string }
		if json.Unmarshal(part, &plain) != nil {
			_ = json.Unmarshal(part, &formed)
		}
		whole += plain + formed.Text
	}
	return whole
}
