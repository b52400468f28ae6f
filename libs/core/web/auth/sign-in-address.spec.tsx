import { returnIn, signInAddress, signInStep } from './sign-in-address';

describe('The way back from signing in', () => {
  it('is the page one came from, with its question', () => {
    const address = signInAddress('/discussions/new?site=northvale');

    expect(returnIn(address.replace('/sign-in', ''))).toBe('/discussions/new?site=northvale');
  });

  it('is kept through every step', () => {
    expect(returnIn(signInStep('code', '/sites?after=x').replace('/sign-in', ''))).toBe('/sites?after=x');
    expect(signInStep('code', '/')).toBe('/sign-in?step=code');
  });

  it('does not lead from signing in to signing in', () => {
    expect(signInAddress('/sign-in?step=code')).toBe('/sign-in');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'evil',
  ])('never leaves the hub: %j', (wanted) => {
    expect(returnIn(`?return=${encodeURIComponent(wanted)}`)).toBe('/');
  });
});
