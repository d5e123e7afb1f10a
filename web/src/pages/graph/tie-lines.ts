import { request } from '../../api/request.ts';
import { ClaimsCitedDocument, type ClaimCitedFragment, type StatementWhere } from '../../gql/graphql.ts';
import { statementsNarrowed } from '../../parts/conditions.ts';
import type { Line } from '../../parts/export.ts';
import { claimLine } from '../../parts/lines.ts';
import type { Tie } from './model.ts';

/** How many claims are asked for at once; the query gives no more. */
const atOnce = 50;

/** saidOf narrows the words behind ties as the ties are narrowed: days, what was out by then, who says so, through whom. */
export function saidOf(get: (name: string) => string): StatementWhere | undefined {
  const speaker = get('speaker');
  const narrowed = { ...statementsNarrowed(get), ...(speaker && { speaker: { called: speaker } }) };
  return Object.keys(narrowed).length > 0 ? narrowed : undefined;
}

/** tieLines gives the claims of ties with their quotes as lines of an export, in the order of the ties. It asks the server for what the picture does not need. */
export async function tieLines(ties: readonly Tie[], said?: StatementWhere, ask = cited): Promise<Line[]> {
  const ids = ties.flatMap((tie) => tie.claims);
  const found = new Map<string, ClaimCitedFragment>();
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const claim of await ask(ids.slice(from, from + atOnce), said)) found.set(claim.id, claim);
  }
  return ids.flatMap((id) => found.get(id) ?? []).map(claimLine);
}

async function cited(ids: string[], said?: StatementWhere): Promise<ClaimCitedFragment[]> {
  return (await request(ClaimsCitedDocument, { ids, said })).claims?.nodes ?? [];
}
