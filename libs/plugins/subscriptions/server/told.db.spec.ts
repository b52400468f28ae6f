/**
 * Who is told what, by which channel and with which reason: every rule, pair of rules, exclusion, level, mute, visibility and change of
 * membership, against a model written from the words of the README.
 */
import { careModelRef, keyOfSiteDrafts, keyOfSiteMembers, type EntityRef } from '@hub/core/contract';
import { createTestHub, notesPlugin, tellNote, type TestHub } from '@hub/testing';
import type { FollowLevel, NewsTopic } from '@hub/plugins/subscriptions/contract';
import { choicesJoined, frequency, isStillWanted } from './mail/frequency.sql';
import {
  author,
  everybody,
  furnish,
  letIn,
  near,
  site,
  worldPlugin,
  type Near,
  type Person,
} from './testing/told-world';

interface Told {
  readonly topic: NewsTopic;
  readonly news: 'first' | 'reply';
  readonly seenBy: 'everyone' | 'signed in' | 'the site' | 'a community' | 'whoever drafts';
  readonly isAnonymous: boolean;
  readonly isAddressed: boolean;
}

const usual: Told = { topic: 'DISCUSSION', news: 'first', seenBy: 'signed in', isAnonymous: false, isAddressed: false };
const events: Told[] = [
  ...(['DISCUSSION', 'ANNOUNCEMENT', 'PUBLICATION'] as const).flatMap((topic) =>
    (['first', 'reply'] as const).map((news) => ({ ...usual, topic, news })),
  ),
  ...(['everyone', 'the site', 'a community', 'whoever drafts'] as const).map((seenBy) => ({ ...usual, seenBy })),
  { ...usual, isAnonymous: true },
  { ...usual, isAddressed: true },
  { ...usual, isAddressed: true, topic: 'ANNOUNCEMENT', news: 'reply', seenBy: 'the site' },
];

const needs: Readonly<Record<Told['seenBy'], readonly string[]>> = {
  everyone: [],
  'signed in': ['network'],
  'the site': ['network', keyOfSiteMembers(site)],
  'a community': ['community:network/of-nobody-here'],
  'whoever drafts': [keyOfSiteDrafts(site)],
};

/** From the README: the most particular rule first. */
const circles: readonly (readonly Near[])[] = [['thread', 'author'], ['about', 'hidden'], ['family'], ['site', 'mcp']];
const loud: readonly FollowLevel[] = ['MUTED', 'WATCHING', 'FIRST_POSTS', 'REPLIES'];
const titles: Readonly<Record<Near, string>> = {
  ...{
    thread: 'You follow thread',
    author: 'You follow the author',
    about: 'You follow about',
    hidden: 'You follow hidden',
  },
  ...{ family: 'You follow the whole family of first-of-family', site: 'You follow the site', mcp: 'You follow MCP' },
};

interface Candidate {
  readonly level: FollowLevel;
  readonly reason: string;
  readonly mailed: string | null;
}

/** The rule that decides for a person, if any. */
function deciding(person: Person, { topic, isAnonymous }: Told): Candidate | null {
  const sees = (one: Near) => person.isInside || !['hidden', 'family'].includes(one);
  for (const circle of circles) {
    const found: (Candidate & { readonly near: Near })[] = person.rules
      .filter((rule) => circle.includes(rule.near) && rule.level !== 'NONE' && sees(rule.near))
      .filter((rule) => rule.near !== 'author' || !isAnonymous)
      .map(({ near: of, level, leaveOut, mailed }) => {
        const hears = level !== 'MUTED' && leaveOut.includes(topic) ? 'REPLIES' : level;
        return { near: of, level: hears, reason: titles[of], mailed };
      })
      .sort((one, other) => near[one.near].localeCompare(near[other.near], 'en'));
    const byDefault = circle.includes('thread') && person.wrote === 'named' ? holding(person) : [];
    const [first] = [...found, ...byDefault].sort((one, other) => loud.indexOf(one.level) - loud.indexOf(other.level));
    if (first) return first;
  }
  return null;
}

/** Following by default: for whoever has no rule for the thread, and did not switch it off. */
function holding({ rules, switchedOff }: Person): Candidate[] {
  if (switchedOff || rules.some((rule) => rule.near === 'thread')) return [];
  return [{ level: 'WATCHING', reason: 'You wrote in this discussion', mailed: null }];
}

