import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { together } from '../api/together.ts';
import { useParams } from '../app/address.ts';
import { ActorPicker } from '../ask/actor-picker.tsx';
import { ComparedDocument, type ComparedQuery, type StatementWhere } from '../gql/graphql.ts';
import { Actor } from '../parts/actor.tsx';
import { statementsNarrowed } from '../parts/conditions.ts';
import { EvidenceList } from '../parts/evidence.tsx';
import { ExportMenu } from '../parts/export-menu.tsx';
import { statementLine } from '../parts/lines.ts';
import { More } from '../parts/more.tsx';
import { References } from '../parts/references.tsx';
import { Failure, Waiting } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { count } from '../parts/words.ts';
import { FilterForm } from './answer/filter-form.tsx';

/** So many actors are put side by side at most: as many as one request asks for. */
const most = 6;

interface Asked {
  id: string;
  where: StatementWhere;
}

type Page = Pick<ComparedQuery, 'actor' | 'statements'>;

/** The first words of each actor. Those of all columns are asked for together, and each is kept by itself. */
const firstWords = together(most, () => '', async (keys: Asked[]): Promise<Page[]> => {
  const [one, second, third, fourth, fifth, sixth] = keys;
  const a = await request(ComparedDocument, {
    ...one!,
    ...(second && { id2: second.id, where2: second.where, with2: true }),
    ...(third && { id3: third.id, where3: third.where, with3: true }),
    ...(fourth && { id4: fourth.id, where4: fourth.where, with4: true }),
    ...(fifth && { id5: fifth.id, where5: fifth.where, with5: true }),
    ...(sixth && { id6: sixth.id, where6: sixth.where, with6: true }),
  });
  return [
    { actor: a.actor, statements: a.statements },
    { actor: a.actor2 ?? null, statements: a.statements2 ?? null },
    { actor: a.actor3 ?? null, statements: a.statements3 ?? null },
    { actor: a.actor4 ?? null, statements: a.statements4 ?? null },
    { actor: a.actor5 ?? null, statements: a.statements5 ?? null },
    { actor: a.actor6 ?? null, statements: a.statements6 ?? null },
  ];
});

/** What one actor says, page by page; nothing is asked without an actor. */
function useWords(id: string | undefined, where: StatementWhere) {
  return useInfiniteQuery({
    queryKey: ['compared', id, where],
    queryFn: ({ pageParam }): Promise<Page> =>
      pageParam === null ? firstWords({ id: id!, where }) : request(ComparedDocument, { id: id!, where, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ statements }) => (statements?.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null),
    enabled: id !== undefined,
    placeholderData: keepPreviousData,
  });
}

type Column = ReturnType<typeof useWords>;

/** The columns of at most so many actors: hooks are called equally often each time. */
function useColumns(ids: string[], get: (name: string) => string): Column[] {
  const of = (i: number) => [ids[i], saidBy(ids[i] ?? '', get)] as const;
  const all = [useWords(...of(0)), useWords(...of(1)), useWords(...of(2)), useWords(...of(3)), useWords(...of(4)), useWords(...of(5))];
  return all.slice(0, ids.length);
}

const wordsOf = (column: Column) => column.data?.pages.flatMap(({ statements }) => statements?.nodes ?? []) ?? [];

/** What two or more actors say on one matter, side by side. */
export function ComparePage() {
  useTitle('Side by side');
  const { params, get, change } = useParams();
  const ids = [...new Set(params.getAll('actor'))].slice(0, most);
  const columns = useColumns(ids, get);
  const said = columns.flatMap(wordsOf);
  return (
    <>
      <h1>Side by side</h1>
      <div className="filters">
        <ActorPicker label="Add an actor" choose={(id) => change({ actor: [...ids, id] })} />
        <form onSubmit={(e) => (e.preventDefault(), change({ about: String(new FormData(e.currentTarget).get('about') ?? '').trim() }))} key={get('about')}>
          <label className="field">
            On what: a name or words
            <input name="about" defaultValue={get('about')} autoComplete="off" />
          </label>
        </form>
      </div>
      {ids.length > 0 && <FilterForm names={['since', 'asOf', 'knownAt', 'via']} too="stances" what="what they say" />}
      {said.length > 0 && columns.every((c) => !c.isPending) && (
        <div className="row toolbar noprint">
          <References of={said} />
          <ExportMenu name="sayso-compared" lines={() => said.map(statementLine)} />
        </div>
      )}
      {ids.length === 0 && <p className="soft">Choose two actors or more, and what they should have spoken of.</p>}
      <div className="columns side-by-side">
        {ids.map((id, i) => (
          <Words key={id} of={columns[i]!} remove={() => change({ actor: ids.filter((one) => one !== id) })} />
        ))}
      </div>
    </>
  );
}

/** The condition on what one of them says, from the filters of the address. */
function saidBy(id: string, get: (name: string) => string): StatementWhere {
  const about = get('about');
  return {
    speaker: { id: { eq: id } },
    ...(!get('stances') && { kind: { eq: 'SPEECH' } }),
    ...(about && { and: [{ or: [{ words: about }, { mentions: { some: { actor: { called: about } } } }] }] }),
    ...statementsNarrowed(get),
  };
}

function Words({ of: column, remove }: { of: Column; remove: () => void }) {
  const { get } = useParams();
  const about = get('about');
  if (column.isPending) return <section><Waiting /></section>;
  if (!column.data) return <section><Failure error={column.error} again={() => void column.refetch()} /></section>;
  const { actor, statements } = column.data.pages[0]!;
  const words = wordsOf(column);
  return (
    <section aria-busy={column.isPlaceholderData}>
      <h2>{actor ? <Actor of={actor} /> : 'Nobody in the graph'}</h2>
      <p className="row small soft">
        {count(statements?.totalCount ?? 0, 'statement')}
        {about && ` on “${about}”`}
        {words.length < (statements?.totalCount ?? 0) && `, ${words.length} shown`}
        <button type="button" className="linklike" onClick={remove}>
          remove
        </button>
      </p>
      <EvidenceList of={words} open={words.length} />
      <More of={column} />
    </section>
  );
}
