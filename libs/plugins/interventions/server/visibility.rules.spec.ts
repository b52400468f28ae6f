import { publishedTo, reopenedTo } from '@hub/plugins/interventions/contract';
import { chosenVisibility, isToldOf } from './visibility.rules';

describe('Who can see what is published', () => {
  it('is chosen among anyone, anyone signed in, and the site', () => {
    expect(chosenVisibility('PUBLIC', publishedTo)).toBe('public');
    expect(chosenVisibility('SITE', publishedTo)).toBe('site');
    expect(chosenVisibility(undefined, publishedTo)).toBeUndefined();
    expect(() => chosenVisibility('DRAFT', publishedTo)).toThrow();
    expect(() => chosenVisibility('COMMUNITY', publishedTo)).toThrow(
      /cannot be kept in a community\. Choose who can see it: /,
    );
  });

  it('is never taken back into one site', () => {
    expect(() => chosenVisibility('SITE', reopenedTo)).toThrow();
  });

  it('is told of in the audit log, but for the ordinary opening of a draft', () => {
    expect(isToldOf('network', 'public')).toBe(true);
    expect(isToldOf('public', 'network')).toBe(true);
    expect(isToldOf('draft', 'public')).toBe(true);
    expect(isToldOf('draft', 'network')).toBe(false);
    expect(isToldOf('public', 'public')).toBe(false);
  });
});
