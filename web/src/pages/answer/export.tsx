import { ExportMenu } from '../../parts/export-menu.tsx';
import type { Line } from '../../parts/export.ts';
import { claimLine, deedLine, disputeLines, statementLine } from '../../parts/lines.ts';
import { predicateWords } from '../../parts/words.ts';
import type { Answer } from './rows.tsx';

/** linesOf gives what the page shows of an answer, in its order. */
export function linesOf(answer: Answer): Line[] {
  return [
    ...(answer.path?.paths.flatMap((p) => p.hops.map((hop) => claimLine({ ...hop.claim, statements: { nodes: hop.evidence } }))) ?? []),
    ...(answer.rows?.map(deedLine) ?? []),
    ...(answer.unnamed?.map(claimLine) ?? []),
    ...(answer.figures?.nodes.map(claimLine) ?? []),
    ...(answer.claims?.nodes.map(claimLine) ?? []),
    ...(answer.timeline?.entries.map((e) => ({
      subject: e.actor.name,
      deed: (e.negated ? 'not: ' : '') + predicateWords(e.predicate),
      object: e.target.name,
      firstOn: e.date ?? '',
      lastOn: e.date ?? '',
      origins: '' as const,
      evidence: e.statements,
    })) ?? []),
    ...(answer.statements?.nodes.map(statementLine) ?? []),
    ...(answer.disputes?.nodes.flatMap(disputeLines) ?? []),
  ];
}

/** Saves the answer as it is seen. */
export function AnswerExport({ of }: { of: Answer }) {
  return <ExportMenu lines={() => linesOf(of)} name="sayso-answer" />;
}
