/** Backups that only who has the key can read, in the age format (age-encryption.org/v1), which its other tools open too. */
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { BackupRefused } from './manifest';

const shortestPassphrase = 12;
const firstLine = 'age-encryption.org/v1\n';

export interface BackupKeys {
  /** Closes and opens. */
  readonly passphrase: string | null;
  /** Public keys, such as `age1...`: each of their owners can open what is closed for them. */
  readonly recipients: readonly string[];
  /** A private key, `AGE-SECRET-KEY-1...`: opens what was closed for its owner. */
  readonly identity: string | null;
}

/** Reads them from the environment. Throws an Error with one clear sentence for a value that makes no sense. */
export function backupKeys(env: Readonly<Record<string, string | undefined>>): BackupKeys {
  const passphrase = env.HUB_BACKUP_PASSPHRASE || null;
  const recipients = (env.HUB_BACKUP_RECIPIENTS ?? '').split(/[\s,]+/).filter((each) => each !== '');
  const identity = env.HUB_BACKUP_IDENTITY || null;
  if (passphrase !== null && passphrase.length < shortestPassphrase)
    throw new Error(`HUB_BACKUP_PASSPHRASE must have ${shortestPassphrase} signs at least.`);
  if (passphrase !== null && recipients.length > 0)
    throw new Error('Set HUB_BACKUP_PASSPHRASE or HUB_BACKUP_RECIPIENTS, not both: a backup is closed in one way.');
  if (!recipients.every((each) => /^age1[a-z0-9]+$/.test(each)))
    throw new Error('HUB_BACKUP_RECIPIENTS must be public keys such as age1..., with commas between them.');
  if (identity !== null && !/^AGE-SECRET-KEY-/.test(identity))
    throw new Error('HUB_BACKUP_IDENTITY must be a private key such as AGE-SECRET-KEY-1....');
  return { passphrase, recipients, identity };
}

/** Whether there is anything to close a backup with. */
export const canSeal = ({ passphrase, recipients }: BackupKeys) => passphrase !== null || recipients.length > 0;

/** The same bytes, closed as they flow. Throws BackupRefused for a public key that is none. */
export async function seal(bytes: Readable, { passphrase, recipients }: BackupKeys): Promise<Readable> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  if (passphrase !== null) encrypter.setPassphrase(passphrase);
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new BackupRefused(`${recipient} in HUB_BACKUP_RECIPIENTS is no public key.`);
    }
  }
  return flowing(await encrypter.encrypt(Readable.toWeb(bytes) as Bytes));
}

/** Whether a file is closed; false where none can be read. */
export async function isSealed(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (!handle) return false;
  const { buffer, bytesRead } = await handle
    .read(Buffer.alloc(firstLine.length), 0, firstLine.length, 0)
    .catch(() => ({ buffer: Buffer.of(), bytesRead: 0 }))
    .finally(() => handle.close());
  return buffer.subarray(0, bytesRead).toString() === firstLine;
}

/** Opens a closed file into another. Throws BackupRefused without the right key, and for a file that is damaged or not whole. */
export async function unseal(file: string, { passphrase, identity }: BackupKeys, into: string): Promise<void> {
  if (passphrase === null && identity === null)
    throw new BackupRefused('The backup is encrypted: set HUB_BACKUP_IDENTITY or HUB_BACKUP_PASSPHRASE to open it.');
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  if (passphrase !== null) decrypter.addPassphrase(passphrase);
  if (identity !== null) addIdentity(decrypter, identity);
  const source = Readable.toWeb(createReadStream(file)) as Bytes;
  const opened = await decrypter.decrypt(source).catch((error: Error) => {
    if (/no identity matched/.test(error.message))
      throw new BackupRefused('The backup is encrypted with another key than the one that is set.');
    throw new BackupRefused(`${file} is no whole backup of a hub.`);
  });
  await pipeline(flowing(opened), createWriteStream(into, { flags: 'wx', mode: 0o600 })).catch((error: Error) => {
    throw 'code' in error ? error : new BackupRefused('The backup is damaged or not whole: nothing of it is used.');
  });
}

function addIdentity(decrypter: { addIdentity(identity: string): void }, identity: string): void {
  try {
    decrypter.addIdentity(identity);
  } catch {
    throw new BackupRefused('HUB_BACKUP_IDENTITY is no private key.');
  }
}

/** Streams as the Web has them, which Node and the format's library each have a type for. */
type Bytes = globalThis.ReadableStream<Uint8Array>;
const flowing = (bytes: Bytes) => Readable.fromWeb(bytes as ReadableStream<Uint8Array>);
