/** Where mail with news goes: the address that a member signs in by. */
import { Inject, Injectable, Optional } from '@nestjs/common';
import { nameOf, type EntityRef } from '@hub/core/contract';
import { hubSettings, Mail, type Settings } from '@hub/core/server';
import { People } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class Addresses {
  constructor(
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(Mail) private readonly mail: Mail,
    @Optional() @Inject(People) private readonly people: People | null,
  ) {}

  /**
   * Those of the members who have one. Members of the demonstration have none: where mail is kept and not sent, theirs are made up at a
   * domain that never is one, so that the demonstration shows what they would get.
   */
  async of(tx: EntityManager, members: readonly EntityRef[]): Promise<ReadonlyMap<EntityRef, string>> {
    const known = (await this.people?.emailsOf(tx, members)) ?? new Map<EntityRef, string>();
    if (!this.mail.isKept || !this.settings.demonstration) return known;
    return new Map(members.map((member) => [member, known.get(member) ?? `${nameOf(member)}@demonstration.invalid`]));
  }
}
