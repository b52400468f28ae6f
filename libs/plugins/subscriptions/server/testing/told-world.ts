/** A small world for the table of who is told what: a thread and all that it is near to, and many members, each with other rules. */
import { careModelRef, keyOfSiteMembers, networkKey, type EntityRef } from '@hub/core/contract';
import { definePlugin } from '@hub/core/server';
import { noteRef, writeNote, type TestHub } from '@hub/testing';
import { memberRef, siteRef } from '@hub/plugins/sites/contract';
import type { FollowLevel, MailFrequency, NewsTopic } from '@hub/plugins/subscriptions/contract';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export const site = siteRef('northvale');
export const author = memberRef('siobhan-wrenfield');
const seenInside = keyOfSiteMembers(site);

/** `hidden` is seen by members of the site alone, and so is the step that leads from the family's first to what the thread is about. */
export const near = {
  thread: noteRef('thread'),
  author,
  about: noteRef('about'),
  hidden: noteRef('hidden'),
  family: noteRef('first-of-family'),
  site,
  mcp: careModelRef('MCP'),
} as const;
export type Near = keyof typeof near;
export const step = noteRef('step');

/** What the plugin's own tables say is what follows by default, and what comes from what. */
class World1900000009000 implements MigrationInterface {
  readonly name = 'World1900000009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA world;
      CREATE TABLE world.writes (member_ref text, target_ref text, in_hub_alone boolean, since timestamptz);
      CREATE FUNCTION world.origins(start text) RETURNS TABLE (ref text, via text[]) LANGUAGE sql STABLE AS $$
        SELECT '${near.family}', ARRAY['${step}'] WHERE start = '${near.about}' $$;
      CREATE FUNCTION world.offspring(start text) RETURNS TABLE (ref text, via text[]) LANGUAGE sql STABLE AS $$
        SELECT '${near.about}', ARRAY['${step}'] WHERE start = '${near.family}' $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA world CASCADE');
  }
}

export const worldPlugin = definePlugin({
  id: 'world',
  needs: ['sites'],
  migrations: [World1900000009000],
  families: { kind: 'note', origins: 'world.origins', offspring: 'world.offspring' },
  defaultRules: [
    {
      ...{ name: 'world.writes', label: 'Discussions that you write in', because: 'You wrote in this discussion' },
      follows: { kind: 'note', view: 'world.writes' },
    },
  ],
});

export interface Rule {
  readonly near: Near;
  readonly level: FollowLevel;
  readonly leaveOut: readonly NewsTopic[];
  readonly mailed: MailFrequency | null;
}

export interface Person {
  readonly ref: EntityRef;
  readonly rules: readonly Rule[];
  /** Wrote in the thread, under their name or without. */
  readonly wrote: 'named' | 'anonymous' | null;
  readonly switchedOff: boolean;
  readonly settings: { readonly mailed: MailFrequency; readonly forYou: MailFrequency | null } | null;
  /** Of the site, at this time. */
  isInside: boolean;
}

const levels = ['WATCHING', 'FIRST_POSTS', 'REPLIES', 'MUTED'] as const;
const frequencies = [null, 'AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER'] as const;
const left: readonly (readonly NewsTopic[])[] = [[], ['ANNOUNCEMENT'], ['DISCUSSION', 'PUBLICATION'], []];

/** Everybody with one rule, and with every two, at all levels; the rest goes around, so that all meets all. */
export function everybody(): Person[] {
  const one = Object.keys(near).flatMap((each) => levels.map((level) => ({ near: each as Near, level })));
  const none = { near: 'thread', level: 'NONE' } as const;
  const pairs = one.flatMap((first, at) =>
    [...one.slice(at + 1), none].filter((second) => second.near !== first.near).map((second) => [first, second]),
  );
  const kinds = [[], [none], ...one.map((rule) => [rule]), ...pairs, [], []];
  return kinds.map((rules, at) => ({
    ref: memberRef(`told-${at}`),
    rules: rules.map((rule, place) => ({
      ...rule,
      leaveOut: left[(at + place) % 4] ?? [],
      mailed: frequencies[(at + 2 * place) % 5] ?? null,
    })),
    wrote: ([null, 'named', null, 'anonymous', null] as const)[at % 5] ?? null,
    switchedOff: at % 7 === 3,
    settings:
      at % 3 === 0 ? null : { mailed: frequencies[1 + (at % 4)] ?? 'WEEKLY', forYou: frequencies[at % 5] ?? null },
    isInside: at % 2 === 0,
  }));
}

const rows = (of: string) => `jsonb_to_recordset($1::jsonb) AS ${of}`;

/** Writes the things and the people, in a few statements. */
export async function furnish(hub: TestHub, people: readonly Person[]): Promise<void> {
  for (const name of ['thread', 'about', 'first-of-family']) await writeNote(hub, { name });
  for (const name of ['hidden', 'step']) await writeNote(hub, { name, visibility: 'site', owner: site });
  await hub.sql(
    `INSERT INTO core.entity (ref, kind, title, visibility, needs, created_at, updated_at)
     SELECT ref, 'member', ref, 'network', '{network}', now(), now() FROM ${rows('p (ref text)')}`,
    [JSON.stringify(people)],
  );
  await hub.sql(`INSERT INTO core.account (ref, keys) SELECT ref, '{}' FROM ${rows('p (ref text)')}`, [
    JSON.stringify(people),
  ]);
  await letIn(hub, people);
  await hub.sql(
    `INSERT INTO subscriptions.follow (member_ref, target_ref, level, leave_out, whole_family, mailed, since)
     SELECT ref, target, level, ARRAY(SELECT jsonb_array_elements_text(left_out)), target = '${near.family}', mailed, now()
     FROM ${rows('r (ref text, target text, level text, left_out jsonb, mailed text)')}`,
    [
      JSON.stringify(
        people.flatMap(({ ref, rules }) =>
          rules.map((rule) => ({ ...rule, ref, target: near[rule.near], left_out: rule.leaveOut })),
        ),
      ),
    ],
  );
  await hub.sql(
    `INSERT INTO world.writes SELECT ref, '${near.thread}', wrote = 'anonymous', '2020-01-01' FROM ${rows('p (ref text, wrote text)')} WHERE wrote IS NOT NULL`,
    [JSON.stringify(people)],
  );
  await hub.sql(
    `INSERT INTO subscriptions.switched_off SELECT ref, 'world.writes', now() FROM ${rows('p (ref text, "switchedOff" boolean)')} WHERE "switchedOff"`,
    [JSON.stringify(people)],
  );
  await hub.sql(
    `INSERT INTO subscriptions.mail_setting (member_ref, mailed, for_you, day, most_a_day)
     SELECT ref, settings->>'mailed', settings->>'forYou', 'MONDAY', 10 FROM ${rows('p (ref text, settings jsonb)')} WHERE settings <> 'null'`,
    [JSON.stringify(people)],
  );
}

/** Gives everybody the keys that they hold now. */
export async function letIn(hub: TestHub, people: readonly Person[]): Promise<void> {
  await hub.sql(
    `UPDATE core.account a SET keys = CASE WHEN p."isInside" THEN ARRAY['${networkKey}', '${seenInside}'] ELSE ARRAY['${networkKey}'] END
     FROM ${rows('p (ref text, "isInside" boolean)')} WHERE a.ref = p.ref`,
    [JSON.stringify(people)],
  );
}
