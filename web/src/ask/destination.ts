import { request } from '../api/request.ts';
import { to } from '../app/address.ts';
import { NamesDocument } from '../gql/graphql.ts';

/** destination says which page is meant by what was typed: pasted words find their statement, a name opens its page, all else is asked. */
export async function destination(words: string): Promise<string> {
  if (inMarks.test(words)) return to.quote(words);
  if (!words.endsWith('?') && words.length <= longestName) {
    try {
      const { actor } = await request(NamesDocument, { name: words });
      if (actor) return to.actor(actor.id);
    } catch {
      // The page that it goes to says what is wrong with the server.
    }
  }
  return looksQuoted(words) ? to.quote(words) : to.answer(words);
}

/** Longer words, in code units, are no name: “General Staff of the Armed Forces of …” has some fifty. */
const longestName = 120;

const inMarks = /^["“„«‚‘「『”]/;

const asks = /^(who|whom|whose|what|when|where|which|why|how|did|does|do|is|are|was|were|has|have|had)\b/i;

/** looksQuoted reports whether words were pasted from a text: in quotation marks, or long and no question. */
export function looksQuoted(words: string): boolean {
  if (inMarks.test(words)) return true;
  return words.split(/\s+/).length >= 8 && !words.endsWith('?') && !asks.test(words);
}
