import { chosenFilters } from '@hub/ui';
import { filterOf, threadFilters } from './thread-filters';

const asked = (search: string) => filterOf(chosenFilters(threadFilters(['falls'], search), search));

it('an address asks for care models, tags, lessons and support', () => {
  expect(asked('?model=MCP&tag=falls&lesson=4&lesson=8&enabler=5')).toEqual({
    ...{ modelTypes: ['MCP'], tags: ['falls'], lessons: [4, 8], enablers: [5] },
  });
});

it('a tag that nobody uses any more still narrows the list, and can be taken away', () => {
  expect(asked('?tag=forgotten')).toEqual({ tags: ['forgotten'] });
  expect(threadFilters(['falls'], '?tag=forgotten').find(({ name }) => name === 'tag')?.choices).toEqual([
    { value: 'falls', label: 'falls' },
    { value: 'forgotten', label: 'forgotten' },
  ]);
});

it('what no choice stands for is left out', () => {
  expect(asked('?lesson=99&kind=POEM')).toEqual({});
});
