import { addressOfSaved } from './saved-address';
import { narrowingIn } from './search-filters';

const none = {
  kinds: [],
  modelTypes: [],
  stages: [],
  lessons: [],
  enablers: [],
  tags: [],
  changedFrom: null,
  changedBefore: null,
};

it('leads to the words and filters as the search page reads them', () => {
  const filters = {
    ...{ kinds: ['THREAD' as const], modelTypes: ['MCP', 'UEC'], stages: ['RUNNING'] },
    ...{ lessons: [4], enablers: [2], tags: ['night cover'] },
    ...{ changedFrom: '2026-03-28T00:00:00.000Z', changedBefore: '2026-06-30T23:00:00.000Z' },
  };
  const address = addressOfSaved({ text: 'falls & "night"', ...filters });

  expect(new URL(address, 'http://hub.example').searchParams.get('q')).toBe('falls & "night"');
  expect(narrowingIn(address.slice('/search'.length), ['THREAD'])).toEqual(filters);
});

it('is the words alone without filters', () => {
  expect(addressOfSaved({ text: 'falls', ...none })).toBe('/search?q=falls');
});
