import { isNarrowed, narrowingIn, searchFilters } from './search-filters';

const known = ['THREAD', 'SITE'];
const count = (filter: 'KIND' | 'STAGE' | 'LESSON' | 'TAG', value: string, n: number, orMore = false) => ({
  ...{ filter, value, count: n, orMore },
});

describe('the choices', () => {
  it('say in words what they are and how many hits each has, in the order of the page', () => {
    const filters = searchFilters([count('STAGE', 'STOPPED', 2), count('KIND', 'THREAD', 12)], '?q=falls');

    expect(filters.map(({ name, choices }) => [name, choices[0]?.label])).toEqual([
      ['kind', 'Discussions (12)'],
      ['stage', 'Stopped (2)'],
    ]);
  });

  it('keep what the address asks for, also when it has no hits', () => {
    const [tag] = searchFilters([count('TAG', 'falls', 1)], '?tag=night&tag=falls');

    expect(tag?.choices.map(({ label }) => label)).toEqual(['falls (1)', 'night']);
  });

  it('say so where counting stopped', () => {
    const [kind] = searchFilters([count('KIND', 'THREAD', 1000, true)], '');

    expect(kind?.choices[0]?.label).toBe('Discussions (1,000 or more)');
  });

  it('name a lesson by its words', () => {
    expect(searchFilters([count('LESSON', '1', 3)], '')[0]?.choices[0]?.label).toMatch(/^[A-Z].* \(3\)$/);
  });
});

describe('what is asked for', () => {
  it('is what the address says, days as the moments at which they begin', () => {
    expect(
      narrowingIn(
        '?q=falls&kind=THREAD&model=MCP&stage=RUNNING&lesson=4&tag=night&from=2016-03-05&to=2016-03-06',
        known,
      ),
    ).toEqual({
      ...{ kinds: ['THREAD'], modelTypes: ['MCP'], stages: ['RUNNING'], lessons: [4], tags: ['night'] },
      ...{ changedFrom: '2016-03-05T00:00:00.000Z', changedBefore: '2016-03-07T00:00:00.000Z' },
    });
  });

  it('leaves out what cannot be asked', () => {
    expect(narrowingIn('?q=falls&kind=POEM&lesson=first&from=soon', known)).toEqual({});
    expect(isNarrowed('?q=falls&kind=POEM', known)).toBe(false);
    expect(isNarrowed('?q=falls&model=MCP', known)).toBe(true);
  });
});
