import { inLines } from './log-lines';

it('a person at a terminal reads a problem in one line, with its places below', () => {
  const json = JSON.stringify({
    ...{ level: 'error', time: '2026-11-29T01:00:00.000Z', request: 'a-request', what: 'A request failed' },
    error: { type: 'TypeError', message: 'two words', stack: '    at here (x.ts:1)\n    at there (y.ts:2)' },
  });

  expect(inLines(json)).toBe(
    '2026-11-29T01:00:00.000Z error A request failed request=a-request type=TypeError message="two words"\n' +
      '    at here (x.ts:1)\n    at there (y.ts:2)\n',
  );
});
