/** Words that leave the hub and come back, in links and addresses: signed for one purpose, and good until a day. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';
import type { SecretKey, SecretKeys } from './secret-keys';

/** 128 bits: nobody guesses one. */
const macBytes = 16;
const dayMs = 24 * 60 * 60_000;

export interface ReadWords {
  readonly words: Buffer;
  /** They were good, and are no more. */
  readonly isExpired: boolean;
}

@Injectable()
export class SignedWords {
  private readonly keys: SecretKeys;

  constructor(@Inject(hubSettings) { secretKeys }: Pick<Settings, 'secretKeys'>) {
    this.keys = secretKeys;
  }

  /** False where the hub has no key. */
  get canSign(): boolean {
    return this.keys.current !== null;
  }

  /** Signs words for a purpose: the signature, the last day in two bytes, and the words themselves. Throws an Error without a key. */
  sign(purpose: string, words: Buffer, until: Date): Buffer {
    const { current } = this.keys;
    if (!current) throw new Error('Nothing can be signed: HUB_SECRET_KEY is not set.');
    const day = Buffer.alloc(2);
    day.writeUInt16BE(Math.ceil(until.getTime() / dayMs));
    const dated = Buffer.concat([day, words]);
    return Buffer.concat([macOf(current, purpose, dated), dated]);
  }

  /** What was signed for this purpose, with the key of now or a former one; null for anything else. */
  read(purpose: string, signed: Buffer, now: Date): ReadWords | null {
    const mac = signed.subarray(0, macBytes);
    const dated = signed.subarray(macBytes);
    if (dated.length < 2) return null;
    const keys = [...(this.keys.current ? [this.keys.current] : []), ...this.keys.former];
    if (!keys.some((key) => timingSafeEqual(macOf(key, purpose, dated), mac))) return null;
    return { words: dated.subarray(2), isExpired: dated.readUInt16BE(0) * dayMs < now.getTime() };
  }
}

/** Each purpose has a key of its own, made of the hub's. */
function macOf({ key }: SecretKey, purpose: string, dated: Buffer): Buffer {
  const own = Buffer.from(hkdfSync('sha256', key, '', `hub signs ${purpose}`, 32));
  return createHmac('sha256', own).update(dated).digest().subarray(0, macBytes);
}
