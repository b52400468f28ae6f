import { noteWords } from './note-words';

describe('a note on a vanguard', () => {
  it('names publications as people do', () => {
    expect(noteWords('hf-report says one was led by a trust.')).toBe(
      'The Health Foundation’s report of 2017 says one was led by a trust.',
    );
  });
});
