import { listQuestion } from './list-question';

describe('What the address of the list asks for', () => {
  it('is everything, newest first, without a filter', () => {
    expect(listQuestion('')).toEqual({ filter: {}, first: 20, after: null });
  });

  it('is what was chosen; what is no choice is left out', () => {
    expect(listQuestion('?verdict=DID_NOT_WORK&verdict=SPLENDID&model=UEC&site=harbourside&text=+door+')).toMatchObject(
      {
        filter: { verdicts: ['DID_NOT_WORK'], modelTypes: ['UEC'], sites: ['harbourside'], text: 'door' },
      },
    );
  });

  it('is the page before a place in the list when one goes back', () => {
    expect(listQuestion('?before=abc')).toEqual({ filter: {}, last: 20, before: 'abc' });
  });
});
