import { isLostFile, mayReload } from './new-release';

describe('A file of the page that cannot be fetched', () => {
  it('is known by the words of each browser', () => {
    const words = [
      'Failed to fetch dynamically imported module: https://hub/assets/sites.js',
      'error loading dynamically imported module: https://hub/assets/sites.js',
      'Importing a module script failed.',
      'Unable to preload CSS for /assets/sites.css',
    ];

    expect(words.map((message) => isLostFile(new TypeError(message)))).toEqual([true, true, true, true]);
    expect(isLostFile(new TypeError('Failed to fetch'))).toBe(false);
  });

  it('makes the page load anew at most once a minute', () => {
    expect(mayReload(null, 1000)).toBe(true);
    expect(mayReload('1000', 31_000)).toBe(false);
    expect(mayReload('1000', 62_000)).toBe(true);
  });
});
