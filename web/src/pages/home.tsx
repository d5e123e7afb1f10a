import { Link } from 'wouter';
import { useAsk } from '../api/query.ts';
import { to } from '../app/address.ts';
import { AskBox } from '../ask/box.tsx';
import { HomeDocument, type HomeQuery } from '../gql/graphql.ts';
import { Actor } from '../parts/actor.tsx';
import { ArticleLine } from '../parts/articles.tsx';
import { Answered } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { count } from '../parts/words.ts';

/** The start page: the box first, then what the graph holds. */
export function HomePage() {
  useTitle('');
  const query = useAsk(HomeDocument, {});
  return (
    <>
      <div className="hero">
        <h1>Who said what, on whose say-so</h1>
        <AskBox large />
        <p className="soft small">A question, a name, or the words of a quote. Press / to come back here from anywhere.</p>
      </div>
      <Answered query={query}>{(home) => (home.articles?.totalCount ? <Holdings of={home} /> : <Empty />)}</Answered>
    </>
  );
}

function Empty() {
  return (
    <div className="notice">
      <h2>The graph is empty</h2>
      <p>
        <Link href="/bring">Bring articles in</Link> by pasting or dropping them, or from a terminal with <code>sayso ingest FILE…</code>. Started without{' '}
        <code>--no-sample</code>, the server fills an empty graph with sample articles.
      </p>
    </div>
  );
}

type ActiveActor = NonNullable<NonNullable<HomeQuery['claims']>['nodes'][number]['subject']>;

/** So many actors are shown as active. */
const mostActive = 8;

/** active gives those who did most in the latest claims. */
function active(home: HomeQuery): ActiveActor[] {
  const counts = new Map<string, { actor: ActiveActor; n: number }>();
  for (const { subject } of home.claims?.nodes ?? []) {
    if (!subject) continue;
    const entry = counts.get(subject.id) ?? { actor: subject, n: 0 };
    entry.n++;
    counts.set(subject.id, entry);
  }
  return [...counts.values()].sort((a, b) => b.n - a.n).slice(0, mostActive).map(({ actor }) => actor);
}

/** questions about actors that the graph knows, made from the two most active. */
function questions([a, b]: ActiveActor[]): string[] {
  if (!a) return [];
  return [`What did ${a.name} do?`, b && `What did ${a.name} say about ${b.name}?`, b && `How are ${a.name} and ${b.name} connected?`, 'What is disputed?'].filter((q) => q !== undefined);
}

function Holdings({ of: home }: { of: HomeQuery }) {
  const actors = active(home);
  return (
    <>
      <p className="row starters">
        {questions(actors).map((q) => (
          <Link key={q} href={to.answer(q)} className="chip">
            {q}
          </Link>
        ))}
      </p>
      <div className="columns">
        <section>
          <h2>Latest of {count(home.articles?.totalCount ?? 0, 'article')}</h2>
          <ul className="stack">
            {home.articles?.nodes.map((a) => (
              <li key={a.id}>
                <ArticleLine of={a} /> <span className="soft small">· {count(a.statements.totalCount, 'statement')}</span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>Active lately, of {count(home.actors?.totalCount ?? 0, 'actor')}</h2>
          <ul>
            {actors.map((a) => (
              <li key={a.id}>
                <Actor of={a} /> <span className="soft small">{a.description ?? a.kind}</span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{count(home.disputes?.totalCount ?? 0, 'dispute')}</h2>
          <ul className="stack">
            {home.disputes?.nodes.map((d) => (
              <li key={d.id}>
                {d.sides.map((s, i) => (
                  <span key={s.claim.id}>
                    {i > 0 && <span className="tag contested">against</span>} <Link href={to.claim(s.claim.id)}>{s.claim.text}</Link>{' '}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
