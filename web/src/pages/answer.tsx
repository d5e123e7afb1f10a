import { Link } from 'wouter';
import { ApiError } from '../api/request.ts';
import { useAsk } from '../api/query.ts';
import { address, to, useParams } from '../app/address.ts';
import { AskDocument, type AskQueryVariables } from '../gql/graphql.ts';
import { Actor } from '../parts/actor.tsx';
import { DaySlider } from '../parts/day-slider.tsx';
import { copy } from '../parts/notice.tsx';
import { pins } from '../parts/pin.tsx';
import { References } from '../parts/references.tsx';
import { Failure, Waiting } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { count } from '../parts/words.ts';
import { FilterForm } from './answer/filter-form.tsx';
import { filterNames, variables } from './answer/filters.ts';
import { AnswerExport, linesOf } from './answer/export.tsx';
import { AnswerParts } from './answer/parts.tsx';
import type { Answer } from './answer/rows.tsx';
import { useWhole } from './answer/whole.ts';
import { FindList } from './find-list.tsx';

/** The answer to the question of the address, narrowed by its filters. */
export function AnswerPage() {
  const { params } = useParams();
  const asked = variables(params);
  const q = asked.question;
  const query = useAsk(AskDocument, asked, { enabled: q !== '', keep: true });
  useTitle(q);
  if (!q) return <p>Ask something in the box above, for example “Who recognized Donetsk?”.</p>;
  if (query.isPending) return <Waiting />;
  if (query.isError) return <NotRead error={query.error} q={q} again={() => void query.refetch()} />;
  if (!query.data.ask) return null;
  return (
    <div aria-busy={query.isPlaceholderData}>
      <Whole of={query.data.ask} asked={asked} at={query.dataUpdatedAt} />
    </div>
  );
}

/** An answer with as much of its lists as the reader has asked for. */
function Whole({ of, asked, at }: { of: Answer; asked: AskQueryVariables; at: number }) {
  const { answer, more } = useWhole(of, asked, at);
  const { params } = useParams();
  // What comes nearest is not narrowed as the answer is, and a page asks at most twice: there is no slider beside it.
  const nearest = isEmpty(answer) && !filterNames.some((name) => params.get(name));
  return (
    <>
      <ReadAs of={answer} />
      <FilterForm />
      {!nearest && <DaySlider param="knownAt" label="What was known by the end of" />}
      <Toolbar of={answer} />
      <AnswerParts of={answer} more={more} />
      {nearest && <Nearest query={answer.interpretation.search} />}
      <Sources of={answer} />
    </>
  );
}