/** "reason, by channel", or nothing. */
function expected(person: Person, told: Told): string | null {
  const isSeen = {
    everyone: true,
    'signed in': true,
    'the site': person.isInside,
    'a community': false,
    'whoever drafts': false,
  };
  if (!isSeen[told.seenBy]) return null;
  const anonymously = person.wrote === 'anonymous' ? holding(person)[0] : undefined;
  const own = deciding(person, told);
  const rule = own ?? anonymously ?? null;
  if (rule?.level === 'MUTED') return null;
  const chosen = person.settings ?? { mailed: 'WEEKLY', forYou: null };
  if (told.isAddressed) {
    const ofThread = person.rules.find((each) => each.near === 'thread')?.mailed ?? null;
    return `mentioned you, ${channel(ofThread ?? chosen.forYou ?? chosen.mailed)}`;
  }
  const hears = rule?.level === 'WATCHING' || (rule?.level === 'FIRST_POSTS' && told.news === 'first');
  if (!rule || !hears) return null;
  return `${rule.reason}, ${own ? channel(rule.mailed ?? chosen.mailed) : 'inbox'}`;
}

const channel = (often: string) => ({ AT_ONCE: 'mail at once', NEVER: 'inbox' })[often] ?? 'digest';

describe('who is told what, by which channel and why', () => {
  let hub: TestHub;
  const people = everybody();

  beforeAll(async () => {
    hub = await createTestHub({ only: ['subscriptions'], also: [notesPlugin, worldPlugin] });
    await furnish(hub, people);
    await hub.drain();
  });
  afterAll(() => hub.close());

  /** Tells it, and gives what each person was told in their own inbox's words. */
  async function tell(told: Told): Promise<Record<EntityRef, string>> {
    await hub.sql('TRUNCATE subscriptions.notification CASCADE');
    await hub.sql('UPDATE core.entity SET needs = $2 WHERE ref = $1', [near.thread, needs[told.seenBy]]);
    await tellNote(hub, {
      ...{ subject: near.thread, actor: told.isAnonymous ? null : author, news: told.news, topic: told.topic },
      circles: [[near.thread], [near.about, near.hidden], [site, near.mcp, careModelRef('UEC')]],
      addressees: told.isAddressed ? people.map(({ ref }) => ({ member: ref, because: 'mentioned you' })) : [],
    });
    const rows = await hub.sql<{ member: EntityRef; words: string }>(
      `SELECT n.member_ref AS member, coalesce(n.because, CASE n.ruled_by WHEN 'world.writes' THEN 'You wrote in this discussion'
           ELSE 'You follow ' || CASE n.ruled_by WHEN 'FAMILY' THEN 'the whole family of ' ELSE '' END ||
             CASE n.rule_ref WHEN $1 THEN 'the author' WHEN $2 THEN 'the site' WHEN $3 THEN 'MCP' ELSE split_part(n.rule_ref, '/', 2) END END)
         || ', ' || CASE WHEN NOT (${isStillWanted}) THEN 'inbox'
              ELSE CASE ${frequency} WHEN 'AT_ONCE' THEN 'mail at once' WHEN 'NEVER' THEN 'inbox' ELSE 'digest' END END AS words
       FROM subscriptions.notification n ${choicesJoined} WHERE n.member_ref LIKE 'member:network/told-%'`,
      [author, site, near.mcp],
    );
    expect(new Set(rows.map(({ member }) => member)).size).toBe(rows.length);
    return Object.fromEntries(rows.map(({ member, words }) => [member, words]));
  }

  const modelled = (told: Told) =>
    Object.fromEntries(
      people.flatMap((person) => {
        const words = expected(person, told);
        return words ? [[person.ref, words]] : [];
      }),
    );

  it.each(['as they are', 'after half of them joined the site, and half left'])('%s', async (when) => {
    if (when !== 'as they are') {
      for (const person of people) person.isInside = !person.isInside;
      await letIn(hub, people);
    }
    const channels = new Set<string>();
    for (const told of events) {
      const answer = modelled(told);
      expect({ told, who: await tell(told) }).toEqual({ told, who: answer });
      Object.values(answer).forEach((words) => channels.add(words.split(', ')[1] ?? ''));
    }
    expect([...channels].sort()).toEqual(['digest', 'inbox', 'mail at once']);
  });
});
