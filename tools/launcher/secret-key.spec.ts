import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyFile, secretKey } from './secret-key.mjs';

const emptyFolder = () => path.join(mkdtempSync(path.join(tmpdir(), 'hub-key-')), 'data');

it('the first start makes a key that only its owner reads, and later starts keep it', () => {
  const dataFolder = emptyFolder();
  const made = secretKey({ dataFolder }, {});
  const file = path.join(dataFolder, keyFile);

  expect(Buffer.from(made ?? '', 'base64')).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8').trim()).toBe(made);
  expect(secretKey({ dataFolder }, {})).toBe(made);
});

it('a key of the person’s own goes before it, and a database of their own gets none made', () => {
  const dataFolder = emptyFolder();

  expect(secretKey({ dataFolder }, { HUB_SECRET_KEY: 'mine' })).toBe('mine');
  expect(secretKey({ dataFolder, databaseUrl: 'postgres://x' }, {})).toBeUndefined();
});
