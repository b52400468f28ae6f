/** Members change what others see of them. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Audit, Directory, NotFound, type Action } from '@hub/core/server';
import { MemberRecord } from './member.record';
import { profileChange, type UpdateProfileInput } from './profile.rules';

@Injectable()
export class ProfilesService {
  constructor(
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Changes the actor's own profile. Throws BAD_USER_INPUT naming each field that cannot be stored. */
  async update({ tx, actor, at }: Action, input: UpdateProfileInput): Promise<EntityRef> {
    const { displayName, careModels, ...said } = profileChange(input);
    const member = await tx.findOne(MemberRecord, { where: { ref: actor.ref }, lock: { mode: 'pessimistic_write' } });
    const entry = await this.directory.get(tx, actor.ref);
    if (!member || !entry) throw new NotFound();
    const changed = { ...member, ...defined(said) };
    await tx.save(MemberRecord, changed);
    await this.directory.put(tx, {
      ref: actor.ref,
      title: displayName ?? entry.title,
      summary: changed.roleTitle ?? '',
      careModels: careModels ?? entry.careModels,
      visibility: 'network',
      at,
    });
    const facts = { changed: Object.keys(defined({ displayName, careModels, ...said })) };
    await this.audit.add(tx, { action: 'profile.changed', actor: actor.ref, subject: actor.ref, facts });
    return actor.ref;
  }
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
