/** Keeps one photo of each member, and gives it only to those who may see the member. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef, Viewer } from '@hub/core/contract';
import { Audit, Database, entityChanged, Outbox, visibleSql, type Action } from '@hub/core/server';
import type { EntityManager } from 'typeorm';
import { MemberPhotoRecord } from './member.record';
import type { Photo } from './photo';

@Injectable()
export class PhotosService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Puts it in place of the one before. */
  async put(member: EntityRef, { image, mark }: Photo): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.upsert(MemberPhotoRecord, { memberRef: member, image, mark, addedAt: new Date() }, ['memberRef']);
      await this.audit.add(tx, { action: 'profile.photo-set', actor: member, subject: member });
      await this.raiseChanged(tx, member);
    });
  }

  /** Takes the actor's own away. Nothing happens when there is none. */
  async remove({ tx, actor }: Action): Promise<EntityRef> {
    const { affected } = await tx.delete(MemberPhotoRecord, { memberRef: actor.ref });
    if (!affected) return actor.ref;
    await this.audit.add(tx, { action: 'profile.photo-removed', actor: actor.ref, subject: actor.ref });
    await this.raiseChanged(tx, actor.ref);
    return actor.ref;
  }

  /** Whoever is just being told of something of theirs is told with the new photo, or none. */
  private raiseChanged(tx: EntityManager, member: EntityRef): Promise<void> {
    return this.outbox.add(tx, { name: entityChanged.name, subject: member, actor: null, at: new Date(), facts: {} });
  }

  /** The picture, or null when the viewer cannot see the member or there is none: the two look the same. */
  async see(member: EntityRef, { keys }: Viewer): Promise<Buffer | null> {
    const [row] = await this.database.read<{ image: Buffer }>({
      name: 'photo of a member',
      text: `SELECT p.image FROM sites.member_photo p JOIN core.entity e ON e.ref = p.member_ref
             WHERE p.member_ref = $1 AND ${visibleSql('e', '$2::text[]')}`,
      values: [member, keys],
    });
    return row?.image ?? null;
  }
}
