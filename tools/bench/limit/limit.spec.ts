/** The figures of the bench: how samples become medians, ratios and verdicts, and the tables that docs show. */
import { differenceOf } from './equal.mjs';
import { fanOutVerdicts, growthVerdicts, processVerdicts, workloadVerdicts } from './goals.mjs';
import { readFileSync } from 'node:fs';
import { optionsIn } from './options.mjs';
import { withTables } from './page.mjs';
import { kept } from './results.mjs';
import { perRequest } from './rounds.mjs';
import { quantile, shuffled } from './statistics.mjs';
import { summed } from './statements.mjs';
import { summary } from './summary.mjs';
import { figure, tableOf } from './table.mjs';

describe('the figures of a sample', () => {
  it('a quantile is the value below which that share lies', () => {
    const sorted = Float64Array.from({ length: 100 }, (_, n) => n);

    expect([0, 0.5, 0.99, 1].map((share) => quantile(sorted, share))).toEqual([0, 50, 99, 99]);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('the order of a round is any of all, and loses nobody', () => {
    const rolls = [0.9, 0];
    expect(shuffled(['a', 'b', 'c'], () => rolls.shift() ?? 0)).toEqual(['b', 'a', 'c']);
    expect(shuffled(['a', 'b', 'c', 'd']).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('says what one request took, and what others took of the machine meanwhile', () => {
    const cpu = { server: 500, postgres: 250, client: 250, all: 1500 };

    expect(perRequest({ count: 1000, failed: 0, elapsed: 1000, p50: 1, p99: 2, cpu })).toEqual({
      ...{ rps: 1000, p50: 1, p99: 2, serverMs: 0.5, postgresMs: 0.25, failed: 0, others: 0.5 },
    });
  });

  it('what cannot be told is null, not nothing', () => {
    const cpu = { server: null, postgres: null, client: null, all: null };

    expect(perRequest({ count: 10, failed: 10, elapsed: 1000, p50: 1, p99: 2, cpu })).toMatchObject({
      ...{ serverMs: null, postgresMs: null, failed: 0.5, others: null },
    });
  });
});

describe('statements of an operation', () => {
  it('counts what ran with the operations, not what the hub does beside them', () => {
    const row = { buffers: 300 };

    const { statements, buffers } = summed(
      [
        { ...row, calls: 30 },
        { ...row, calls: 15 },
        { ...row, calls: 15 },
        { ...row, calls: 1 },
      ],
      30,
    );

    expect([statements, buffers]).toEqual([2, 30]);
  });
});

const sideOf = (rps: number, ms: number | null) => ({
  rps,
  p50: 10,
  p99: 40,
  serverMs: ms,
  postgresMs: ms,
  failed: 0,
  others: 0,
});
const pairsOf = (...rounds: [number, number][]) =>
  rounds.map(([hub, raw]) => ({ hub: sideOf(hub, 1), raw: sideOf(raw, 0.5) }));

describe('goals', () => {
  it('a ratio is taken inside a round, and its median counts: a slow round slows both', () => {
    const { throughput, cpu } = summary(pairsOf([50, 100], [5, 10], [60, 100]));

    expect([throughput, cpu]).toEqual([0.5, 2]);
  });

  const of = (pairs: ReturnType<typeof pairsOf>, counted: object | null) =>
    workloadVerdicts({ id: 'W1', summary: summary(pairs), counted: counted && { hub: counted } });

  it('each is met, met as far as one would wish, or not', () => {
    const said = of(pairsOf([50, 100]), { statements: 1.004, buffers: 250 });

    expect(said.map(({ goal, verdict }) => `${goal}: ${verdict}`)).toEqual([
      'throughput, × raw: must',
      'CPU, × raw: must',
      'statements: must',
      'not answered, share: must',
      'p99, ms: must',
      'p99 / p50: must',
      'buffers: NO',
    ]);
    expect(of(pairsOf([61, 100]), null)[0]?.verdict).toBe('stretch');
    expect(of(pairsOf([41, 100]), null)[0]?.verdict).toBe('NO');
  });

  it('is not said to be met where it could not be measured', () => {
    const said = of([{ hub: sideOf(50, null), raw: sideOf(100, null) }] as never, null);

    expect(said.filter(({ verdict }) => verdict === 'unknown').map(({ goal }) => goal)).toEqual([
      ...['CPU, × raw', 'statements', 'buffers'],
    ]);
    expect(processVerdicts({ startMs: 1400, residentMb: null }).map(({ verdict }) => verdict)).toEqual([
      ...['must', 'unknown'],
    ]);
  });

  it('a crowd is told fast enough, and nobody waits for it: the last of ten thousand has a goal of its own', () => {
    const row = { rate: 60_000, ratio: 0.8, cpu: 20, last: 240, stall: 10, grown: 40 };

    const said = fanOutVerdicts([
      { ...row, size: 2000 },
      { ...row, size: 10_000 },
    ]);

    expect(said).toHaveLength(11);
    expect(said.filter(({ verdict }) => verdict === 'NO').map(({ goal }) => goal)).toEqual([
      ...['hub CPU of one, µs', 'hub CPU of one, µs'],
    ]);
  });

  it('what grows with the network is told of the smallest beside the largest', () => {
    const at = (rps: number, ms: number) => ({
      measured: [{ id: 'W1', summary: summary([{ hub: sideOf(rps, ms), raw: sideOf(rps, ms) }]) }],
    });

    expect(growthVerdicts(at(100, 1), at(80, 1.5)).map(({ reached, verdict }) => [reached, verdict])).toEqual([
      [1.5, 'NO'],
      [0.8, 'must'],
    ]);
  });
});

describe('the same answer', () => {
  it('is equal field by field, whatever the order of fields and however a moment is written', () => {
    const hub = { a: [{ at: '2016-01-01T09:00:00.000Z', n: 1 }], endCursor: 'x' };

    expect(differenceOf(hub, { a: [{ n: 1, at: '2016-01-01T10:00:00+01:00' }] }, ['endCursor'])).toBeNull();
  });

  it.each([
    ['a value', { a: [{ n: 2 }] }, 'data.a[0].n: the hub gives 1, raw SQL 2'],
    ['a missing row', { a: [] }, 'data.a: the hub gives 1, raw SQL 0'],
    ['a field that one side lacks', { a: [{}] }, 'data.a[0].n: the hub gives 1, raw SQL undefined'],
    ['nothing at all', null, 'data: the hub gives {"a":[{"n":1}]}, raw SQL null'],
  ])('is told by where it differs: %s', (_what, raw, sentence) => {
    expect(differenceOf({ a: [{ n: 1 }] }, raw)).toBe(sentence);
  });
});

describe('what may be said behind the command', () => {
  const known = ['W1', 'W2'];

  it('is all of it by default, in a middling network', () => {
    expect(optionsIn([], known)).toEqual({ size: 'mid', only: known, rounds: 4, seconds: 2 });
    expect(optionsIn(['--only', 'w2', '--size', 'big', '--rounds', '6', '--seconds', '0.5'], known)).toEqual({
      ...{ size: 'big', only: ['W2'], rounds: 6, seconds: 0.5 },
    });
  });

  it.each([[['--only', 'W9']], [['--size', 'huge']], [['--rounds', 'none']], [['--fast']]])(
    '%j is refused in a sentence',
    (args) => {
      expect(() => optionsIn(args, known)).toThrow(/\.$/);
    },
  );
});

describe('tables', () => {
  it('are Markdown with figures that people can read', () => {
    expect(tableOf(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
    expect([0.123, 12.345, 1234.5, null].map(figure)).toEqual(['0.12', '12.3', '1,235', '–']);
  });
});

describe('the page', () => {
  const page = readFileSync('docs/performance.md', 'utf8');
  const plain = (text: string) => text.replaceAll(/-{3,}/g, '---').replaceAll(/[ \n]+/g, ' ');

  it('shows the figures of the files, and no others', () => {
    expect(plain(withTables(page, kept()))).toBe(plain(page));
  });

  it('is not made where it has no place for them', () => {
    expect(() => withTables('A page.', [])).toThrow('no place for the tables');
  });
});
