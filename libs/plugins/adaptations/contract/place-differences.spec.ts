import { comparePlaces, differencesAsText, type Place } from './place-differences';

const place = (facts: Partial<Place>): Place => ({
  name: 'Somewhere',
  region: null,
  modelTypes: [{ code: 'MCP' }],
  population: null,
  populationSegments: [],
  leadOrganisation: null,
  partners: [],
  contextFactors: [],
  priorHistory: [],
  ...facts,
});
const roads = (present: 'YES' | 'NO') => ({ key: 'roads', name: 'Long roads', present });

describe('Comparing two places', () => {
  const there = place({
    population: { value: 64000, basis: 'registered patients' },
    contextFactors: [roads('NO')],
    region: 'North',
  });
  const here = place({ population: { value: 168000, basis: 'registered patients' }, contextFactors: [roads('YES')] });
  const comparison = comparePlaces(there, here);

  it('shows only what differs, each population with its basis', () => {
    expect(comparison.differing).toEqual([
      { name: 'Region', there: 'North', here: null },
      { name: 'People served', there: '64,000 registered patients', here: '168,000 registered patients' },
      { name: 'Long roads', there: 'No', here: 'Yes' },
    ]);
    expect(comparison.same).toEqual(['Care models']);
  });

  it('compares partners by their kind, not by their name', () => {
    const council = { kind: 'Local authority' };
    const one = place({ partners: [council, council, { kind: 'Hospital trust' }] });

    expect(comparePlaces(one, place({ partners: [{ kind: 'Hospital trust' }, council] })).differing).toEqual([]);
    expect(comparePlaces(one, place({ partners: [council] })).differing).toEqual([
      { name: 'Partners, by kind', there: 'Hospital trust, Local authority', here: 'Local authority' },
    ]);
  });

  it('starts an answer with what both speak of, and leaves the unknown out', () => {
    expect(differencesAsText(comparison, 'Tollbridge', 'Northvale')).toBe(
      '- People served. Tollbridge: 64,000 registered patients. Northvale: 168,000 registered patients\n- Long roads. Tollbridge: No. Northvale: Yes',
    );
  });

  it('does not mind in which order things are said', () => {
    const one = place({ populationSegments: ['Older people', 'Children'] });
    const other = place({ populationSegments: ['Children', 'Older people'] });

    expect(comparePlaces(one, other).differing).toEqual([]);
  });
});
