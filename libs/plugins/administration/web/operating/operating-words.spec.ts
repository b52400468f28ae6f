import { isLate, migrationWords, outcomeWords, riskWords, roleWords, waitingWords } from './operating-words';

it('says how much waits, and no more than the hub counts', () => {
  expect([0, 1, 7, 10_000].map((count) => waitingWords(count, 'letter'))).toEqual([
    ...['Nothing', '1 letter', '7 letters', '10,000 letters or more'],
  ]);
});

it('what has waited for five minutes is late', () => {
  const now = '2026-11-29T12:00:00.000Z';

  expect([null, '2026-11-29T11:56:00.000Z', '2026-11-29T11:54:00.000Z'].map((at) => isLate(at, now))).toEqual([
    ...[false, false, true],
  ]);
});

it('says how scheduled work went', () => {
  expect(outcomeWords({ doneAt: null, failures: 0 })).toBe('Not done yet');
  expect(outcomeWords({ doneAt: '2026-11-29T11:00:00.000Z', failures: 0 })).toBe('Done');
  expect(outcomeWords({ doneAt: '2026-11-29T11:00:00.000Z', failures: 2 })).toBe('Failed 2 times, and is tried again');
});

it('says what the death of a machine may cost, and what to do about it (R4)', () => {
  expect(riskWords([])).toBe('Nothing that was acknowledged is lost');
  expect(riskWords(['fsync', 'synchronous_commit'])).toBe(
    'What was acknowledged may be lost: PostgreSQL has fsync, synchronous_commit off. Switch on what is off',
  );
});

it('says what a process does and which change of the database was made last', () => {
  expect([roleWords('worker'), roleWords('new')]).toEqual(['Work', 'new']);
  expect(migrationWords('ListInstances1900000001772')).toBe('List instances (1900000001772)');
});
