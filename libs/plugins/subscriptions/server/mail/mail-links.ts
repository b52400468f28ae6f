/** Links that work without signing in, each for one person and one thing: they stop mail, or mute, and do nothing else. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Links, SignedWords } from '@hub/core/server';
import { stopMailPath } from '@hub/plugins/subscriptions/contract';

/**
 * FOLLOW: stop mail about one thing that is followed. FOR_YOU: about what is addressed to the reader. DIGEST: the mail of the
 * morning. MUTE: hear nothing more of one thing. RULE: switch off a reminder.
 */
export type LinkAct = 'FOLLOW' | 'FOR_YOU' | 'DIGEST' | 'MUTE' | 'RULE';

export interface MailLink {
  readonly act: LinkAct;
  readonly member: EntityRef;
  /** What is followed or muted, or the name of the rule that is switched off; empty for the others. */
  readonly target: EntityRef | '';
}

export interface OpenedLink extends MailLink {
  readonly isExpired: boolean;
}

const purpose = 'mail links';
/** Mails are read late, and people look for the link in an old one. */
const goodForDays = 90;

@Injectable()
export class MailLinks {
  constructor(
    @Inject(Links) private readonly links: Links,
    @Inject(SignedWords) private readonly signed: SignedWords,
  ) {}

  /** The address of a link that is sent at this time. */
  addressOf({ act, member, target }: MailLink, at: Date): string {
    const until = new Date(at.getTime() + goodForDays * 24 * 60 * 60_000);
    const token = this.signed.sign(purpose, Buffer.from(JSON.stringify([act, member, target])), until);
    return `${this.links.absolute(stopMailPath)}?token=${token.toString('base64url')}`;
  }

  /** What a token asks for. Null for one that the hub never signed. */
  open(token: string, now: Date): OpenedLink | null {
    const read = this.signed.read(purpose, Buffer.from(token, 'base64url'), now);
    if (!read) return null;
    const [act, member, target] = JSON.parse(read.words.toString()) as [LinkAct, EntityRef, EntityRef | ''];
    return { act, member, target, isExpired: read.isExpired };
  }
}
