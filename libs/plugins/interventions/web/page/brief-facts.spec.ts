import { briefFacts } from './brief-facts';

const nothing = { problem: null, population: null, needs: [], outcomesMeasured: [] };

describe('The facts of a brief', () => {
  it('name what is core and what can be adapted, and what it takes with its figures', () => {
    const facts = briefFacts({
      components: [
        { name: 'The huddle', core: true },
        { name: 'The board', core: false },
        { name: 'The list', core: true },
      ],
      description: {
        ...nothing,
        needs: [{ kind: 'PEOPLE', text: 'A nurse.', figures: [{ label: 'Hours a week', value: 7.5, unit: null }] }],
      },
      contacts: [{ displayName: 'Anjali Thornapple' }],
    });

    expect(facts).toEqual([
      { name: 'Core parts', words: 'The huddle; The list' },
      { name: 'Can be adapted', words: 'The board' },
      { name: 'What it takes', words: 'A nurse, Hours a week: 7.5' },
      { name: 'Whom to ask', words: 'Anjali Thornapple' },
    ]);
  });

  it('leave out what nobody wrote', () => {
    expect(briefFacts({ components: [], description: nothing, contacts: [] })).toEqual([]);
  });
});
