/** What a person chooses about mail. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { badInput, type Action } from '@hub/core/server';
import { mailedAtFirst, mostMailsADay, type MailDay, type MailFrequency } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { MailSettingRecord } from './mail-setting.record';

export type MailSetting = Omit<MailSettingRecord, 'memberRef'>;

export interface SetMailSettingsInput {
  readonly mailed?: MailFrequency | null;
  readonly forYou?: MailFrequency | null;
  readonly day?: MailDay | null;
  readonly mostADay?: number | null;
}

@Injectable()
export class MailSettings {
  /** What a member chose, or what holds for whoever chose nothing. */
  async of(tx: EntityManager, member: EntityRef): Promise<MailSetting> {
    const chosen = await tx.findOneBy(MailSettingRecord, { memberRef: member });
    return chosen ?? mailedAtFirst;
  }

  /** Changes what is named (`forYou: null` names it), and gives all. Throws BAD_USER_INPUT for a number of mails that is none. */
  async set({ tx, actor }: Action, input: SetMailSettingsInput): Promise<MailSetting> {
    const { mostADay } = input;
    if (typeof mostADay === 'number' && (mostADay < 1 || mostADay > mostMailsADay))
      throw badInput('input.mostADay', `Choose from 1 to ${mostMailsADay} mails a day`);
    const current = await this.of(tx, actor.ref);
    const setting = {
      mailed: input.mailed ?? current.mailed,
      forYou: input.forYou === undefined ? current.forYou : input.forYou,
      day: input.day ?? current.day,
      mostADay: mostADay ?? current.mostADay,
    };
    await tx.upsert(MailSettingRecord, { memberRef: actor.ref, ...setting }, ['memberRef']);
    return setting;
  }
}
