import fc from 'fast-check';
import { mergedOrder, mergedParts, proposalFor, threeWays, undecided, type Chosen, type ThreeWay } from './merge.rules';

const same = (one: string | null, other: string | null) => (one ?? '').trim() === (other ?? '').trim();
const text = fc.option(fc.constantFrom('Nurses', 'Carers', 'Both', 'Nurses '), { nil: null });
const parts = fc
  .uniqueArray(fc.record({ key: fc.string({ minLength: 1, maxLength: 3 }), base: text, theirs: text, ours: text }), {
    selector: ({ key }) => key,
    maxLength: 8,
  })
  .map((list): ThreeWay<string>[] => list);
const all = (list: readonly ThreeWay<string>[], choice: 'KEEP' | 'TAKE') =>
  new Map(list.map(({ key }): [string, Chosen<string>] => [key, { choice }]));
const of = (list: readonly ThreeWay<string>[], side: 'theirs' | 'ours') =>
  new Map(list.map((part) => [part.key, part[side]]));

describe('What is proposed for a part', () => {
  it.each([
    ['theirs, where only the source changed it', 'a', 'b', 'a', 'TAKE'],
    ['theirs, where the source alone left it out', 'a', null, 'a', 'TAKE'],
    ['ours, where only the site changed it', 'a', 'a', 'b', 'KEEP'],
    ['ours, where both changed it to the same', 'a', 'b', 'b', 'KEEP'],
    ['ours, where nobody changed it', 'a', 'a', 'a', 'KEEP'],
    ['nothing, where both changed it', 'a', 'b', 'c', null],
    ['nothing, where the source changed what the site left out', 'a', 'b', null, null],
    ['nothing, where both added their own', null, 'b', 'c', null],
  ] as const)('is %s', (_words, base, theirs, ours, proposal) => {
    expect(proposalFor({ key: 'who', base, theirs, ours }, same)).toBe(proposal);
  });
});

describe('A merge of three texts', () => {
  it('that takes theirs everywhere is theirs', () => {
    fc.assert(
      fc.property(parts, (list) => {
        expect(mergedParts(list, all(list, 'TAKE'), same)).toEqual(of(list, 'theirs'));
      }),
    );
  });

  it('that keeps ours everywhere is ours', () => {
    fc.assert(
      fc.property(parts, (list) => {
        expect(mergedParts(list, all(list, 'KEEP'), same)).toEqual(of(list, 'ours'));
      }),
    );
  });

  it('loses nothing of either side: what one of them alone changed is in it, and what both changed is asked about', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const merged = mergedParts(list, new Map(), same);
        const asked = undecided(list, new Map(), same);
        for (const part of list) {
          const { key, base, theirs, ours } = part;
          const changed = [theirs, ours].filter((value) => !same(base, value));
          if (changed.length === 2 && !same(theirs, ours)) expect(asked).toContain(key);
          else for (const value of changed) expect(same(merged.get(key) ?? null, value)).toBe(true);
          if (changed.length === 0) expect(same(merged.get(key) ?? null, base)).toBe(true);
        }
      }),
    );
  });

  it('holds what was put together by hand', () => {
    const [part] = threeWays({ base: [], theirs: [{ key: 'who' }], ours: [] });
    const choices = new Map([['who', { choice: 'COMBINE' as const, combined: { key: 'who', body: 'Both' } }]]);

    expect(mergedParts(part ? [part] : [], choices, () => false).get('who')).toEqual({ key: 'who', body: 'Both' });
  });
});

describe('The order of a merged list', () => {
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
  const base = ['a', 'b', 'c'];

  it('is ours where ours was kept everywhere, and theirs where theirs was taken everywhere', () => {
    fc.assert(
      fc.property(keys, keys, keys, (before, theirs, ours) => {
        const orders = { base: before, theirs, ours };
        expect(mergedOrder(new Set(ours), orders, 'KEEP')).toEqual(ours);
        expect(mergedOrder(new Set(theirs), orders, 'TAKE')).toEqual(theirs);
      }),
    );
  });

  it('holds each once, whoever has it', () => {
    fc.assert(
      fc.property(keys, keys, keys, (before, theirs, ours) => {
        const merged = new Set([...theirs, ...ours]);
        expect([...mergedOrder(merged, { base: before, theirs, ours }, null)].sort()).toEqual([...merged].sort());
      }),
    );
  });

  it.each([
    ['theirs, where they alone put it in another order', ['c', 'a', 'b'], ['a', 'b', 'c'], ['c', 'a', 'b']],
    ['ours, where we alone did', ['a', 'b', 'c'], ['b', 'a', 'c'], ['b', 'a', 'c']],
    ['ours, where both did', ['c', 'a', 'b'], ['b', 'a', 'c'], ['b', 'a', 'c']],
    ['ours, with what is new in theirs after what it follows there', ['a', 'n', 'b', 'c'], base, ['a', 'n', 'b', 'c']],
    ['ours, with what is new in theirs at the top', ['n', 'a', 'b', 'c'], ['x', ...base], ['n', 'x', 'a', 'b', 'c']],
    [
      'theirs, with what is new in ours after what it follows there',
      ['c', 'a', 'b'],
      ['a', 'x', 'b', 'c'],
      ['c', 'a', 'x', 'b'],
    ],
  ])('is %s', (_words, theirs, ours, order) => {
    expect(mergedOrder(new Set([...theirs, ...ours]), { base, theirs, ours }, null)).toEqual(order);
  });
});
