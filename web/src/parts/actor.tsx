import { Link } from 'wouter';
import { to } from '../app/address.ts';
import type { ActorRefFragment } from '../gql/graphql.ts';

const shapes: Record<string, string> = {
  Person: 'M8 2a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 0 1 8 2ZM2.5 14a5.5 4.8 0 0 1 11 0Z',
  Organization: 'M2.5 2.5h11v11h-11Z',
  Place: 'M8 1.5 14.5 14h-13Z',
  Article: 'M3.5 1.5h9v13h-9ZM5.5 4.5h5M5.5 7h5M5.5 9.5h3',
  Predicate: 'M2 8h9M8 4l4 4-4 4',
};

/** The shape of a kind of thing, so that colour is not the only sign of it. */
export function Shape({ of }: { of: string }) {
  return (
    <svg className={`shape ${of.toLowerCase()}`} viewBox="0 0 16 16" role="img" aria-label={of.toLowerCase()}>
      <path d={shapes[of] ?? shapes.Organization} />
    </svg>
  );
}

/** An actor's name, which opens its page. */
export function Actor({ of, plain }: { of: ActorRefFragment; plain?: boolean }) {
  return (
    <Link href={to.actor(of.id)} className={`actor ${of.__typename.toLowerCase()}`} title={of.kind ?? undefined}>
      {!plain && <Shape of={of.__typename} />}
      <bdi>{of.name}</bdi>
    </Link>
  );
}

/** Several actors, with commas between them. */
export function Actors({ of }: { of: ActorRefFragment[] }) {
  return of.map((a, i) => (
    <span key={a.id}>
      {i > 0 && ', '}
      <Actor of={a} plain />
    </span>
  ));
}
