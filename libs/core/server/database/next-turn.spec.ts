import { setTimeout as sleep } from 'node:timers/promises';
import { askedNext } from './next-turn';

it('who asks while an answer is on its way is given the next one, together with all who wait; a failure is theirs alone', async () => {
  let asked = 0;
  const ask = askedNext(async () => {
    asked += 1;
    const mine = asked;
    await sleep(5);
    if (mine === 2) throw new Error('the second');
    return mine;
  });
  const first = ask();
  await sleep(1);
  const waiting = Promise.allSettled([ask(), ask(), ask()]);
  expect(await first).toBe(1);
  await sleep(1);
  const last = [ask(), ask()];

  expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await Promise.all(last)).toEqual([3, 3]);
  expect(asked).toBe(3);
});
