import { settingsFrom } from './settings';

const roleOf = (HUB_ROLE?: string) => settingsFrom({ DATABASE_URL: 'postgres://x/y', HUB_ROLE }).role;

it('a process does everything, unless it is told to be an API or a worker', () => {
  expect([undefined, '', 'all', 'api', 'worker'].map(roleOf)).toEqual(['all', 'all', 'all', 'api', 'worker']);
});

it('a role that there is none of is refused in words', () => {
  expect(() => roleOf('both')).toThrow('HUB_ROLE must be api, worker, all, not "both".');
});
