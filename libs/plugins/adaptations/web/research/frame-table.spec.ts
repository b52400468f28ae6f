import { codeCounts, codedAxes } from './frame-table';

describe('The research view of changes', () => {
  it('has the codes of a change by axis, in the order of FRAME, with their words', () => {
    const axes = codedAxes(['goal:fit', 'goal:cost', 'when:maintenance']);

    expect(axes.map(({ id, codes }) => [id, codes.map(({ code }) => code)])).toEqual([
      ['when', ['when:maintenance']],
      ['goal', ['goal:fit', 'goal:cost']],
    ]);
    expect(axes.every(({ question, codes }) => question !== '' && codes.every(({ words }) => words !== ''))).toBe(true);
    expect(codedAxes([])).toEqual([]);
  });

  it('counts how often a code was given, most first', () => {
    const changes = [{ codes: ['goal:fit', 'when:maintenance'] }, { codes: ['goal:fit'] }];

    expect(codeCounts(changes).map(({ code, count }) => `${code} ${count}`)).toEqual([
      'goal:fit 2',
      'when:maintenance 1',
    ]);
  });
});
