import { endedInShort } from './ended-in-short';

describe('A notice of an adaptation that ended', () => {
  it('says why it ended, and what came out of it', () => {
    expect(endedInShort({ ending: { reason: 'STAFF', cameOfIt: 'One list for all.' } })).toBe(
      'Main reason: staff. What came out of it: One list for all.',
    );
    expect(endedInShort({ ending: { reason: 'MONEY', cameOfIt: null } })).toBe('Main reason: money');
  });

  it('says nothing of what nobody wrote down, or what is at work again', () => {
    expect(endedInShort({ ending: null })).toBeNull();
  });
});
