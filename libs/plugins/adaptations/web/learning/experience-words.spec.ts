import { coreWords, partWords } from './experience-words';

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
      /^1 site left this core part out and says/,
    );
    expect(coreWords({ ...counts, core: true })).toBeNull();
    expect(coreWords({ ...counts, core: false, droppedWithBenefit: 1 })).toBeNull();
  });
});
