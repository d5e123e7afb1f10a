/**
 * Asks for the same of several things in one request: what is asked for in one tick goes out together, at most size things at a time.
 * Each still has an answer of its own, so that it is kept, and asked for again, by itself. Only what is alike can go together.
 */
export function together<K, A>(size: number, alike: (key: K) => string, ask: (keys: K[]) => Promise<A[]>): (key: K) => Promise<A> {
  let waiting: { key: K; answer: (a: A) => void; fail: (reason: unknown) => void }[] = [];

  function send() {
    const groups = new Map<string, typeof waiting>();
    for (const one of waiting) groups.set(alike(one.key), [...(groups.get(alike(one.key)) ?? []), one]);
    waiting = [];
    for (const group of groups.values()) {
      for (let at = 0; at < group.length; at += size) {
        const some = group.slice(at, at + size);
        ask(some.map(({ key }) => key)).then(
          (answers) => some.forEach((one, i) => one.answer(answers[i]!)),
          (reason: unknown) => some.forEach((one) => one.fail(reason)),
        );
      }
    }
  }

  return (key) =>
    new Promise<A>((answer, fail) => {
      if (waiting.push({ key, answer, fail }) === 1) queueMicrotask(send);
    });
}
