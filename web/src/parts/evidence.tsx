import { Link } from 'wouter';
import { to } from '../app/address.ts';
import type { ActorRefFragment, CitedFragment } from '../gql/graphql.ts';
import { Actor } from './actor.tsx';
import { cueWords, inContext, original } from './citation.ts';
import { CiteMenu } from './cite.tsx';
import { Day } from './day.tsx';
import { PinButton } from './pin.tsx';
import { count, kindWords, modalityWords } from './words.ts';

/** The words of a statement as a quotation; those that commit to less than an assertion look weaker. */
export function Quote({ of }: { of: CitedFragment }) {
  const looks = ['quote', of.statementKind === 'NARRATED' && 'narrated', of.modality !== 'ASSERTED' && 'weak'].filter(Boolean).join(' ');
  return (
    <blockquote className={looks} dir="auto" cite={of.article.url ?? undefined}>
      {of.quote.exact}
    </blockquote>
  );
}

/** Who said it, in which words of the article's, through which channels, in which outlet, and when. */
export function Attribution({ of }: { of: CitedFragment }) {
  return (
    <p className="attribution">
      <Step role="speaker">{of.speaker ? <Actor of={of.speaker} /> : <Unnamed of={of} />}</Step>
      {of.cue.length > 0 && <em className="cue"> {cueWords(of)}</em>}
      {of.via.map((channel) => (
        <Step key={channel.id} role="channel" after>
          <Named of={channel} />
        </Step>
      ))}
      {of.article.publisher && (
        <Step role="outlet" after>
          <Named of={of.article.publisher} />
        </Step>
      )}
      {of.date && (
        <>
          {' · '}
          <Day of={of.date} />
        </>
      )}
    </p>
  );
}

function Step({ role, after, children }: { role: 'speaker' | 'channel' | 'outlet'; after?: boolean; children: React.ReactNode }) {
  return (
    <span className={`step ${role}`}>
      {after && <span aria-hidden="true"> → </span>}
      <span className="unseen">{role}: </span>
      {children}
    </span>
  );
}

function Named({ of }: { of: ActorRefFragment }) {
  return <Actor of={of} plain />;
}

function Unnamed({ of }: { of: CitedFragment }) {
  if (of.statementKind === 'NARRATED') return <span className="soft">the article itself</span>;
  return <span className="soft">{of.source[0]?.text ?? 'a speaker whom nobody names'}</span>;
}

/** What a reader should know before taking the words for more than they are. Nothing is shown of a plain assertion. */
function Weights({ of }: { of: CitedFragment }) {
  return (
    <>
      {of.statementKind !== 'SPEECH' && <span className="tag">{kindWords[of.statementKind]}</span>}
      {of.modality !== 'ASSERTED' && <span className="tag weak">{modalityWords[of.modality]}</span>}
      {of.confidence !== null && of.confidence < 0.7 && <span className="tag weak">read with {Math.round(of.confidence * 100)} % confidence</span>}
      {of.status !== 'CURRENT' && <span className="tag contested">{of.status.toLowerCase()}</span>}
      {of.review === 'ACCEPTED' && <span className="tag">checked</span>}
      {of.review === 'REJECTED' && <span className="tag contested">rejected as misread</span>}
    </>
  );
}

/** One statement: its words, who said them, and the ways on: into the stored article, to the original, to a citation. */
export function Evidence({ of, children }: { of: CitedFragment; children?: React.ReactNode }) {
  const url = original(of);
  return (
    <article className="evidence">
      <Quote of={of} />
      <Attribution of={of} />
      <div className="row small ways">
        <Weights of={of} />
        {children}
        <Link href={to.statement(of.article.id, of.id)}>in context</Link>
        {url && (
          <a href={url} rel="noreferrer">
            original
          </a>
        )}
        <CiteMenu of={of} />
        <PinButton of={of} />
        <span className="printed">{inContext(of, location.origin)}</span>
      </div>
    </article>
  );
}

/** byOrigin puts copies of one article together, the first of each origin first. */
export function byOrigin(statements: CitedFragment[]): CitedFragment[][] {
  const groups = new Map<string, CitedFragment[]>();
  for (const one of statements) groups.set(one.article.originId, [...(groups.get(one.article.originId) ?? []), one]);
  return [...groups.values()];
}

/** A list of statements by independent origin; more of one origin are folded under its first. */
export function EvidenceList({ of, open = 3 }: { of: CitedFragment[]; open?: number }) {
  const groups = byOrigin(of);
  return (
    <div className="evidence-list">
      {groups.slice(0, open).map((group) => (
        <Origin key={group[0]!.id} of={group} />
      ))}
      {groups.length > open && (
        <details>
          <summary>{count(groups.length - open, 'more origin')}</summary>
          {groups.slice(open).map((group) => (
            <Origin key={group[0]!.id} of={group} />
          ))}
        </details>
      )}
    </div>
  );
}

function Origin({ of }: { of: CitedFragment[] }) {
  const [first, ...rest] = of;
  return (
    <div>
      <Evidence of={first!} />
      {rest.length > 0 && (
        <details className="copies">
          <summary>{count(rest.length, 'more statement')} of the same origin</summary>
          {rest.map((one) => (
            <Evidence key={one.id} of={one} />
          ))}
        </details>
      )}
    </div>
  );
}
