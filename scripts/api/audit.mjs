// Runs the audits of GraphQL over HTTP against a server: node audit.mjs http://127.0.0.1:8080/graphql
import { auditServer } from 'graphql-http';

const url = process.argv[2];
if (!url) {
  console.error('say which server: node audit.mjs http://127.0.0.1:8080/graphql');
  process.exit(2);
}
const results = await auditServer({ url, fetchFn: fetch });
const failed = results.filter((r) => r.status !== 'ok');
for (const r of failed) {
  console.error(`${r.status} ${r.id} ${r.name}${'reason' in r ? `: ${r.reason}` : ''}`);
}
console.log(`${results.length - failed.length} ok of ${results.length}`);
process.exit(failed.length === 0 ? 0 : 1);
