import { useParams } from '../app/address.ts';
import { useTitle } from '../parts/title.ts';
import { FindList } from './find-list.tsx';

/** Everything that holds the words of the address. */
export function FindPage() {
  const { get } = useParams();
  const q = get('q').trim();
  useTitle(q);
  return (
    <>
      <h1>
        Found for <bdi>{q}</bdi>
      </h1>
      {q && <FindList query={q} />}
    </>
  );
}
