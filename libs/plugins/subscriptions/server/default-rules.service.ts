/** Switches default rules off, and on again. */
import { Inject, Injectable } from '@nestjs/common';
import { badInput, PluginList, type Action } from '@hub/core/server';
import { SwitchedOffRecord } from './follow.record';
import { defaultRules } from './rules.sql';

export interface SetDefaultRuleInput {
  /** Its name. */
  readonly rule: string;
  readonly isOn: boolean;
}

@Injectable()
export class DefaultRules {
  constructor(@Inject(PluginList) private readonly plugins: PluginList) {}

  /** For the actor alone. Harmless to repeat. Throws BAD_USER_INPUT for a name that no rule has. */
  async set({ tx, actor, at }: Action, { rule: name, isOn }: SetDefaultRuleInput) {
    const rule = defaultRules(this.plugins.all).find((each) => each.name === name);
    if (!rule) throw badInput('input.rule', 'There is no such rule');
    const row = { memberRef: actor.ref, rule: name };
    if (isOn) await tx.delete(SwitchedOffRecord, row);
    else await tx.upsert(SwitchedOffRecord, { ...row, at }, ['memberRef', 'rule']);
    return { name, label: rule.label, isOn };
  }
}
