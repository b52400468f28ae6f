/** Keeps secrets that the hub must be able to read again: AES-256-GCM, with the id of its key beside each, bound to what it belongs to. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { HubError } from '../graphql/errors';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';
import type { SecretKey, SecretKeys } from './secret-keys';

const version = 'v1';
const cipher = 'aes-256-gcm';
const ivBytes = 12;

@Injectable()
export class SecretBox {
  private readonly keys: SecretKeys;

  constructor(@Inject(hubSettings) { secretKeys }: Pick<Settings, 'secretKeys'>) {
    this.keys = secretKeys;
  }

  /** Every sealed secret under the current key begins with this; null where there is no key. */
  get currentPrefix(): string | null {
    return this.keys.current && prefixOf(this.keys.current);
  }

  /** Seals a secret. `owner` says whose it is: it opens for nobody else. Throws CONFLICT where the hub has no key. */
  seal(secret: string, owner: string): string {
    const { current } = this.keys;
    if (!current)
      throw new HubError('CONFLICT', 'This hub cannot keep secrets yet: whoever runs it sets HUB_SECRET_KEY first');
    const iv = randomBytes(ivBytes);
    const sealing = createCipheriv(cipher, current.key, iv).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()]);
    return prefixOf(current) + [iv, sealed, sealing.getAuthTag()].map((part) => part.toString('base64url')).join('.');
  }

  /** Opens a sealed secret. Throws an Error where its key is not known, or it was changed, or is somebody else's. */
  open(text: string, owner: string): string {
    const [, id, ...parts] = text.split('.');
    const known = this.find(id ?? '');
    const [iv, sealed, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
    if (!known || !iv || !sealed || !tag)
      throw new Error(`A secret is sealed with the key ${id ?? '?'}, which is not set.`);
    const opening = createDecipheriv(cipher, known.key, iv, { authTagLength: 16 });
    opening.setAAD(Buffer.from(owner)).setAuthTag(tag);
    return Buffer.concat([opening.update(sealed), opening.final()]).toString('utf8');
  }

  /** The id of the key that a text was sealed with; null for a text that is not sealed. */
  keyIdOf(text: string): string | null {
    return new RegExp(`^${version}\\.([0-9a-f]{8})\\.`).exec(text)?.[1] ?? null;
  }

  /** Whether what was sealed with this key can be opened. */
  knows(keyId: string): boolean {
    return this.find(keyId) !== undefined;
  }

  private find(keyId: string): SecretKey | undefined {
    const { current, former } = this.keys;
    return [...(current ? [current] : []), ...former].find(({ id }) => id === keyId);
  }
}

const prefixOf = ({ id }: SecretKey) => `${version}.${id}.`;
