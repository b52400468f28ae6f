import { unprivilegedAccount } from './account.mjs';
import { parsePostmaster } from './postmaster.mjs';
import { reasonIn } from './server.mjs';

describe('the embedded PostgreSQL', () => {
  it('is found again by the file it keeps', () => {
    expect(parsePostmaster('421\n/data/postgres\n1700000000\n20123\n\n127.0.0.1\n')).toEqual({
      pid: 421,
      folder: '/data/postgres',
      port: 20123,
    });
    expect(parsePostmaster('')).toBeUndefined();
  });

  it('runs as "nobody" for root', () => {
    const passwd = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n';

    expect(unprivilegedAccount(passwd)).toEqual({ uid: 65534, gid: 65533 });
    expect(() => unprivilegedAccount('root:x:0:0::/root:/bin/sh')).toThrow('start the hub as an ordinary user');
  });

  it.each([
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port'],
    ['FATAL:  lock file "postmaster.pid" already exists', 'locked'],
    ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'locked'],
  ])('is tried again after %s', (line, reason) => {
    expect(reasonIn(line, '/x.log')).toBe(reason);
  });

  it('tells its own reason when it cannot start', () => {
    expect(() => reasonIn('2026 UTC [1] FATAL:  could not open file "x": Disk quota', '/x.log')).toThrow(
      'The embedded database could not start: could not open file "x": Disk quota (its log is /x.log).',
    );
  });
});
