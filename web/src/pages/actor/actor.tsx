import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Link } from 'wouter';
import { useAsk } from '../../api/query.ts';
import { address, to, useParams } from '../../app/address.ts';
import { ActorDocument, type ActorQuery } from '../../gql/graphql.ts';
import { Shape } from '../../parts/actor.tsx';
import { Day } from '../../parts/day.tsx';
import { DaySlider } from '../../parts/day-slider.tsx';
import { Answered } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.ts';
import { FilterForm } from '../answer/filter-form.tsx';
import { MissingPage } from '../missing.tsx';
import { Identity } from './identity.tsx';
import { Deeds, DisputesOf, NamedIn, Neighbours, Said, SaidOf } from './lists.tsx';
import { OverTime } from './time.tsx';

export type ActorWhole = NonNullable<ActorQuery['actor']>;

/** An actor: who it is and on whose word, what it said, what was said of it, what it did and what was done to it. */
export function ActorPage({ id }: { id: string }) {
  const query = useAsk(ActorDocument, { id });
  return <Answered query={query}>{(answer) => (answer.actor ? <Whole actor={answer.actor} answer={answer} /> : <MissingPage what="The graph has no actor at this address." />)}</Answered>;
}

function Whole({ actor, answer }: { actor: ActorWhole; answer: ActorQuery }) {
  useTitle(actor.name);
  return (
    <>
      <h1>
        <Shape of={actor.__typename} />
        <bdi>{actor.name}</bdi>
      </h1>
      <p className="row">
        <span>{[actor.kind, actor.description].filter(Boolean).join(' · ') || actor.__typename.toLowerCase()}</span>
        {actor.wikidataId && <span className="tag">{actor.wikidataId}</span>}
        <Link href={address('/answer', { q: `Who is ${actor.name}?`, actorId: actor.id })}>on whose word</Link>
        <Link href={to.graph({ actor: actor.id })}>graph</Link>
        <Link href={address('/compare', { actor: actor.id })}>compare</Link>
      </p>
      <Ratings of={actor.ratings} />
      {actor.aliases.length > 0 && (
        <p className="soft small">
          Also{' '}
          {actor.aliases.map((name, i) => (
            <span key={name}>
              {i > 0 && ', '}
              <bdi>{name}</bdi>
            </span>
          ))}
        </p>
      )}
      <Sections actor={actor} answer={answer} />
    </>
  );
}

/** How far people think that it can be relied on as a source, with who thinks so and why. */
function Ratings({ of }: { of: ActorWhole['ratings'] }) {
  return of.map((r) => (
    <p key={`${r.by}${r.at}`} className="small">
      <span className="tag">rated {r.grade}</span> {r.reason}{' '}
      <span className="soft">
        {r.by} · <Day of={r.at.slice(0, 10)} />
      </span>
    </p>
  ));
}

interface Section {
  id: string;
  label: string;
  n: number | null; // how many there are; null where that is no number
  filters?: readonly string[]; // by what its list can be narrowed
  panel: React.ReactNode;
}

const all = ['since', 'asOf', 'knownAt', 'via'] as const;

function Sections({ actor, answer }: { actor: ActorWhole; answer: ActorQuery }) {
  const { get, change } = useParams();
  const tabs: Section[] = [
    { id: 'said', label: 'Said', n: actor.said.totalCount, filters: all, panel: <Said id={actor.id} /> },
    { id: 'said-of', label: 'Said of', n: answer.saidOf?.totalCount ?? 0, filters: all, panel: <SaidOf id={actor.id} /> },
    { id: 'did', label: 'Did', n: actor.did.totalCount, filters: all, panel: <Deeds id={actor.id} side="subject" /> },
    { id: 'done-to', label: 'Was done to', n: actor.undergone.totalCount, filters: all, panel: <Deeds id={actor.id} side="object" /> },
    { id: 'time', label: 'Over time', n: null, filters: all, panel: <OverTime id={actor.id} /> },
    { id: 'with', label: 'Connected with', n: answer.neighbours?.totalCount ?? 0, filters: all, panel: <Neighbours id={actor.id} /> },
    { id: 'disputes', label: 'Disputes', n: answer.disputes?.totalCount ?? 0, filters: ['since', 'asOf'], panel: <DisputesOf id={actor.id} /> },
    { id: 'named', label: 'Articles', n: actor.named.totalCount, filters: all, panel: <NamedIn id={actor.id} /> },
    { id: 'identity', label: 'Why one actor', n: actor.judgements.totalCount, panel: <Identity of={actor} /> },
  ];
  const first = tabs.find((t) => (t.n ?? 0) > 0)?.id ?? 'said';
  return (
    <Tabs className="tabs" selectedKey={tabs.some((t) => t.id === get('tab')) ? get('tab') : first} onSelectionChange={(key) => change({ tab: String(key) })} keyboardActivation="manual">
      <TabList aria-label={`About ${actor.name}`} items={tabs}>
        {(t) => (
          <Tab id={t.id}>
            {t.label} {t.n !== null && <span className="number soft">{t.n.toLocaleString('en')}</span>}
          </Tab>
        )}
      </TabList>
      {tabs.map((t) => (
        <TabPanel key={t.id} id={t.id}>
          {t.filters && <FilterForm names={t.filters} too={t.id === 'said' ? 'stances' : 'none'} what="the list" />}
          {t.filters?.includes('knownAt') && <DaySlider param="knownAt" label="What was known by the end of" days={answer} />}
          {t.panel}
        </TabPanel>
      ))}
    </Tabs>
  );
}
