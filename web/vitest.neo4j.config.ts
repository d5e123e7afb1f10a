import { defineConfig } from 'vitest/config';

// Neo4j Browser with Sayso's guide: SAYSO_NEO4J_BROWSER is its address, SAYSO_NEO4J_PASSWORD its password, SAYSO_BASE the server.
// `go test ./cmd/gqlserver -run TestNeo4jBrowser` starts both and runs this.
export default defineConfig({
  test: {
    include: ['neo4j/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
