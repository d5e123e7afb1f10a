package graph

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"

	"sayso/internal/access"
)

// wholeAnswers keeps the answers to whole requests, all of whose root fields may be kept: such a request is answered
// before it is read.
type wholeAnswers struct {
	*answers
	of *answerer
}

// keeping is a request whose answer may be kept.
type keeping struct {
	answers *answers // nil where it may not
	key     string
	epoch   uint64
	loose   atomic.Bool // a root field was answered that may not be kept
	fields  atomic.Int64
}

// begin gives the kept answer to a request, nil where there is none.
func (w wholeAnswers) begin(r *http.Request, text []byte) (data []byte, k *keeping) {
	if w.kept == nil || len(text) == 0 || len(text) > longestKept || askedOnce(r.Header) {
		return nil, &keeping{}
	}
	epoch, err := w.epoch(r.Context())
	if err != nil {
		return nil, &keeping{}
	}
	// Roles are part of the key, so that nobody gets what only another may ask; the minute is, since answers may depend on
	// the day.
	key := r.Method + "\x00" + string(access.Of(r.Context()).Role) + "\x00" +
		strconv.FormatInt(w.of.vocabulary.Edition(), 36) + "\x00" +
		strconv.FormatInt(w.of.now().Unix()/60, 36) + "\x00" + string(text)
	if data = w.get(key, epoch); data != nil {
		w.observed(true)
		return data, nil
	}
	return nil, &keeping{answers: w.answers, key: key, epoch: epoch}
}

// askedOnce reports whether the caller says that the request will not come again, as exports do of each of their many
// pages: to keep those would only drive out what others ask.
func askedOnce(h http.Header) bool { return strings.Contains(h.Get("Cache-Control"), "no-store") }

type keepingKey struct{}

// watch gives the request with the note of what becomes of its root fields.
func (k *keeping) watch(r *http.Request) *http.Request {
	if k.answers == nil {
		return r
	}
	return r.WithContext(context.WithValue(r.Context(), keepingKey{}, k))
}

// note says of a root field whether its answer may be kept.
func note(ctx context.Context, kept bool) {
	k, watched := ctx.Value(keepingKey{}).(*keeping)
	switch {
	case !watched:
	case kept:
		k.fields.Add(1)
	default:
		k.loose.Store(true)
	}
}

// end keeps the answer if it may be.
func (k *keeping) end(data []byte) {
	if k.answers != nil && !k.loose.Load() && k.fields.Load() > 0 {
		k.answers.add(k.key, keptAnswer{data, k.epoch})
	}
}
