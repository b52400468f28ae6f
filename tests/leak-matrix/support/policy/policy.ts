/**
 * Which object types are guarded, by whom they may be read and which of their texts carry canaries: written by hand, beside the hub
 * and without its code, a file for each plugin. A type that is not listed fails the gate; so does a text of a guarded type that is neither
 * planted nor listed as plain.
 */
import { adaptations } from './adaptations';
import { administration } from './administration';
import { communities } from './communities';
import { core } from './core';
import { evaluation } from './evaluation';
import { exchange } from './exchange';
import { files } from './files';
import { identity } from './identity';
import { interventions } from './interventions';
import { likeness } from './likeness';
import { membership } from './membership';
import { moderation } from './moderation';
import { search } from './search';
import { sites } from './sites';
import { subscriptions } from './subscriptions';
import { threads } from './threads';
import type { Guarded, TypesOfPlugin } from './rows';

const all: readonly TypesOfPlugin[] = [
  adaptations,
  administration,
  communities,
  core,
  evaluation,
  exchange,
  files,
  identity,
  interventions,
  likeness,
  membership,
  moderation,
  search,
  sites,
  subscriptions,
  threads,
];

const rows = all.flatMap((types) => Object.entries(types.guarded ?? {}));

/** The name of each row: twice where two plugins have one. */
export const guardedNames: readonly string[] = rows.map(([name]) => name);
export const guarded: Readonly<Record<string, Guarded>> = Object.fromEntries(rows);
export const publicTypes: readonly string[] = all.flatMap((types) => types.publicTypes ?? []);
export const payloads: readonly string[] = all.flatMap((types) => types.payloads ?? []);
