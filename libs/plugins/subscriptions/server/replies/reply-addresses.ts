/** The address that an answer to a mail goes to: signed for one notification, which has one reader, and good for 30 days. */
import { Inject, Injectable } from '@nestjs/common';
import { hubSettings, SignedWords, type Settings } from '@hub/core/server';
import { base32, bytesOfBase32 } from './base32';

const purpose = 'replies by mail';
const goodForDays = 30;

export interface OpenedAddress {
  /** The notification's uuid. */
  readonly notification: string;
  readonly isExpired: boolean;
}

@Injectable()
export class ReplyAddresses {
  constructor(
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(SignedWords) private readonly signed: SignedWords,
  ) {}

  /** Null where mails cannot be answered. */
  addressOf(notification: string, at: Date): string | null {
    const { mailReplies } = this.settings;
    if (!mailReplies) return null;
    const until = new Date(at.getTime() + goodForDays * 24 * 60 * 60_000);
    const signed = this.signed.sign(purpose, Buffer.from(notification.replaceAll('-', ''), 'hex'), until);
    return `${mailReplies.local}+${base32(signed)}@${mailReplies.domain}`;
  }

  /** The first of these addresses that the hub signed. Null when none is. */
  find(addresses: readonly string[], now: Date): OpenedAddress | null {
    for (const address of addresses) {
      const opened = this.open(address.toLowerCase(), now);
      if (opened) return opened;
    }
    return null;
  }

  private open(address: string, now: Date): OpenedAddress | null {
    const { mailReplies } = this.settings;
    const [local = '', domain] = address.split('@');
    const [name, code = ''] = local.split('+');
    if (!mailReplies || domain !== mailReplies.domain || name !== mailReplies.local) return null;
    const bytes = bytesOfBase32(code);
    const read = bytes && this.signed.read(purpose, bytes, now);
    if (read?.words.length !== 16) return null;
    const hex = read.words.toString('hex');
    const notification = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { notification, isExpired: read.isExpired };
  }
}
