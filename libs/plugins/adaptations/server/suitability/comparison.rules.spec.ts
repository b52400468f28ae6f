import { keptDifferences, mattersProblems, namesThatMatter } from './comparison.rules';

const rows = [
  { name: 'Region', there: 'North', here: null },
  { name: 'Long roads', there: 'No', here: 'Yes' },
];

describe('what a comparison of two places keeps', () => {
  it('is each difference, with whether it matters', () => {
    const kept = keptDifferences(rows, ['Long roads']);

    expect(kept).toEqual([
      { name: 'Region', there: 'North', here: null, matters: false },
      { name: 'Long roads', there: 'No', here: 'Yes', matters: true },
    ]);
    expect(namesThatMatter(kept)).toEqual(['Long roads']);
  });

  it('is nothing that does not differ: each such name is a problem of its own', () => {
    expect(mattersProblems(['Region', 'Weather', 'Long roads', ''], rows).map(({ path }) => path)).toEqual([
      'input.matters.1',
      'input.matters.3',
    ]);
  });
});
