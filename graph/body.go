package graph

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"time"

	"sayso/internal/kg"
)

// How much of a request is read, and how long that may take, unless Options say otherwise.
const (
	defaultBody     = 32 << 20
	defaultBodyTime = time.Minute
)

// readsBody reads a request's body whole before anything else happens, so that no part of the server ever waits for a
// client: a body that is too long or does not arrive in time is refused.
func readsBody(next http.Handler, limit int64, wait time.Duration) http.Handler {
	if limit == 0 {
		limit = defaultBody
	}
	if wait == 0 {
		wait = defaultBodyTime
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Body == nil || r.Body == http.NoBody {
			next.ServeHTTP(w, r)
			return
		}
		if r.ContentLength > limit {
			refuse(w, http.StatusRequestEntityTooLarge, tooLong(limit))
			return
		}
		control := http.NewResponseController(w)
		_ = control.SetReadDeadline(time.Now().Add(wait)) // a writer without a connection, as in tests, has no deadline
		data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
		var long *http.MaxBytesError
		switch {
		case errors.As(err, &long):
			refuse(w, http.StatusRequestEntityTooLarge, tooLong(limit))
		case err != nil: // the deadline stays: else the server would wait for the rest before it closes the connection
			w.Header().Set("Connection", "close")
			refuse(w, http.StatusRequestTimeout, kg.Errorf(kg.Timeout,
				"the request's body broke off or did not arrive within %v; send it again, in smaller parts if the line is slow",
				wait))
		default:
			_ = control.SetReadDeadline(time.Time{})
			r.ContentLength, r.Body = int64(len(data)), io.NopCloser(bytes.NewReader(data))
			next.ServeHTTP(w, r)
		}
	})
}

func tooLong(limit int64) error {
	return kg.Errorf(kg.TooLarge, "the request is longer than the %d bytes that this server takes; "+
		"send fewer articles at once, or raise --max-body", limit)
}
