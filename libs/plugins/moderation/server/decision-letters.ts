/**
 * Letters to authors about what was decided. They carry no word of the post. Whoever wrote anonymously gets none: the list of letters,
 * which administrators read, would say whose post it is. The notice in the hub is theirs alone.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Directory, Links, Mail, type Action } from '@hub/core/server';
import { People } from '@hub/plugins/identity/contract';
import { ownCasePage, type CaseDecision } from '@hub/plugins/moderation/contract';
import type { ModeratedPost } from '@hub/plugins/threads/contract';
import type { CaseRecord } from './moderation.records';

interface Told {
  readonly record: CaseRecord;
  readonly post: ModeratedPost;
}

const outcomes: Readonly<Record<CaseDecision, string>> = {
  KEEP: 'A moderator has looked at a post of yours that was reported, and keeps it as it is.',
  EDIT_OUT: 'A moderator has cut some words out of a post of yours that was reported.',
  REMOVE: 'A moderator has removed a post of yours that was reported.',
  LOCK_THREAD: 'A moderator has looked at a post of yours that was reported, and has closed its discussion to replies.',
};

@Injectable()
export class DecisionLetters {
  constructor(
    @Inject(Directory) private readonly directory: Directory,
    @Inject(People) private readonly people: People,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Links) private readonly links: Links,
  ) {}

  decided(action: Action, told: Told, decision: CaseDecision): Promise<void> {
    return this.write(action, told, 'A moderator has decided about a post of yours', outcomes[decision]);
  }

  appealDecided(action: Action, told: Told, upheld: boolean): Promise<void> {
    const sentence = upheld
      ? 'Another moderator has looked at your appeal and agrees with you.'
      : 'Another moderator has looked at your appeal, and the decision stands.';
    return this.write(action, told, 'A moderator has answered your appeal', sentence);
  }

  /** Sent only while they may still see the discussion. */
  private async write({ tx, at }: Action, { post, record }: Told, subject: string, sentence: string): Promise<void> {
    if (post.anonymous) return;
    const to = await this.people.emailOf(tx, post.author);
    const thread = to && (await this.directory.get(tx, post.thread));
    if (!to || !thread) return;
    await this.mail.write(tx, {
      ...{ to, member: post.author, at, subject, needs: thread.needs },
      paragraphs: [sentence, `It is in the discussion "${thread.title}".`],
      action: { label: 'Read why', href: this.links.absolute(ownCasePage.replace(':id', record.id)) },
      footer: ['You get this letter because it is about something that you wrote. It cannot be switched off.'],
    });
  }
}
