import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The curators come last: what they do fills the list of changes, in which others look for what they know to be there. */
class CuratorsLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const last = (f: TestSpecification) => Number(f.moduleId.includes('curating'));
    return files.sort((a, b) => last(a) - last(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

// The browser suite: SAYSO_BASE is a running server with the sample. `go test ./cmd/gqlserver -run TestExplorer` starts one and runs this.
export default defineConfig({
  test: {
    include: ['browser/*.test.ts'],
    reporters: ['dot'], // what failed is then not lost among what passed
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    sequence: { sequencer: CuratorsLast },
  },
});
