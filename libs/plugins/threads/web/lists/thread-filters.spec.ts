import { chosenFilters } from '@hub/ui';
import { filterOf, threadFilters, type ThreadScopes } from './thread-filters';

const nobody = { heard: null, unread: null };
const known = { heard: { unreadOnly: true }, unread: { pinned: false } };
const asked = (search: string, scopes: ThreadScopes = nobody) =>
  filterOf(chosenFilters(threadFilters(['falls'], search, scopes), search), scopes);

it('an address asks for care models, tags, lessons and support', () => {
  expect(asked('?model=MCP&tag=falls&lesson=4&lesson=8&enabler=5')).toEqual({
    ...{ modelTypes: ['MCP'], tags: ['falls'], lessons: [4, 8], enablers: [5] },
  });
});

it('a tag that nobody uses any more still narrows the list, and can be taken away', () => {
  expect(asked('?tag=forgotten')).toEqual({ tags: ['forgotten'] });
  expect(threadFilters(['falls'], '?tag=forgotten', nobody).find(({ name }) => name === 'tag')?.choices).toEqual([
    { value: 'falls', label: 'falls' },
    { value: 'forgotten', label: 'forgotten' },
  ]);
});

it('what no choice stands for is left out', () => {
  expect(asked('?lesson=99&kind=POEM')).toEqual({});
});

it('what is new, and what one follows, is what others know of the reader; unknown to them, it is no choice', () => {
  expect(asked('?show=followed', known)).toEqual(known.heard);
  expect(asked('?show=unread', known)).toEqual({ unreadOnly: true, pinned: false });
  expect(asked('?show=followed&show=unread')).toEqual({ unreadOnly: true });
});
