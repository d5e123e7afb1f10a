package kg

import (
	"errors"
	"fmt"
	"strings"
)

// Code says what kind of thing went wrong. Whoever shows an error to a user turns the code into a status or an
// extension once.
type Code string

// The codes.
const (
	Invalid         Code = "INVALID_INPUT"   // the caller's input is wrong; the message says what to write instead
	NotFound        Code = "NOT_FOUND"       // the thing asked for is not there
	QuoteBroken     Code = "QUOTE_NOT_FOUND" // words that are said to be in the text are not there
	TooLarge        Code = "TOO_LARGE"
	Conflict        Code = "CONFLICT"        // what is there meanwhile stands against it; look again, then decide
	Unavailable     Code = "UNAVAILABLE"     // the graph cannot be reached or is starting; try again
	Timeout         Code = "TIMEOUT"         // the work took longer than allowed and was ended
	Unauthenticated Code = "UNAUTHENTICATED" // the server wants to know who asks; the message says how
	Forbidden       Code = "FORBIDDEN"       // who asks may not do this
	Internal        Code = "INTERNAL"        // our fault; the message stays in the log
)

// Error is an error with a code and a message that may be shown to the caller.
type Error struct {
	Code    Code
	Message string
	Cause   error // for the log only
}

// Error implements error. It is for the log: what a caller may see is Message alone.
func (e *Error) Error() string {
	if e.Cause != nil && !strings.Contains(e.Message, e.Cause.Error()) {
		return e.Message + ": " + e.Cause.Error()
	}
	return e.Message
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Errorf makes an error of the given code. A %w in format becomes part of the message and can be unwrapped.
func Errorf(code Code, format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	return &Error{Code: code, Message: err.Error(), Cause: errors.Unwrap(err)}
}

// Because makes an error of the given code whose cause stays in the log: what a driver or a system call says helps no
// caller.
func Because(cause error, code Code, format string, args ...any) error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...), Cause: cause}
}

// Hidden makes an internal error: the caller sees only that something failed, the log sees cause.
func Hidden(cause error) error {
	return &Error{Code: Internal, Message: "the request failed inside the server; the log has the details", Cause: cause}
}

// CodeOf gives the code of err, Internal where it has none.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}
