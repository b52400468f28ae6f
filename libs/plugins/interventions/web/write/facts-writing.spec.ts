import { factsInput, factsProblem, factsTexts, factsWritingOf, joinedFacts } from './facts-writing';

const kept = {
  ...{ lessons: [1], enablers: [], contacts: ['member:network/anjali'] },
  ...{ startedOn: '2016-04', stoppedOn: null, reviewOn: '2018-03-31' },
};
const writing = factsWritingOf(kept);

describe('The facts of an intervention as boxes', () => {
  it('come back as they were kept, empty dates as blanks', () => {
    expect(factsInput(writing)).toEqual({ ...kept, stoppedOn: '' });
  });

  it('are sent only when each date is one, and the end is after the beginning', () => {
    expect(factsProblem(writing)).toBeNull();
    const wrong = {
      ...writing,
      startedOn: { month: '13', year: '2016' },
      reviewOn: { day: '31', month: '2', year: '2018' },
    };
    expect(factsProblem(wrong)?.fields.map(({ path }) => path)).toEqual(['startedOn', 'reviewOn']);
    expect(factsProblem({ ...writing, stoppedOn: { month: '3', year: '2016' } })?.fields).toEqual([
      { path: 'stoppedOn', message: 'It cannot stop before it started' },
    ]);
  });

  it('of two who wrote at once hold all tags and contacts, and the date of the one who gave one', () => {
    const mine = { ...writing, lessons: [2], reviewOn: { day: '', month: '', year: '' } };

    expect(joinedFacts(writing, mine)).toEqual({ ...writing, lessons: [1, 2] });
  });

  it('are compared in words', () => {
    const words = factsTexts([{ id: 'member:network/anjali', displayName: 'Anjali' }]).map((text) =>
      text.words(writing),
    );

    expect(words.slice(2)).toEqual(['Anjali', '4 2016', '', '31 3 2018']);
  });
});
