import { quoteMark, quotesSomething, withoutPassagesInQuotes, withoutQuotesOf } from './quotes.rules';

const said = ['Mrs **Alder** fell.\n\nSee [the form](https://example.org/x)', 'Before that'];
const attribution = '> [Gwen](/discussions/rounds#post-3):\n>\n';

describe('What a post quotes of another', () => {
  it('gives way to one mark, with who said it still there and the post’s own words', () => {
    expect(withoutQuotesOf(`${attribution}> Mrs **Alder** fell.\n>\n> See the form\n\nMrs Alder again?`, said)).toBe(
      `${attribution}> ${quoteMark}\n\nMrs Alder again?`,
    );
  });

  it('is found when it was copied from the page, in part, or from what the post said before', () => {
    for (const quote of ['> Mrs Alder fell.', '> Alder', '> > Before that'])
      expect(withoutQuotesOf(quote, said)).toContain(quoteMark);
  });

  it('is not what somebody else said', () => {
    for (const other of ['> Mr Alder fell.', 'Mrs Alder fell.', '>', 'No quote'])
      expect(withoutQuotesOf(other, said)).toBe(other);
  });

  it('loses the passages that are cut out, and the post’s own words stay', () => {
    expect(withoutPassagesInQuotes('> Mrs Alder fell.\n> Alder is not quoted\n\nAlder?', said, ['Mrs **Alder**'])).toBe(
      '> [cut out by a moderator] fell.\n> Alder is not quoted\n\nAlder?',
    );
  });
});

it('a text quotes something when a line begins as a quote does', () => {
  expect(quotesSomething('So\n > said')).toBe(true);
  expect(quotesSomething('5 > 4\n    > code')).toBe(false);
});
