import { quoteOf, withQuote } from './quote';

const address = '/discussions/rounds#post-3';

describe('A quote in a reply', () => {
  it('is the words with who said them and the way to the post', () => {
    expect(quoteOf({ words: 'An hour.\n\nSometimes two', author: 'Joel Price', address })).toBe(
      `> [Joel Price](${address}):\n>\n> An hour.\n>\n> Sometimes two`,
    );
  });

  it('says of a post without a name that it has none', () => {
    expect(quoteOf({ words: 'I am', author: 'A member, without their name', address })).toContain(
      `[A member, without their name](${address})`,
    );
  });

  it('leaves out what the post quotes itself', () => {
    expect(quoteOf({ words: '> Theirs\n>\n> More\n\nMine', author: 'Gwen', address })).toBe(
      `> [Gwen](${address}):\n>\n> Mine`,
    );
  });

  it('makes nothing of a name that looks like Markdown', () => {
    expect(quoteOf({ words: 'x', author: '[Gwen](https://evil.example)', address })).toContain(
      '[\\[Gwen\\](https://evil.example)]',
    );
  });

  it('comes after what was written so far', () => {
    expect(withQuote('', '> x')).toBe('> x\n\n');
    expect(withQuote('I agree\n', '> x')).toBe('I agree\n\n> x\n\n');
  });
});
