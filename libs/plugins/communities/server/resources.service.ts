/** Pinning what is worth reading in a community, and taking it down again. */
import { Inject, Injectable } from '@nestjs/common';
import { kindOfId, type EntityRef } from '@hub/core/contract';
import { Access, Audit, badInput, visibleSql, type Action } from '@hub/core/server';
import { mostPinned, pinnableKinds } from '@hub/plugins/communities/contract';
import { CommunityPeople } from './people.service';
import { withPinned, type Pinned } from './resources.rules';

export interface PinResource {
  readonly community: EntityRef;
  readonly subject: EntityRef;
  readonly place?: number | null;
}

@Injectable()
export class CommunityResources {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(CommunityPeople) private readonly people: CommunityPeople,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * Pins a thing that the actor can see, or moves it to another place. Throws NOT_FOUND for what they cannot see, BAD_USER_INPUT for what
   * has no page to read, for a place below 1 and where they see as many as there may be.
   */
  async pin(action: Action, { community, subject, place = null }: PinResource): Promise<void> {
    const { tx, actor } = action;
    await this.people.locked(tx, community);
    await this.access.requireVisible(tx, actor, subject);
    requirePinnable(subject, community);
    if (place !== null && place < 1) throw badInput('input.place', 'Places begin at 1');
    const pinned = await this.pinnedIn(action, community);
    const isThere = pinned.some(({ ref }) => ref === subject);
    if (!isThere && pinned.filter(({ isSeen }) => isSeen).length >= mostPinned)
      throw badInput('input.subject', `${mostPinned} are pinned. Unpin one first`);
    await tx.query(
      `INSERT INTO communities.resource (community_ref, subject_ref, place)
       SELECT $1, ref, place FROM unnest($2::text[]) WITH ORDINALITY AS ordered (ref, place)
       ON CONFLICT (community_ref, subject_ref) DO UPDATE SET place = excluded.place`,
      [community, withPinned(pinned, subject, place)],
    );
    if (!isThere) await this.note(action, 'community.resource-pinned', community, subject);
  }

  /** Takes it down; harmless to repeat. Throws as `pin` does. */
  async unpin(action: Action, { community, subject }: Omit<PinResource, 'place'>): Promise<void> {
    const { tx, actor } = action;
    await this.people.locked(tx, community);
    await this.access.requireVisible(tx, actor, subject);
    requirePinnable(subject, community);
    const [removed] = await tx.query<[unknown[], number]>(
      'DELETE FROM communities.resource WHERE community_ref = $1 AND subject_ref = $2 RETURNING 1',
      [community, subject],
    );
    if (removed.length > 0) await this.note(action, 'community.resource-unpinned', community, subject);
  }

  private pinnedIn({ tx, actor }: Action, community: EntityRef): Promise<Pinned[]> {
    return tx.query(
      `SELECT r.subject_ref AS ref, ${visibleSql('e', '$2::text[]')} AS "isSeen"
       FROM communities.resource r JOIN core.entity e ON e.ref = r.subject_ref WHERE r.community_ref = $1 ORDER BY r.place, r.subject_ref`,
      [community, actor.keys],
    );
  }

  private async note({ tx, actor }: Action, action: string, community: EntityRef, resource: EntityRef): Promise<void> {
    await this.audit.add(tx, { action, actor: actor.ref, subject: community, facts: { resource } });
  }
}

function requirePinnable(subject: EntityRef, community: EntityRef): void {
  if (subject === community || !pinnableKinds.some((kind) => kind === kindOfId(subject)))
    throw badInput('input.subject', 'This cannot be pinned here');
}
