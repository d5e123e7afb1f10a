import { defineConfig } from 'vitest/config';

// The browser suite: SAYSO_BASE is a running server with the sample. `go test ./cmd/gqlserver -run TestExplorer` starts one and runs this.
export default defineConfig({
  test: {
    include: ['browser/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
