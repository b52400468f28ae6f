import { shownSections } from './section-states';

const why = { key: 'why', heading: 'Reason', body: 'To spare people visits' };

describe('the sections of an intervention', () => {
  it('stand in the order of the page, under the headings that people saw', () => {
    const shown = shownSections([{ key: 'how', heading: 'How', body: 'By telephone' }, why], 'RUNNING');

    expect(shown[0]).toEqual({ ...why, state: 'written' });
    expect(shown.filter(({ state }) => state === 'written').map(({ key }) => key)).toEqual(['why', 'how']);
  });

  it('say which the site has not described, blank ones too', () => {
    const shown = shownSections([{ ...why, body: '  ' }], 'RUNNING');

    expect(shown.every(({ state }) => state === 'not-described')).toBe(true);
  });

  it('are not due before it has run, where only that can tell', () => {
    const shown = shownSections([why], 'TESTING');

    expect(shown.filter(({ state }) => state === 'not-due').map(({ key }) => key)).toEqual([
      'modifications',
      'fidelity_actual',
    ]);
  });

  it('lose no text under a key of another time', () => {
    const old = { key: 'costs', heading: 'Costs', body: 'Two sessions a week' };

    expect(shownSections([old], 'IDEA').at(-1)).toEqual({ ...old, state: 'written' });
  });
});
