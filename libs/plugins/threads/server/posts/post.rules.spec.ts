import { reactionOf, requireEditable, requireNotRemoved, requireReply } from './post.rules';

const post = { authorRef: 'member:network/joel', removedAt: null, revision: 2, body: 'As it is now' };

describe('editing a post', () => {
  it('is for the one who wrote it', () => {
    expect(() => requireEditable(post, 'member:network/amira', 2)).toThrow(
      'Only the person who wrote a post can edit it',
    );
    expect(() => requireEditable(post, 'member:network/joel', 2)).not.toThrow();
  });

  it('is a conflict when somebody was faster, and says what is there now', () => {
    expect(() => requireEditable(post, 'member:network/joel', 1)).toThrow(
      expect.objectContaining({ extensions: { code: 'CONFLICT', current: { revision: 2, body: 'As it is now' } } }),
    );
  });

  it('ends with its removal', () => {
    expect(() => requireEditable({ ...post, removedAt: new Date() }, 'member:network/joel', 2)).toThrow(
      'This post was removed',
    );
    expect(() => requireNotRemoved({ removedAt: new Date() })).toThrow('This post was removed');
  });
});

describe('the answer to a question', () => {
  it('is a reply that is still there', () => {
    expect(() => requireReply({ position: 2, removedAt: null })).not.toThrow();
    expect(() => requireReply({ position: 1, removedAt: null })).toThrow('A question does not answer itself');
    expect(() => requireReply({ position: 2, removedAt: new Date() })).toThrow('This reply was removed');
  });
});

it('a reaction is one of three words', () => {
  expect(reactionOf('SAME_HERE')).toBe('SAME_HERE');
  expect(() => reactionOf('LOVE')).toThrow('Choose USEFUL, SAME_HERE or THANK_YOU');
});
