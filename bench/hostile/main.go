// Command hostile sends a running server on this machine the requests of graph/hostiletest, one after the other, and
// prints the slowest, the largest, those that show something of the inside, and the server's memory before and after.
// It ends with status 1 when a bound is broken.
//
//	go run ./bench/hostile -server http://127.0.0.1:8080 -pid PID
package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"time"

	"sayso/graph/hostiletest"
)

// mostGrowth is how many kB more the server may hold afterwards.
const mostGrowth = 50 << 10

type outcome struct {
	name   string
	took   time.Duration
	bytes  int
	status int
	shows  string
}

func main() {
	server := flag.String("server", "http://127.0.0.1:8080", "the server; on this machine only")
	pid := flag.Int("pid", 0, "the server's process, to see its memory")
	flag.Parse()
	if at, err := url.Parse(*server); err != nil ||
		(at.Hostname() != "127.0.0.1" && at.Hostname() != "localhost" && at.Hostname() != "::1") {
		fmt.Fprintln(os.Stderr, "hostile: -server must be an address of this machine")
		os.Exit(2)
	}
	requests := append(hostiletest.Refused(), hostiletest.Heavy()...)
	slices.SortFunc(requests, func(a, b hostiletest.Request) int { return cmp.Compare(a.Name, b.Name) })
	before := resident(*pid)
	var outcomes []outcome
	for _, r := range requests {
		o, err := send(*server+"/graphql", r)
		if err != nil {
			fmt.Fprintln(os.Stderr, "hostile:", err)
			os.Exit(1)
		}
		outcomes = append(outcomes, o)
	}
	time.Sleep(3 * time.Second) // for the garbage collector to give back what it can
	if !report(outcomes, before, resident(*pid)) {
		os.Exit(1)
	}
}

func send(to string, r hostiletest.Request) (outcome, error) {
	request, err := r.HTTP(to)
	if err != nil {
		return outcome{}, err
	}
	begin := time.Now()
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return outcome{}, fmt.Errorf("%s: %w", r.Name, err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return outcome{}, fmt.Errorf("%s: %w", r.Name, err)
	}
	o := outcome{name: r.Name, took: time.Since(begin), bytes: len(body), status: response.StatusCode}
	if r.Code != "" { // what is refused must not show anything; what is answered may quote articles
		o.shows = hostiletest.Inside.FindString(string(body))
	}
	return o, nil
}

// report prints what stands out, and reports whether all bounds hold.
func report(all []outcome, before, after int) bool {
	holds := true
	var slowest, largest outcome
	for _, o := range all {
		if o.took > slowest.took {
			slowest = o
		}
		if o.bytes > largest.bytes {
			largest = o
		}
		if o.took > hostiletest.Longest || o.bytes > hostiletest.Largest || o.shows != "" ||
			o.status >= http.StatusInternalServerError {
			holds = false
			fmt.Printf("BROKEN %s: status %d, %v, %d bytes, shows %q\n", o.name, o.status, o.took.Round(time.Millisecond),
				o.bytes, o.shows)
		}
	}
	fmt.Printf("%d requests; slowest %v (%s); largest %d bytes (%s)\n", len(all), slowest.took.Round(time.Millisecond),
		slowest.name, largest.bytes, largest.name)
	if before > 0 {
		fmt.Printf("resident memory %d kB before, %d kB after (%+d kB)\n", before, after, after-before)
		holds = holds && after-before <= mostGrowth
	}
	return holds
}

var residentLine = regexp.MustCompile(`VmRSS:\s+(\d+) kB`)

// resident is a process's resident memory in kB, 0 where the system does not tell.
func resident(pid int) int {
	text, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	if err != nil {
		return 0
	}
	m := residentLine.FindSubmatch(text)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1])) // digits
	return n
}
