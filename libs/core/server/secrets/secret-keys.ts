/** The settings of the keys under which the hub keeps secrets that it must be able to read again. */
import { createHash } from 'node:crypto';

export interface SecretKey {
  /** Says which key it is, and nothing of the key. */
  readonly id: string;
  readonly key: Buffer;
}

export interface SecretKeys {
  /** The key that secrets are sealed with; null where none is set, and then none can be kept. */
  readonly current: SecretKey | null;
  /** Keys that secrets may still be sealed with. */
  readonly former: readonly SecretKey[];
}

const bytes = 32;

/** Reads them. Throws an Error with one clear sentence, which never holds a key, for what is none. */
export function secretKeys(env: Readonly<Record<string, string | undefined>>): SecretKeys {
  const { HUB_SECRET_KEY: current, HUB_SECRET_KEYS_FORMER: former } = env;
  return {
    current: current ? keyIn('HUB_SECRET_KEY', current) : null,
    former: (former ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((text) => keyIn('HUB_SECRET_KEYS_FORMER', text)),
  };
}

function keyIn(setting: string, text: string): SecretKey {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== bytes)
    throw new Error(
      `${setting} must be ${bytes} random bytes in base64, such as "openssl rand -base64 ${bytes}" makes.`,
    );
  return { id: createHash('sha256').update('hub secret key ').update(key).digest('hex').slice(0, 8), key };
}
