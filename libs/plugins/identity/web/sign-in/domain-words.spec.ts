import { domainWords } from './domain-words';

describe('The domains that may sign in', () => {
  it('are said in words', () => {
    expect(domainWords(['*.ac.uk', 'ac.uk', '*.nhs.uk', 'nhs.uk', 'nhs.net'])).toBe(
      'an address at nhs.net, or one that ends in ac.uk or nhs.uk',
    );
  });

  it('are told apart from what is below them', () => {
    expect(domainWords(['nhs.net', 'harbour.org'])).toBe('an address at nhs.net or harbour.org');
    expect(domainWords(['*.nhs.uk'])).toBe('an address that ends in .nhs.uk');
    expect(domainWords([])).toBe('');
  });
});
