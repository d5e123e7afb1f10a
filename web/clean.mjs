// Empties the build folder but for the two files that git keeps there.
import { readdirSync, rmSync } from 'node:fs';

const folder = new URL('../internal/explorer/dist/', import.meta.url);
for (const name of readdirSync(folder)) {
  if (name !== '.gitkeep' && name !== '.gitignore') rmSync(new URL(name, folder), { recursive: true });
}
