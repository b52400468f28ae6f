import { isStatement } from '@hub/plugins/adaptations/contract';
import { noStatement, statementBeginnings, statementOf } from './statement-words';

describe('Writing an "I" statement', () => {
  it('joins what matters and what it is for', () => {
    expect(statementOf({ beginning: 'I know', what: ' when to come back. ', soThat: '' })).toBe(
      'I know when to come back',
    );
    expect(statementOf({ beginning: 'I want to', what: 'be asked', soThat: 'it stays my room' })).toBe(
      'I want to be asked, so that it stays my room',
    );
    expect(statementOf(noStatement)).toBeNull();
  });

  it('begins as the hub asks it to, whichever beginning is chosen', () => {
    for (const beginning of statementBeginnings) {
      expect(isStatement(statementOf({ beginning, what: 'x', soThat: '' }) ?? '')).toBe(true);
    }
  });

  it.each([
    ['I know when to come back', true],
    ['“My daughter is rung first”', true],
    ["We're told once", true],
    ['If only', false],
    ['The patient knows', false],
    ['', false],
  ])('takes "%s" as said of oneself: %s', (sentence, expected) => {
    expect(isStatement(sentence)).toBe(expected);
  });
});
