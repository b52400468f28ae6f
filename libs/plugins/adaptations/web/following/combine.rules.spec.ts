import fc from 'fast-check';
import { combined } from './combine.rules';

describe('A text that combines two', () => {
  const lines = fc.array(fc.constantFrom('One', 'Two', 'Three', 'Four', 'Five'), { maxLength: 6 });

  it('has every line that either of them wrote anew, and where one is as before it is the other', () => {
    fc.assert(
      fc.property(lines, lines, lines, (base, theirs, ours) => {
        const joined = { base: base.join('\n'), theirs: theirs.join('\n'), ours: ours.join('\n') };
        const result = combined(joined).split('\n');
        for (const line of [...theirs, ...ours]) if (!base.includes(line)) expect(result).toContain(line);
        expect(combined({ ...joined, ours: joined.base })).toBe(joined.theirs.trim());
        expect(combined({ ...joined, theirs: joined.base })).toBe(joined.ours.trim());
      }),
    );
  });

  it('keeps changes to different lines as they are, without marks for a person to clear away', () => {
    const base = 'A nurse leads.\nEvery day.\nIn the day room.';

    expect(
      combined({
        base,
        ours: base.replace('A nurse', 'A senior carer'),
        theirs: base.replace('In the day room', 'In the lounge'),
      }),
    ).toBe('A senior carer leads.\nEvery day.\nIn the lounge.');
  });
});
