import react from '@vitejs/plugin-react';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

// Files shorter than this gain nothing from compression.
const worthCompressing = 1024;

// compressed adds a .gz beside every text file of the build, so that the server need not compress while it serves.
// Level 9 and no time stamp: the same input gives the same bytes.
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (!/\.(js|css|md|svg|ttf)$/.test(name)) continue;
        const source = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        if (source.length < worthCompressing) continue;
        this.emitFile({ type: 'asset', fileName: `${name}.gz`, source: gzipSync(source, { level: 9 }) });
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), compressed()],
  base: '/',
  build: {
    outDir: '../internal/explorer/dist',
    // The folder keeps its committed placeholder; clean.mjs removes the rest before a build.
    emptyOutDir: false,
    rolldownOptions: {
      input: 'graphiql.html',
      onwarn(warning, warn) {
        // Some packages carry directives for a compiler that this build does not use.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 5000,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: { proxy: { '/graphql': 'http://127.0.0.1:8080' } },
});
