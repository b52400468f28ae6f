/** Links that work without signing in, each for one person and one thing: they stop mail, or mute, and do nothing else. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { SignedLinks, type SignedLinkKind } from '@hub/core/server';
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

const kind: SignedLinkKind = { purpose: 'mail links', path: stopMailPath };

@Injectable()
export class MailLinks {
  constructor(@Inject(SignedLinks) private readonly links: SignedLinks) {}

  /** The address of a link that is sent at this time. */
  addressOf({ act, member, target }: MailLink, at: Date): string {
    return this.links.addressOf(kind, [act, member, target], at);
  }

  /** What a token asks for. Null for one that the hub never signed. */
  open(token: string, now: Date): OpenedLink | null {
    const read = this.links.open<[LinkAct, EntityRef, EntityRef | '']>(kind, token, now);
    if (!read) return null;
    const [act, member, target] = read.words;
    return { act, member, target, isExpired: read.isExpired };
  }
}
