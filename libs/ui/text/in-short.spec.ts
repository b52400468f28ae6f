import { inShort } from './in-short';

describe('A text in short', () => {
  it('is the text on one line where it fits', () => {
    expect(inShort('  A daily check.\nTen minutes. ', 60)).toBe('A daily check. Ten minutes.');
  });

  it('ends at a word, with three dots and no comma before them', () => {
    expect(inShort('A nurse, a carer, and a physiotherapist', 18)).toBe('A nurse, a carer…');
    expect(inShort('x'.repeat(40), 10)).toBe(`${'x'.repeat(10)}…`);
  });

  it('has the words of lists, headings, links and bold, not their marks', () => {
    expect(inShort('## Steps\n- **Ask** the [ward](https://example.org/a)\n2. Go * 3', 80)).toBe(
      'Steps Ask the ward Go * 3',
    );
  });

  it('never cuts a character in half', () => {
    expect(inShort('🫁🫁🫁🫁', 3).isWellFormed()).toBe(true);
  });
});