/** How the question was understood, the other ways to understand it, and the senses of its name. */
function ReadAs({ of: answer }: { of: Answer }) {
  const { interpretation: read, senses } = answer;
  const { params } = useParams();
  const here = (changes: Record<string, string>) => address('/answer', { ...Object.fromEntries(params), ...changes });
  const narrowed = ['reading', 'actorId', 'targetId'].some((name) => params.get(name));
  return (
    <div className="read-as">
      <h1>
        <bdi>{read.text.replace(/\.$/, '')}</bdi>
      </h1>
      {read.confidence < 0.7 && <p className="notice">This may not be what you meant ({Math.round(read.confidence * 100)} % sure). Look at the other readings, or ask in other words.</p>}
      {read.alternatives.length > 0 && (
        <p className="row">
          <span className="soft">Other readings:</span>
          {read.alternatives.map((a) => (
            <Link key={a.text} className="chip" href={here({ reading: a.reading ? String(a.reading) : '', actorId: a.actorId ?? '', targetId: a.targetId ?? '' })}>
              {a.text.replace(/\.$/, '')}
            </Link>
          ))}
        </p>
      )}
      {narrowed && (
        <p>
          <Link href={here({ reading: '', actorId: '', targetId: '' })}>Back to the surest reading</Link>
        </p>
      )}
      {senses && senses.length > 1 && (
        <p className="row">
          <span className="soft">{count(senses.length, 'sense')} of the name:</span>
          {senses.map(({ actor, reports }) => (
            <span key={actor.id}>
              <Actor of={actor} /> <span className="soft small">{[actor.kind, count(reports, 'report')].filter(Boolean).join(', ')}</span>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function Toolbar({ of: answer }: { of: Answer }) {
  return (
    <div className="row toolbar noprint">
      <strong>{summary(answer)}</strong>
      <button type="button" className="button" onClick={() => void copy(location.href, 'Link copied')}>
        Copy link
      </button>
      <References of={linesOf(answer).flatMap(({ evidence }) => evidence)} />
      <AnswerExport of={answer} />
      <PinAll of={answer} />
      <AsGraph of={answer} />
      <a className="button" href={address('/graphiql', { query: answer.graphql })}>
        As GraphQL
      </a>
      <button type="button" className="button" onClick={() => void copy(answer.cypher, 'Cypher copied; paste it into Neo4j Browser')}>
        Copy Cypher
      </button>
    </div>
  );
}

/** So many actors of an answer are opened in a graph at first. */
const mostOpened = 4;

/** The graph around those whom an answer turns on: the fewer of those who act in its rows and those to whom they do it. */
function AsGraph({ of: answer }: { of: Answer }) {
  const { get } = useParams();
  const rows = answer.rows ?? [];
  const sides = [rows.map((r) => r.actor.id), rows.flatMap((r) => (r.target ? [r.target.id] : []))].map((ids) => [...new Set(ids)]).filter((ids) => ids.length > 0);
  const [ids] = sides.sort((a, b) => a.length - b.length);
  if (!ids) return null;
  const kept = Object.fromEntries(['since', 'asOf', 'knownAt', 'speaker', 'via'].map((name) => [name, get(name)]));
  return (
    <Link className="button" href={to.graph({ actor: ids.slice(0, mostOpened), ...kept })}>
      As a graph
    </Link>
  );
}

/** Puts the best statement of every row into the report. */
function PinAll({ of: answer }: { of: Answer }) {
  const pinned = pins.use();
  const best = linesOf(answer).flatMap((line) => (line.evidence[0] ? [line.evidence[0].id] : []));
  const fresh = [...new Set(best)].filter((id) => !pinned.includes(id));
  if (fresh.length === 0) return null;
  return (
    <button type="button" className="button" onClick={() => pins.set([...pinned, ...fresh])}>
      Pin all
    </button>
  );
}

function summary(answer: Answer): string {
  if (answer.path) return count(answer.path.paths.length, 'way');
  if (answer.rows) return [count(answer.rows.length, 'row'), answer.unnamed?.length && `${answer.unnamed.length} with one side unnamed`].filter(Boolean).join(', ');
  if (answer.timeline) return count(answer.timeline.entries.length, 'position');
  const list = answer.figures ?? answer.claims ?? answer.statements ?? answer.disputes;
  return list ? `${list.totalCount.toLocaleString('en')} found` : '';
}

/** The queries behind the answer, to read. */
function Sources({ of: answer }: { of: Answer }) {
  return (
    <details className="noprint queries">
      <summary>The queries behind this answer</summary>
      <h3>GraphQL</h3>
      <pre tabIndex={0}>{answer.graphql}</pre>
      <h3>Cypher</h3>
      <pre tabIndex={0}>{answer.cypher}</pre>
    </details>
  );
}

/** What could not be read as a question is searched for. */
function NotRead({ error, q, again }: { error: Error; q: string; again: () => void }) {
  const unread = error instanceof ApiError && error.code === 'INVALID_INPUT';
  const { params } = useParams();
  const narrowed = [...filterNames, 'reading', 'actorId', 'targetId'].some((name) => params.get(name));
  return (
    <>
      <h1>
        <bdi>{q}</bdi>
      </h1>
      <Failure error={error} again={again} />
      {unread && (
        <>
          {narrowed && (
            <p>
              <Link href={to.answer(q)}>Ask it without what narrows it</Link>
            </p>
          )}
          <p className="row">
            {nearest(error.message).map((question) => (
              <Link key={question} className="chip" href={to.answer(question)}>
                {question}
              </Link>
            ))}
          </p>
          <Nearest query={error.search ?? q} />
        </>
      )}
    </>
  );
}

/** What is shown where nothing answers: no answer, but what comes nearest to the words. */
function Nearest({ query }: { query: string }) {
  if (!query) return null;
  return (
    <section>
      <h2>No answer, but what has most of these words</h2>
      <FindList query={query} />
    </section>
  );
}

/** Whether nothing answers the question. */
function isEmpty(answer: Answer): boolean {
  const lists = [answer.rows, answer.unnamed, answer.path?.paths, answer.timeline?.entries];
  const pages = [answer.figures, answer.claims, answer.statements, answer.disputes];
  return !answer.actor && lists.every((list) => !list?.length) && pages.every((page) => !page?.totalCount);
}

/** nearest takes the questions that an error names. */
function nearest(message: string): string[] {
  return [...message.matchAll(/"([^"]+\?)"/g)].map((m) => m[1]!);
}
