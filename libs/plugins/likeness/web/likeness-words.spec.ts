import { levelWords, whyAlike, type Likeness } from './likeness-words';

const likeness = (...facts: Likeness['facts'][number][]): Likeness => ({ percent: 50, facts });

describe('Why two sites are alike, in words', () => {
  it('names what is the same, and then what is not', () => {
    const words = whyAlike(
      likeness(
        { fact: 'CARE_MODEL', score: 1, shared: ['Multispecialty community provider'] },
        { fact: 'POPULATION', score: 0.7, shared: [] },
        { fact: 'POPULATION_SEGMENTS', score: 0.2, shared: ['Older people', 'NHS staff'] },
        { fact: 'REGION', score: 0, shared: [] },
        { fact: 'ORGANISATION_KINDS', score: 0.3, shared: ['Hospice'] },
      ),
    );
    expect(words).toBe(
      'Same care model, similar population, both for older people and NHS staff. Different: region and kinds of partners',
    );
  });

  it('says of the context what both say, and of the past what both built on', () => {
    const words = whyAlike(
      likeness(
        { fact: 'CONTEXT_FACTORS', score: 0.5, shared: ['Stable senior leadership'] },
        { fact: 'PRIOR_INITIATIVES', score: 0.5, shared: ['Integrated care pilots'] },
      ),
    );
    expect(words).toBe('Both say the same of stable senior leadership, both built on Integrated care pilots');
  });

  it('says nothing of what is unknown', () => {
    expect(whyAlike(likeness())).toBe('');
  });

  it('says in three steps how alike, and when nothing can be compared', () => {
    const levels = [100, 60, 59, 30, 29, 0].map((percent) => levelWords({ percent, facts: [] }, 'Northvale'));
    expect(levels).toEqual([
      ...['Much like Northvale', 'Much like Northvale', 'Partly like Northvale', 'Partly like Northvale'],
      ...['Little like Northvale', 'Little like Northvale'],
    ]);
    expect(levelWords({ percent: null, facts: [] }, 'Northvale')).toBe('Cannot be compared with Northvale yet');
  });
});
