package queue

import (
	"context"
	"fmt"
	"log/slog"
	"math"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/gofrs/flock"
	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"

	"sayso/internal/kg"
)

const (
	largestMessage = 40 << 20 // bytes of a message; requests are shorter
	startTime      = 2 * time.Minute
	connectTime    = 10 * time.Second
)

// connect connects to the NATS that the options name, or starts one.
func (b *broker) connect() (err error) {
	if err := Check(b.o); err != nil {
		return err
	}
	options := []nats.Option{nats.Name("sayso"), nats.MaxReconnects(-1), nats.Timeout(connectTime), nats.NoEcho()}
	at := nats.DefaultURL
	if len(b.o.URLs) > 0 {
		at = strings.Join(b.o.URLs, ",")
		if b.o.Credentials != "" {
			options = append(options, nats.UserCredentials(b.o.Credentials))
		}
	} else {
		if err := b.embed(); err != nil {
			return err
		}
		options = append(options, nats.InProcessServer(b.server), nats.Token(b.o.Token))
	}
	if b.conn, err = nats.Connect(at, options...); err != nil {
		return kg.Because(err, kg.Unavailable, "no NATS can be reached at --nats-url (%v); start it, or leave --nats-url "+
			"out to keep the queue in the data folder", err)
	}
	return nil
}

// schemes are the ways in which NATS is spoken.
var schemes = map[string]bool{"nats": true, "tls": true, "ws": true, "wss": true}

// Check tells what of the options cannot work, as far as that can be told without trying. Its errors do not repeat
// addresses: they may hold a password.
func Check(o Options) error {
	for i, one := range o.URLs {
		at, err := url.Parse(strings.TrimSpace(one))
		if err != nil || !schemes[at.Scheme] || at.Hostname() == "" {
			return kg.Errorf(kg.Invalid, "address %d of --nats-url is none of a NATS server; write one such as "+
				"nats://127.0.0.1:4222 or tls://USER:PASSWORD@HOST:4222", i+1)
		}
	}
	if o.Credentials != "" {
		if _, err := os.ReadFile(o.Credentials); err != nil {
			return kg.Errorf(kg.Invalid, "--nats-credentials: %w", err)
		}
	}
	if o.Listen == "" {
		return nil
	}
	if len(o.URLs) > 0 {
		return kg.Errorf(kg.Invalid, "--nats-listen opens the queue in the data folder, --nats-url uses another; give one "+
			"of them")
	}
	_, _, err := o.listenAt()
	return err
}

// listenAt gives the address at which the embedded NATS listens.
func (o Options) listenAt() (host string, port int, err error) {
	host, text, err := net.SplitHostPort(o.Listen)
	if err == nil {
		port, err = strconv.Atoi(text)
	}
	if err != nil || port < 0 || port > math.MaxUint16 {
		return "", 0, kg.Errorf(kg.Invalid, "--nats-listen %q is no address; write one such as 127.0.0.1:4222", o.Listen)
	}
	if ip := net.ParseIP(host); o.Token == "" && (ip == nil || !ip.IsLoopback()) {
		return "", 0, kg.Errorf(kg.Invalid, "--nats-listen %s lets other machines at the queue; set a token that workers "+
			"must know with SAYSO_NATS_TOKEN", o.Listen)
	}
	return host, port, nil
}

// embed starts the embedded NATS on its folder.
func (b *broker) embed() error {
	if err := b.lock(); err != nil {
		return err
	}
	options, err := b.serverOptions()
	if err != nil {
		return err
	}
	if err := b.forgetConsumers(); err != nil {
		return err
	}
	b.found = streamFolders(b.o.Dir)
	if b.server, err = server.NewServer(options); err != nil {
		return kg.Because(err, kg.Invalid, "the queue cannot be started: %v", err)
	}
	b.server.SetLoggerV2(natsLog{b.o.Log}, false, false, false)
	b.server.Start()
	if !b.server.ReadyForConnections(startTime) || !b.server.JetStreamEnabled() {
		return kg.Errorf(kg.Unavailable, "the queue in %s does not start; the log says why", b.o.Dir)
	}
	return nil
}

// lock makes the folder and keeps other processes from it.
func (b *broker) lock() error {
	if err := os.MkdirAll(b.o.Dir, 0o700); err != nil {
		return kg.Errorf(kg.Invalid, "the queue has no folder: %w; choose another with --data, or serve without a queue "+
			"with --no-queue", err)
	}
	lock := flock.New(filepath.Join(b.o.Dir, "lock"))
	held, err := lock.TryLock()
	if err != nil {
		return kg.Errorf(kg.Invalid, "the queue's folder cannot be written: %w; give it to this user, choose another with "+
			"--data, or serve without a queue with --no-queue", err)
	}
	if !held {
		return kg.Errorf(kg.Conflict, "the queue in %s is in use by another server; choose another folder with --data, or "+
			"have both use one NATS with --nats-url", b.o.Dir)
	}
	b.unlock = func() { _ = lock.Unlock() }
	return nil
}

func (b *broker) serverOptions() (*server.Options, error) {
	options := &server.Options{
		ServerName: "sayso", DontListen: true, NoSigs: true, NoLog: true, DisableJetStreamBanner: true,
		JetStream: true, StoreDir: b.o.Dir, SyncAlways: true, SyncInterval: time.Minute,
		// Nothing is kept in memory only; what the streams may hold is bounded by their own limits.
		JetStreamMaxMemory: 1 << 20, JetStreamMaxStore: 1 << 50,
		MaxPayload: largestMessage, MaxPending: 3 * largestMessage, Authorization: b.o.Token,
	}
	if b.o.Listen == "" {
		return options, nil
	}
	var err error
	if options.Host, options.Port, err = b.o.listenAt(); err != nil {
		return nil, err
	}
	if options.Port == 0 {
		options.Port = server.RANDOM_PORT
	}
	options.DontListen = false
	return options, nil
}

// Address is where the embedded NATS serves others, "" where it does not.
func (b *broker) Address() string {
	if b.server == nil || b.o.Listen == "" {
		return ""
	}
	return b.server.Addr().String()
}

// natsLog writes what the embedded NATS has to say to our log.
type natsLog struct{ to *slog.Logger }

// largePayloads is a warning of ours to heed, not of whoever reads the log.
const largePayloads = "Maximum payloads over %v are generally discouraged and could lead to poor performance"

func (l natsLog) say(level slog.Level, format string, v []any) {
	if format == largePayloads {
		level = slog.LevelDebug // an article may have as many
	}
	l.to.Log(context.Background(), level, "queue: "+fmt.Sprintf(format, v...))
}

func (l natsLog) Noticef(format string, v ...any) { l.say(slog.LevelDebug, format, v) }
func (l natsLog) Warnf(format string, v ...any)   { l.say(slog.LevelWarn, format, v) }
func (l natsLog) Fatalf(format string, v ...any)  { l.say(slog.LevelError, format, v) }
func (l natsLog) Errorf(format string, v ...any)  { l.say(slog.LevelError, format, v) }
func (l natsLog) Debugf(format string, v ...any)  { l.say(slog.LevelDebug, format, v) }
func (l natsLog) Tracef(format string, v ...any)  { l.say(slog.LevelDebug, format, v) }
