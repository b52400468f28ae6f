import { sentenceOf } from './notification-list';

const reply = {
  actor: { id: 'member:network/joel-price', displayName: 'Joel Price' },
  happened: 'replied',
  reason: 'Joel Price replied to your question',
  personal: true,
};

describe('A notification', () => {
  it('says why it is addressed to the reader', () => {
    expect(sentenceOf(reply, 'Weekend cover')).toBe('Joel Price replied to your question: Weekend cover');
  });

  it('says what happened in what the reader follows', () => {
    const followed = { ...reply, reason: 'You follow MCP', personal: false };

    expect(sentenceOf(followed, 'Weekend cover')).toBe('Joel Price replied: Weekend cover');
  });

  it('names nobody where the author chose so', () => {
    const nameless = { ...reply, actor: null, reason: 'You follow MCP', personal: false };

    expect(sentenceOf(nameless, 'Weekend cover')).toBe('A member replied: Weekend cover');
  });
});
