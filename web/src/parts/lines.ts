import type { ArticleRefFragment, CitedFragment, ClaimCitedFragment, DisputeSidesFragment } from '../gql/graphql.ts';
import type { Line } from './export.ts';
import { predicateWords } from './words.ts';

/** A statement as a line of an export. */
export function statementLine(s: CitedFragment): Line {
  return { subject: s.speaker?.name ?? s.source[0]?.text ?? '', deed: s.statementKind === 'NARRATED' ? 'reported' : 'said', object: '', firstOn: s.date ?? '', lastOn: s.date ?? '', origins: 1, evidence: [s] };
}

/** A claim as a line of an export. */
export function claimLine(c: ClaimCitedFragment): Line {
  return {
    subject: c.subject?.name ?? c.subjectText ?? '',
    deed: `${c.negated ? 'not: ' : ''}${c.predicate.label}${c.quantity === null ? '' : ` ${c.quantity} ${c.unit ?? ''}`}`.trim(),
    object: c.object?.name ?? c.objectText ?? '',
    firstOn: c.firstOn ?? '',
    lastOn: c.lastOn ?? '',
    origins: c.origins,
    evidence: c.statements.nodes,
  };
}

/** Both sides of a dispute as lines of an export. */
export function disputeLines(d: DisputeSidesFragment): Line[] {
  return d.sides.map(({ claim, origins, evidence }) => ({
    subject: claim.subject?.name ?? claim.subjectText ?? '',
    deed: `${claim.negated ? 'not: ' : ''}${claim.predicate.label}`,
    object: claim.object?.name ?? claim.objectText ?? '',
    firstOn: claim.firstOn ?? '',
    lastOn: claim.lastOn ?? '',
    origins,
    evidence,
  }));
}

/** An article as a line of an export, without a quote. */
export function articleLine(a: ArticleRefFragment): Line {
  const day = a.publishedAt ?? '';
  return { subject: a.publisher?.name ?? '', deed: 'published', object: a.title ?? 'Untitled article', firstOn: day, lastOn: day, origins: '', evidence: [] };
}

/** What ties an actor to another one as lines of an export, without quotes: how many claims, and the first of them. */
export function neighbourLines({ node, claimCount, claims }: { node: { name: string }; claimCount: number; claims: { text: string }[] }): Line[] {
  return [{ subject: node.name, deed: `tied by ${claimCount} ${claimCount === 1 ? 'claim' : 'claims'}`, object: claims.map((c) => c.text).join('; '), firstOn: '', lastOn: '', origins: '', evidence: [] }];
}

/** An actor's deed as a line of an export. */
export function deedLine(row: { actor: { name: string }; predicate: string; target: { name: string } | null; targetText: string | null; firstOn: string | null; lastOn: string | null; origins: number; evidence: CitedFragment[] }): Line {
  return { subject: row.actor.name, deed: predicateWords(row.predicate), object: row.target?.name ?? row.targetText ?? '', firstOn: row.firstOn ?? '', lastOn: row.lastOn ?? '', origins: row.origins, evidence: row.evidence };
}
