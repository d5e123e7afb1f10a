import type { TypedDocumentString } from '../gql/graphql.ts';

/** An error of the API in its own words; code is that of its extensions, or OFFLINE when the server did not answer. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly code: string,
    /** For a question that cannot be read: what to search for instead. */
    readonly search?: string,
  ) {
    super(message);
  }
}

interface Reply<R> {
  data?: R | null;
  errors?: { message: string; extensions?: { code?: string; search?: string } }[];
}

/** Sends one document. Any error of the answer is thrown, for a page that shows half of what was asked for misleads. */
export async function request<R, V>(document: TypedDocumentString<R, V>, variables: V, signal?: AbortSignal): Promise<R> {
  const reply = await post<R>({ query: document.toString(), variables }, signal);
  const error = reply.errors?.[0];
  if (error) throw new ApiError(error.message, error.extensions?.code ?? 'ERROR', error.extensions?.search);
  if (!reply.data) throw new ApiError('The server sent no data.', 'ERROR');
  return reply.data;
}

async function post<R>(body: unknown, signal?: AbortSignal): Promise<Reply<R>> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify(body),
      signal,
    });
  } catch (reason) {
    if (signal?.aborted) throw reason;
    throw new ApiError('The server does not answer. Is it running? This page tries again when you press the button.', 'OFFLINE');
  }
  try {
    return (await response.json()) as Reply<R>;
  } catch {
    throw new ApiError(`The server answered with ${response.status} and no JSON. Try again in a moment.`, 'OFFLINE');
  }
}
