import { memo } from 'react';
import type { Paragraph, Segment } from './marks.ts';
import type { ArticleStatement } from './article.tsx';

interface Shown {
  of: Paragraph[];
  statements: ArticleStatement[]; // in the order of the text
  selected: ArticleStatement | undefined;
  select: (id: string) => void;
}

/** The article's text with its marks; beside each paragraph, a button for every statement that begins in it. */
export const Text = memo(function Text({ of, statements, selected, select }: Shown) {
  const byId = new Map(statements.map((s) => [s.id, s]));
  return (
    <div className="article-text" dir="auto">
      {of.map((p) => (
        <div className="paragraph" key={p.start}>
          <Margin of={statements.filter((s) => s.quote.start >= p.start && s.quote.start < p.end)} selected={selected} select={select} />
          <p dir="auto">
            {p.segments.map((segment) => (
              <Piece key={segment.start} of={segment} byId={byId} selected={selected} select={select} />
            ))}
          </p>
        </div>
      ))}
    </div>
  );
});

function Margin({ of, selected, select }: Pick<Shown, 'selected' | 'select'> & { of: ArticleStatement[] }) {
  return (
    <div className="margin">
      {of.map((s) => (
        <button key={s.id} type="button" className={`rule ${s.statementKind.toLowerCase()}`} aria-pressed={s === selected} onClick={() => select(s.id)} title={s.quote.exact}>
          <bdi>{label(s)}</bdi>
        </button>
      ))}
    </div>
  );
}

function label(s: ArticleStatement): string {
  if (s.speaker) return s.speaker.name;
  return s.statementKind === 'NARRATED' ? 'article' : (s.source[0]?.text ?? 'unnamed');
}

function Piece({ of, byId, selected, select }: Pick<Shown, 'selected' | 'select'> & { of: Segment; byId: Map<string, ArticleStatement> }) {
  if (of.marks.length === 0)
    return (
      <span className="seg" data-start={of.start}>
        {of.text}
      </span>
    );
  const innermost = [...of.marks].filter((m) => m.owner).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  return (
    <span className={`seg ${classes(of, byId, selected)}`} data-start={of.start} onClick={innermost && (() => window.getSelection()?.isCollapsed && select(innermost.owner))}>
      {of.text}
    </span>
  );
}

function classes(of: Segment, byId: Map<string, ArticleStatement>, selected: ArticleStatement | undefined): string {
  const names = new Set<string>(of.marks.map((m) => m.kind));
  const owners = of.marks.filter((m) => m.kind === 'statement').map((m) => byId.get(m.owner));
  if (owners.length > 0 && owners.every((s) => s?.statementKind === 'NARRATED')) names.add('narrated');
  if (owners.some((s) => s?.status !== 'CURRENT')) names.add('lapsed');
  if (selected && of.marks.some((m) => m.kind === 'statement' && m.owner === selected.id)) names.add('selected');
  if (selected && of.marks.some((m) => m.kind === 'claim' && m.owner === selected.id)) names.add('claimed');
  return [...names].join(' ');
}
