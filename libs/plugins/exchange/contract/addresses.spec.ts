import { exportOfList } from './addresses';

describe('The address of a list’s export', () => {
  it('is narrowed as the list is', () => {
    expect(exportOfList('?model=EHCH&model=MCP&maturity=RUNNING&site=&text=care+home', 'changes.csv')).toBe(
      '/exports/list/changes.csv?model=EHCH&model=MCP&maturity=RUNNING&site=&text=care+home',
    );
  });

  it('has neither the order of the list nor the place in it', () => {
    expect(exportOfList('?order=title&after=abc', 'family.json')).toBe('/exports/list/family.json');
  });
});
