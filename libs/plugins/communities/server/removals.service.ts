/** Ending somebody's membership: they are told, and read why. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { badInput, Directory, Mail, type Action } from '@hub/core/server';
import { People } from '@hub/plugins/identity/contract';
import type { CommunityKind } from '@hub/plugins/communities/contract';
import { CommunityPeople } from './people.service';

export interface Removal {
  readonly community: EntityRef;
  readonly member: EntityRef;
  readonly words: string;
}

@Injectable()
export class CommunityRemovals {
  constructor(
    @Inject(CommunityPeople) private readonly people: CommunityPeople,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(People) private readonly addresses: People,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  /** Throws NOT_FOUND for those who do not belong to it, BAD_USER_INPUT for oneself and for the last facilitator. */
  async remove(action: Action, { community, member, words }: Removal): Promise<EntityRef> {
    if (member === action.actor.ref) throw badInput('input.member', 'Leave the community instead');
    const { kind } = await this.people.leave(action, member, community);
    await this.write(action, { community, member, words }, kind);
    return community;
  }

  /** Not what it is called, where they may not know that any more. */
  private async write({ tx, at }: Action, { community, member, words }: Removal, kind: CommunityKind): Promise<void> {
    const to = await this.addresses.emailOf(tx, member);
    if (!to) return;
    const name = kind === 'PRIVATE' ? null : (await this.directory.get(tx, community))?.title;
    const called = name ?? 'a private community';
    await this.mail.write(tx, {
      ...{ to, member, at, subject: `You no longer belong to ${called}` },
      paragraphs: [
        `Those who facilitate ${called} have ended your membership of it. What only its members see is closed to you from now on; what you wrote there stays.`,
        'They write:',
        words.trim(),
      ],
    });
  }
}
