import { request } from '../../api/request.ts';
import { ClaimsCitedDocument, type ClaimCitedFragment } from '../../gql/graphql.ts';
import type { Line } from '../../parts/export.ts';
import { claimLine } from '../../parts/lines.ts';
import type { Tie } from './model.ts';

/** How many claims are asked for at once; the query gives no more. */
const atOnce = 50;

/** tieLines gives the claims of ties with their quotes as lines of an export, in the order of the ties. It asks the server for what the picture does not need. */
export async function tieLines(ties: readonly Tie[], ask = cited): Promise<Line[]> {
  const ids = ties.flatMap((tie) => tie.claims);
  const found = new Map<string, ClaimCitedFragment>();
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const claim of await ask(ids.slice(from, from + atOnce))) found.set(claim.id, claim);
  }
  return ids.flatMap((id) => found.get(id) ?? []).map(claimLine);
}

async function cited(ids: string[]): Promise<ClaimCitedFragment[]> {
  return (await request(ClaimsCitedDocument, { ids })).claims?.nodes ?? [];
}
