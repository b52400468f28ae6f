/** Export and erasure: identity asks every plugin what it keeps of a person, and knows itself of the account. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfRole, networkRoles, type EntityRef } from '@hub/core/contract';
import {
  Accounts,
  type Action,
  Audit,
  badInput,
  contributionsOf,
  Directory,
  Forbidden,
  Sessions,
} from '@hub/core/server';
import { personalData, type PersonalData } from '@hub/plugins/identity/contract';
import { Members } from '@hub/plugins/sites/contract';
import { accountOf, eraseAccount } from './account-data';

export interface Export {
  readonly fileName: string;
  readonly content: string;
}

@Injectable()
export class PersonalDataService {
  constructor(
    @Inject(contributionsOf(personalData)) private readonly sections: readonly PersonalData[],
    @Inject(Members) private readonly members: Members,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Everything the hub keeps of the member who asks, as a JSON document. */
  async export({ tx, actor, at }: Action): Promise<Export> {
    const member = actor.ref;
    const found: Record<string, unknown> = { account: await accountOf(tx, member) };
    for (const section of this.sections) found[section.name] = await section.export(tx, member);
    await this.audit.add(tx, { action: 'personal-data.exported', actor: member, subject: member });
    const day = at.toISOString().slice(0, 10);
    const content = JSON.stringify({ hub: 'Vanguard hub', member, exportedAt: at, ...found }, null, 2);
    return { fileName: `vanguard-hub-my-data-${day}.json`, content };
  }

  /**
   * Erases the member who asks. What they wrote for others stays, under "Former member". Throws BAD_USER_INPUT when the name typed
   * is not theirs, and when a site would be left without a lead.
   */
  async erase(action: Action, typedName: string): Promise<void> {
    const { tx, actor, at } = action;
    const member = actor.ref;
    const name = (await this.directory.get(tx, member))?.title ?? '';
    if (typedName.trim() !== name) throw badInput('input.confirmName', `Type your name as the hub shows it: ${name}`);
    if (!(await this.accounts.isLeftWithAdministrator(tx, member)) && actor.keys.includes(keyOfRole('administrator')))
      throw new Forbidden('The hub cannot be without an administrator. Make somebody else one first');
    for (const section of this.sections) await section.erase?.(action, member);
    await this.members.anonymise(action, member);
    await this.close(action, member);
    await eraseAccount(tx, member);
    await this.accounts.setSuspended(tx, member, at);
    await this.audit.add(tx, { action: 'person.erased', actor: member, subject: member });
  }

  /** Nothing opens anything to them any more. */
  private async close({ tx }: Action, member: EntityRef): Promise<void> {
    await this.sessions.endAll(tx, { member });
    await this.accounts.revoke(tx, member, networkRoles.map(keyOfRole));
  }
}
