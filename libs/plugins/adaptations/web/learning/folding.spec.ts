import { takenOutWords, waitingCredits } from './folding';

const credits = [{ number: 2 }, { number: 3 }];

describe('What was taken in from other sites', () => {
  it('waits while no version has it', () => {
    expect(waitingCredits({ currentVersion: { number: 2 }, nextVersion: { credits } })).toEqual([{ number: 3 }]);
    expect(waitingCredits({ currentVersion: null, nextVersion: { credits } })).toEqual(credits);
    expect(waitingCredits({ currentVersion: { number: 3 }, nextVersion: { credits } })).toEqual([]);
    expect(waitingCredits({ currentVersion: { number: 3 }, nextVersion: null })).toEqual([]);
  });

  it('is told to be out again, and whether the text is as it was', () => {
    const change = { heading: 'How', site: { name: 'Northvale' } };

    expect(takenOutWords(change, true)).toMatch(/by Northvale is out.*“How” is as it was before/);
    expect(takenOutWords(change, false)).toMatch(/wrote on “How” since, so its text stays/);
  });
});
