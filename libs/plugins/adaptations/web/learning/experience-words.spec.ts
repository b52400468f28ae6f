import { coreWords, howChanged, partWords, whatCame } from './experience-words';

const counts = {
  heading: 'Who does it',
  core: null,
  adopters: 7,
  changed: 5,
  stopped: 2,
  dropped: 0,
  droppedWithBenefit: 0,
};

describe('What became of a part', () => {
  it('is said in one sentence', () => {
    expect(partWords(counts)).toBe('Who does it: changed by 5 of 7 sites; 2 of those stopped');
    expect(partWords({ ...counts, stopped: 0, adopters: 1, changed: 1 })).toBe('Who does it: changed by 1 of 1 site');
    expect(partWords({ ...counts, stopped: 0, dropped: 1, core: true })).toBe(
      'Who does it: changed by 5 of 7 sites; 1 left it out, although it is core',
    );
  });

  it('asks about something core that a site left out with benefit, and about nothing else', () => {
    expect(coreWords({ ...counts, core: true, droppedWithBenefit: 1 })).toMatch(
      /^1 site left out “Who does it”, which is core, and says/,
    );
    expect(coreWords({ ...counts, core: true })).toBeNull();
    expect(coreWords({ ...counts, core: false, droppedWithBenefit: 1 })).toBeNull();
  });

  it('is told of each site in its own words: why it ended, and whether people benefit', () => {
    expect(whatCame({ ending: { reason: 'STAFF' }, benefit: null, benefitWords: null })).toEqual([
      'Main reason that it ended: staff',
    ]);
    expect(whatCame({ ending: null, benefit: 'SEEN', benefitWords: 'Fewer falls' })).toEqual([
      'Do people benefit? Yes. Fewer falls',
    ]);
    expect(whatCame({ ending: null, benefit: null, benefitWords: null })).toEqual([]);
  });

  it('says how a site changed it: its reasons for this part, or else how its text begins', () => {
    const change = { what: 'A carer leads', why: 'No nurse', componentKeys: [], leftOutKeys: [] };
    const of = (sectionKeys: string[], text: string | null, dropped = false) =>
      howChanged('who_provides', { dropped, text, adaptation: { modifications: [{ ...change, sectionKeys }] } });

    expect(of(['who_provides'], 'A senior carer.')).toEqual(['A carer leads. Why: No nurse']);
    expect(of(['where'], 'A senior\n\ncarer.')).toEqual(['Now: “A senior carer.”']);
    expect(of([], 'word '.repeat(100))[0]).toMatch(/^Now: “(word ?){40}…”$/);
    expect(of([], null, true)).toEqual(['Left it out']);
  });
});
