import react from '@vitejs/plugin-react';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

// Files shorter than this gain nothing from compression.
const worthCompressing = 1024;

// The last steps of Brotli's quality cost minutes on GraphiQL's editor and gain little there.
const long = 500_000;

// compressed adds a .gz and a .br beside every text file of the build, so that the server need not compress while it serves.
// It reads the written files, for other plugins change the code up to the last moment. No time stamp: the same input gives the
// same bytes.
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      if (!dir) throw new Error('the build has no output folder');
      for (const name of Object.keys(bundle)) {
        if (!/\.(js|css|md|svg|ttf)$/.test(name)) continue;
        const content = readFileSync(join(dir, name));
        if (content.length < worthCompressing) continue;
        writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
        const quality = content.length > long ? 9 : constants.BROTLI_MAX_QUALITY;
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
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
      input: { index: 'index.html', graphiql: 'graphiql.html' },
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
  // `npm run dev` asks a running server: SAYSO_BASE, or the one at the usual address.
  server: { proxy: Object.fromEntries(['/graphql', '/export', '/favicon.svg'].map((path) => [path, process.env.SAYSO_BASE ?? 'http://127.0.0.1:8080'])) },
});
