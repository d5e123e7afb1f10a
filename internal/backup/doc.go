// Package backup keeps archives of whole graphs as files that can be trusted: compressed (Zstandard, RFC 8878), sealed
// with a checksum and counts, encrypted on request (age, https://age-encryption.org/v1), and checked again before they
// are restored, quote by quote.
//
// The seal is the last line: what was kept can be told from what was cut or altered by accident. It does not prove who
// wrote a file; whoever can write to the folder of backups can put another file there.
package backup
