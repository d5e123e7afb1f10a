import { Link } from 'wouter';
import { to } from '../app/address.ts';
import type { ArticleRefFragment } from '../gql/graphql.ts';
import { Shape } from './actor.tsx';
import { Day } from './day.tsx';

/** An article in one line: title, outlet, day. */
export function ArticleLine({ of }: { of: ArticleRefFragment }) {
  return (
    <span>
      <Shape of="Article" />
      <Link href={to.article(of.id)}>
        <bdi>{of.title ?? 'Untitled article'}</bdi>
      </Link>{' '}
      <span className="soft small">
        {of.publisher?.name}
        {of.publishedAt && (
          <>
            {' · '}
            <Day of={of.publishedAt} />
          </>
        )}
      </span>
    </span>
  );
}
