import type { Tab } from './tabs.ts';

const files = import.meta.glob<string>('./examples/*.graphql', { query: '?raw', import: 'default', eager: true });

/** The queries that GraphiQL opens with, in the order of their file names. */
export const examples: Tab[] = Object.keys(files)
  .sort()
  .map((path) => ({ query: files[path]! }));
