# Two commands for a newcomer: `make run` and `make test`. Everything they need and can install, they install.
SHELL := /bin/bash
GO ?= go
BIN := bin
LINT := $(BIN)/golangci-lint
LINT_VERSION := v2.15.0

.PHONY: run test check vet lint gen gen-check web web-test api-check mcp-check setup-api setup setup-java score cookbook bench bench-guard bench-table kill-loop forget-check fuzz python python-gen docs notebooks release image deploy-check reproducible audit clean help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

run: setup-java web ## set up what is missing, then serve
	$(GO) run ./cmd/gqlserver $(ARGS)

test: setup check gen-check ## everything CI demands
	$(GO) test -timeout 45m ./...
	$(MAKE) web-test api-check mcp-check python deploy-check

check: vet lint ## static checks

vet:
	$(GO) vet ./...

lint: $(LINT)
	$(LINT) run ./...

$(LINT): Makefile
	GOBIN=$(CURDIR)/$(BIN) $(GO) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)
	@touch $@

gen: ## regenerate graph/gen from schema.graphqls
	$(GO) tool gqlgen generate

gen-check: ## fail when graph/gen is not what the schema gives
	@before=$$(cat graph/gen/* | sha256sum); $(MAKE) --no-print-directory gen; after=$$(cat graph/gen/* | sha256sum); \
	if [ "$$before" != "$$after" ]; then echo "graph/gen was out of date; it has been regenerated: commit it" >&2; exit 1; fi

web: ## build the pages (explorer, GraphiQL) once; needs Node.js, and the server does without them
	@./scripts/web

web-test: web ## check the pages' code against the schema and test it (the browser suite: go test ./cmd/gqlserver -run TestExplorer)
	@[ ! -d web/node_modules ] || (cd web && npm run --silent check && npm test --silent)

api-check: setup-api ## the Relay rules for the schema
	@[ ! -d scripts/api/node_modules ] || (cd scripts/api && npm run --silent relay && npm run --silent lint)

mcp-check: ## the Model Context Protocol's conformance suite against sayso mcp
	@./scripts/mcp/run

setup-api:
	@./scripts/api/setup

setup: setup-java setup-api web ## what the tests need besides Go

setup-java: ## Java 17 or newer and Maven, for the Neo4j that the server starts
	@./scripts/java

FUZZTIME ?= 10m
fuzz: ## mutate real text and read it, for FUZZTIME
	$(GO) test -run xxx -fuzz FuzzRead -fuzztime $(FUZZTIME) ./internal/read

python: ## check the Python client, its wheel, the notebooks and exports against a fresh server
	@./scripts/python/run

notebooks: ## execute the notebooks against a fresh server (ARGS=--update writes their outputs)
	@./scripts/python/notebooks $(ARGS)

docs: ## build the documents as a site in .cache/docs/site, and check every link
	@"$$(./scripts/python/venv)" scripts/docs/build.py

python-gen: ## regenerate the Python client's models from schema.graphqls
	@cd clients/python && "$$(../../scripts/python/venv)" generate.py

score: ## measure reading anew and write every committed score file
	$(GO) test -count=1 -timeout 30m $(SCORED) -run 'Scores?$$' -update

# The packages whose tests of scores know -update.
SCORED = $(shell grep -rlE 'func Test[A-Za-z]*Scores?\b' --include=*_test.go internal | xargs grep -lE '\*update\b|, update\b|"update"' | xargs -n1 dirname | sort -u | sed 's,^,./,')

cookbook: ## answer the questions of docs/cookbook.md anew
	$(GO) test -count=1 ./docs/cookbook -update

bench: ## measure
	$(GO) test -run xxx -bench . ./internal/nlp ./bench/...

bench-guard: ## compare every shape of request with hand-written Cypher, and fail where one is slower than the committed ratios beyond noise
	$(GO) run ./bench/queries -guard -statements 20000 $(ARGS)

bench-table: ## run the benches and keep what they say in bench/TABLE.md (ARGS="-only questions,writing" for some)
	$(GO) run ./bench/table $(ARGS)

KILLS ?= 40
ARTICLES ?= 400
kill-loop: ## kill server, Neo4j and worker KILLS times while ARTICLES articles are taken in; nothing that was accepted may be lost
	$(GO) run ./bench/kill -kills $(KILLS) -articles $(ARTICLES) $(ARGS)

forget-check: ## prove that a graph that forgot somebody is, byte for byte, one that never knew them, also after a restore
	SAYSO_SLOW_TESTS=1 $(GO) test -count=1 ./internal/forget ./internal/neo -run 'Forget|AsIfNeverThere|AnyRecord'

release: web ## build for every platform into dist, with checksums and bills of materials (ARGS=-only linux/amd64)
	$(GO) -C deploy/tools run ./release $(ARGS)

image: ## make the container image from dist, without a container engine
	$(GO) -C deploy/tools run ./image $(ARGS)

deploy-check: ## check units, compose file and manifests, and build and start the image
	$(GO) -C deploy/tools vet ./...
	$(GO) -C deploy/tools test -count=1 -timeout 20m ./...

reproducible: web ## build the release twice, in two folders with two caches, and compare
	@./scripts/reproducible

audit: ## look up known weaknesses of the packages we build with
	@./scripts/audit $(ARGS)

clean: ## remove what was built (not the cache of jars, not your data)
	[ ! -d web/node_modules ] || node web/clean.mjs
	rm -rf $(BIN) dist web/node_modules scripts/api/node_modules .cache
