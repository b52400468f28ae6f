import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprint } from './fingerprint.mjs';

describe('the fingerprint of the sources', () => {
  let folder: string;
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const print = () => fingerprint(folder, ['libs', 'lock.json', 'absent']);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'fingerprint-'));
    mkdirSync(path.join(folder, 'libs', 'a'), { recursive: true });
    write('libs/a/x.ts', 'one');
    write('lock.json', '{}');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('changes with the content of a file, not with its time', () => {
    const before = print();

    utimesSync(path.join(folder, 'libs/a/x.ts'), 1, 1);
    const touched = print();
    write('libs/a/x.ts', 'two');

    expect(touched).toBe(before);
    expect(print()).not.toBe(before);
  });

  it('changes when a file comes or is renamed', () => {
    const before = print();

    write('libs/a/y.ts', 'new');

    expect(print()).not.toBe(before);
  });

  it('does not change with tests and documents', () => {
    const before = print();

    write('libs/a/x.spec.ts', 'a test');
    write('libs/README.md', 'words');

    expect(print()).toBe(before);
  });
});
