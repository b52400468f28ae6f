/** Links in mails that work without signing in, each for one person and one thing. */
import { Inject, Injectable } from '@nestjs/common';
import { Links } from '../plugin/links';
import { SignedWords } from '../secrets/signed-words';

/** What links of one kind are signed for, and where they lead. */
export interface SignedLinkKind {
  readonly purpose: string;
  /** Inside the hub, such as `/mail/stop`. */
  readonly path: string;
}

/** Mails are read late, and people look for the link in an old one. */
const goodForDays = 90;
const dayMs = 24 * 60 * 60_000;

@Injectable()
export class SignedLinks {
  constructor(
    @Inject(Links) private readonly links: Links,
    @Inject(SignedWords) private readonly signed: SignedWords,
  ) {}

  /** The address of a link that says these words, sent at this time and good for 90 days. Throws an Error where the hub has no key. */
  addressOf({ purpose, path }: SignedLinkKind, words: readonly string[], at: Date): string {
    const until = new Date(at.getTime() + goodForDays * dayMs);
    const token = this.signed.sign(purpose, Buffer.from(JSON.stringify(words)), until);
    return `${this.links.absolute(path)}?token=${token.toString('base64url')}`;
  }

  /** What a token of this kind says, as it was given to `addressOf`. Null for one that the hub never signed. */
  open<Words extends readonly string[]>({ purpose }: SignedLinkKind, token: string, now: Date) {
    const read = this.signed.read(purpose, Buffer.from(token, 'base64url'), now);
    return read && { words: JSON.parse(read.words.toString()) as Words, isExpired: read.isExpired };
  }
}
