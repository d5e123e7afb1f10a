import type { UseQueryResult } from '@tanstack/react-query';
import { useAskEach } from '../api/query.ts';
import { useParams } from '../app/address.ts';
import { ActorPicker } from '../ask/actor-picker.tsx';
import { ComparedDocument, type ComparedQuery, type StatementWhere } from '../gql/graphql.ts';
import { Actor } from '../parts/actor.tsx';
import { statementsNarrowed } from '../parts/conditions.ts';
import { EvidenceList } from '../parts/evidence.tsx';
import { ExportMenu } from '../parts/export-menu.tsx';
import { statementLine } from '../parts/lines.ts';
import { Answered } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { count } from '../parts/words.ts';
import { FilterForm } from './answer/filter-form.tsx';

/** What two or more actors say on one matter, side by side. */
export function ComparePage() {
  useTitle('Side by side');
  const { params, get, change } = useParams();
  const ids = [...new Set(params.getAll('actor'))].slice(0, 6);
  const columns = useAskEach(
    ComparedDocument,
    ids.map((id) => ({ id, where: saidBy(id, get) })),
  );
  const said = columns.flatMap(({ data }) => data?.statements?.nodes ?? []);
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
          <ExportMenu name="sayso-compared" lines={() => said.map(statementLine)} />
        </div>
      )}
      {ids.length === 0 && <p className="soft">Choose two actors or more, and what they should have spoken of.</p>}
      <div className="columns">
        {ids.map((id, i) => (
          <Column key={id} of={columns[i]!} remove={() => change({ actor: ids.filter((one) => one !== id) })} />
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

function Column({ of: query, remove }: { of: UseQueryResult<ComparedQuery>; remove: () => void }) {
  const { get } = useParams();
  const about = get('about');
  return (
    <section>
      <Answered query={query}>
        {({ actor, statements }) => (
          <>
            <h2>{actor ? <Actor of={actor} /> : 'Nobody in the graph'}</h2>
            <p className="row small soft">
              {count(statements?.totalCount ?? 0, 'statement')}
              {about && ` on “${about}”`}
              <button type="button" className="linklike" onClick={remove}>
                remove
              </button>
            </p>
            <EvidenceList of={statements?.nodes ?? []} open={20} />
          </>
        )}
      </Answered>
    </section>
  );
}
