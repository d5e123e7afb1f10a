import { expect, test } from 'vitest';
import { together } from './together.ts';

test('what is asked in one tick goes out together, in groups that are alike and not too large', async () => {
  const asked: string[] = [];
  const ask = together(
    3,
    (key: string) => key[0]!,
    (keys) => (asked.push(keys.join()), Promise.resolve(keys.map((key) => key.toUpperCase()))),
  );
  expect(await Promise.all(['a1', 'b1', 'a2', 'a3', 'a4'].map(ask))).toEqual(['A1', 'B1', 'A2', 'A3', 'A4']);
  expect(asked).toEqual(['a1,a2,a3', 'a4', 'b1']);
  expect(await ask('a5')).toBe('A5');
});

test('when a request fails, all that it asked for fails, and nothing else', async () => {
  const ask = together(2, () => '', (keys: number[]) => (keys.includes(1) ? Promise.reject(new Error('no')) : Promise.resolve(keys)));
  const all = await Promise.allSettled([1, 2, 3].map(ask));
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});
