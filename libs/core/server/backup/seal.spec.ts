import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';
import { backupKeys, seal, unseal, type BackupKeys } from './seal';

/** A passphrase is made costly to guess, which no test has to wait for. */
const { setPassphrase } = Encrypter.prototype;
function setCheaply(this: Encrypter, text: string): void {
  this.setScryptWorkFactor(10);
  setPassphrase.call(this, text);
}

const passphrase = 'correct horse battery staple';
const withPassphrase = (text: string): BackupKeys => ({ passphrase: text, recipients: [], identity: null });

let folder: string;
const inFolder = (name: string) => path.join(folder, name);

beforeAll(async () => {
  Encrypter.prototype.setPassphrase = setCheaply;
  folder = await mkdtemp(path.join(tmpdir(), 'hub-seal-'));
});
afterAll(async () => {
  Encrypter.prototype.setPassphrase = setPassphrase;
  await rm(folder, { recursive: true, force: true });
});

describe('a backup that is closed with a passphrase', () => {
  it('is opened by other tools of the format', async () => {
    const closed = await buffer(
      await seal(Readable.from([Buffer.from('what was '), Buffer.from('kept')]), withPassphrase(passphrase)),
    );
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);

    expect(await decrypter.decrypt(closed, 'text')).toBe('what was kept');
  });

  it('is opened with that passphrase and with no other, also where another tool closed it', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    await writeFile(inFolder('closed'), await encrypter.encrypt('what was kept'));

    await unseal(inFolder('closed'), withPassphrase(passphrase), inFolder('opened'));
    expect(await readFile(inFolder('opened'), 'utf8')).toBe('what was kept');
    await expect(unseal(inFolder('closed'), withPassphrase('another passphrase'), inFolder('not'))).rejects.toThrow(
      'encrypted with another key',
    );
  });
});

describe('the keys of backups', () => {
  it('are none where none are set', () => {
    expect(backupKeys({})).toEqual({ passphrase: null, recipients: [], identity: null });
  });

  it('may be of several, who can each open what is closed for them', () => {
    expect(backupKeys({ HUB_BACKUP_RECIPIENTS: 'age1abc, age1def' }).recipients).toEqual(['age1abc', 'age1def']);
  });

  it.each([
    [{ HUB_BACKUP_PASSPHRASE: 'short' }, 'HUB_BACKUP_PASSPHRASE must have 12 signs'],
    [{ HUB_BACKUP_PASSPHRASE: passphrase, HUB_BACKUP_RECIPIENTS: 'age1abc' }, 'not both'],
    [{ HUB_BACKUP_RECIPIENTS: 'AGE-SECRET-KEY-1ABC' }, 'must be public keys'],
    [{ HUB_BACKUP_IDENTITY: 'age1abc' }, 'must be a private key'],
  ])('%o are refused', (env, sentence) => {
    expect(() => backupKeys(env)).toThrow(sentence);
  });
});
