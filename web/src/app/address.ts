import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';

/** The parameters of an address, flat and readable; several values of one name repeat it. An empty value takes the name out. */
export type Params = Record<string, string | string[] | undefined>;

/** address writes a path of this site with its parameters, always in the given order. */
export function address(path: string, params: Params = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one) search.append(name, one);
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export const to = {
  answer: (q: string) => address('/answer', { q }),
  find: (q: string) => address('/find', { q }),
  quote: (text: string) => address('/quote', { text }),
  actor: (id: string, params: Params = {}) => address(`/actor/${id}`, params),
  article: (id: string, params: Params = {}) => address(`/article/${id}`, params),
  statement: (article: string, statement: string) => address(`/article/${article}`, { statement }),
  claim: (id: string) => `/claim/${id}`,
  graph: (params: Params) => address('/graph', params),
};

/** The parameters of the present address, and a way to change some of them; the rest stays as it stands in the address. */
export function useParams() {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const change = useCallback(
    (changes: Params, options: { replace?: boolean } = {}) => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(changes)) {
        next.delete(name);
        for (const one of Array.isArray(value) ? value : [value]) if (one) next.append(name, one);
      }
      const text = next.toString();
      navigate(text ? `${path}?${text}` : path, options);
    },
    [search, path, navigate],
  );
  return { params, change, get: (name: string) => params.get(name) ?? '' };
}
