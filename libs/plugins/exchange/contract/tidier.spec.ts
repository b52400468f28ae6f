import { tidierOf, type TidierSource, type TidierVersion } from './tidier';

const source: TidierSource = {
  ...{ id: 'intervention:a/clinic', title: 'A clinic', summary: 'What it is', status: 'PUBLISHED' },
  site: { name: 'Northvale' },
  modelTypes: [{ code: 'MCP', name: 'Multispecialty community provider' }],
  contacts: [],
  withdrawal: null,
  adaptedFrom: null,
};
const version: TidierVersion = {
  ...{ number: 2, publishedAt: '2016-04-12T09:30:00.000Z' },
  sections: [
    { heading: 'Why', body: 'Because' },
    { heading: 'Where', body: ' ' },
  ],
  components: [{ name: 'Spirometry', core: true, description: null, reason: 'It finds them' }],
  description: {
    ...{ problem: null, population: 'Adults', segments: [], outcomesMeasured: [] },
    needs: [{ kind: 'PEOPLE', text: 'A nurse', figures: [{ label: 'Hours', value: 4, unit: 'a week' }] }],
    risks: [{ risk: 'Nobody comes.', response: 'We telephone' }],
  },
};

describe('A description by TIDieR', () => {
  it('has each thing that is written, in order, and no heading without words', () => {
    expect(tidierOf(source, version).parts).toEqual([
      { heading: 'The people it is for', text: 'Adults' },
      { heading: 'Why', text: 'Because' },
      { heading: 'What it is made of', items: [{ name: 'Spirometry', words: 'core. It finds them.' }] },
      { heading: 'What it takes', items: [{ name: 'People', words: 'A nurse. Hours: 4 a week.' }] },
      { heading: 'What could go wrong', items: [{ name: null, words: 'Nobody comes. What was done: We telephone.' }] },
    ]);
  });

  it('says of which version it is, and whether that was withdrawn', () => {
    const { facts, parts } = tidierOf({ ...source, status: 'WITHDRAWN', withdrawal: { reason: 'Too dear' } }, version);

    expect(facts).toContainEqual({ name: 'Version', value: '2, 12 April 2016' });
    expect(facts).toContainEqual({ name: 'State', value: 'Withdrawn' });
    expect(parts[0]).toEqual({ heading: 'Why it was withdrawn', text: 'Too dear' });
  });

  it('says what it came from, and what of that was withdrawn since', () => {
    const at = '2016-07-01T10:00:00.000Z';
    const clinic = { title: 'A clinic', site: { name: 'Tollbridge' }, withdrawal: { at, reason: 'Too dear' } };
    const round = { title: 'A round', site: { name: 'Saltmarsh' }, withdrawal: null };
    const adaptedFrom = { sourceIntervention: clinic, furtherSources: [{ intervention: round }] };

    expect(tidierOf({ ...source, adaptedFrom }, version).parts[0]).toEqual({
      heading: 'What it came from',
      items: [
        { name: 'A clinic', words: 'Tollbridge. Withdrawn on 1 July 2016: Too dear.' },
        { name: 'A round', words: 'Saltmarsh.' },
      ],
    });
  });
});
