import { lockMatches } from './lock-match.mjs';

const machine = { platform: 'linux', arch: 'x64' };
const lock = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/only-mac': { version: '2.0.0', integrity: 'sha512-m', optional: true, os: ['darwin'] },
  },
};
const installedOf = (changes: object) => ({
  packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' }, ...changes },
});

describe('installed packages', () => {
  it('are current when each one the machine needs is there in the locked version', () => {
    expect(lockMatches(lock, installedOf({}), machine)).toBe(true);
  });

  it('are stale when one is missing', () => {
    expect(lockMatches(lock, { packages: {} }, machine)).toBe(false);
  });

  it('are stale when one has another version', () => {
    expect(
      lockMatches(lock, installedOf({ 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }), machine),
    ).toBe(false);
  });

  it('are stale when one is there that the lock does not know', () => {
    expect(lockMatches(lock, installedOf({ 'node_modules/b': { version: '1.0.0' } }), machine)).toBe(false);
  });

  it('are stale when they were installed for another machine', () => {
    const forMac = installedOf({
      'node_modules/only-mac': { version: '2.0.0', integrity: 'sha512-m', os: ['darwin'] },
    });

    expect(lockMatches(lock, forMac, machine)).toBe(false);
    expect(lockMatches(lock, forMac, { platform: 'darwin', arch: 'arm64' })).toBe(true);
  });
});
