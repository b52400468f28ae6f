/** Furnishes a world through the hub's own API and services: a thing of every kind for every audience, each text with a canary. */
import { Database } from '@hub/core/server';
import { pluginsOfTheHub, type TestClient, type TestHub } from '@hub/testing';
import type { Audience, Canaries } from './canaries';
import { furnishAdaptations } from './furnish-adaptations';
import { furnishCommunities } from './furnish-communities';
import { furnishEvaluations } from './furnish-evaluations';
import { furnishInterventions, type Published } from './furnish-interventions';
import { furnishModeration } from './furnish-moderation';
import { furnishThreads } from './furnish-threads';
import { elsewhere, home } from './viewers';

/** Something with an id, and who may read it. */
export interface Thing {
  readonly id: string;
  readonly type: string;
  readonly audience: Audience;
}

/** What the parts of the furnishing share. */
export interface Furnishing {
  readonly hub: TestHub;
  readonly canaries: Canaries;
  readonly things: Thing[];
  /** Whether things for this audience are made in this round. */
  readonly wanted: (audience: Audience) => boolean;
  /** The one who writes for a site. */
  readonly writers: Readonly<Record<string, TestClient>>;
  readonly other: Readonly<Record<string, TestClient>>;
  readonly published: Published[];
  /** A word for a place; noted as planted. */
  word(place: string, audience: Audience): string;
}

export const writerOf: Readonly<Record<string, string>> = {
  [home]: 'anjali-thornapple',
  [elsewhere]: 'callum-pennyroyal',
};
export const secondOf: Readonly<Record<string, string>> = {
  [home]: 'leonie-fernmoss',
  [elsewhere]: 'callum-pennyroyal',
};

/** The sites and members of the demonstration, without anything that they wrote. */
export async function peopleOf({ hub }: TestHub): Promise<void> {
  const sites = (await pluginsOfTheHub()).find(({ id }) => id === 'sites');
  if (!sites?.seed) throw new Error('Nobody seeds the sites and members.');
  const seed = hub.app.get(sites.seed);
  await hub.app.get(Database).transaction((tx) => seed.load(tx));
}

/** Opens the books for one round of furnishing. */
export async function openFurnishing(
  hub: TestHub,
  canaries: Canaries,
  wanted: (audience: Audience) => boolean = () => true,
): Promise<Furnishing> {
  const clients = async (names: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      await Promise.all(Object.entries(names).map(async ([site, name]) => [site, await hub.as(name)] as const)),
    );
  return {
    ...{ hub, canaries, wanted, things: [], published: [] },
    writers: await clients(writerOf),
    other: await clients(secondOf),
    word: (place, audience) => canaries.plant(place, audience),
  };
}

/** One round: interventions, adaptations, evaluations, communities and threads for every wanted audience. */
export async function furnish(furnishing: Furnishing, earlier: readonly Published[] = []): Promise<void> {
  for (const site of [home, elsewhere]) await furnishInterventions(furnishing, site, earlier);
  await furnishAdaptations(furnishing, earlier);
  await furnishEvaluations(furnishing);
  await furnishCommunities(furnishing);
  await furnishThreads(furnishing);
  await furnishModeration(furnishing);
  await furnishing.hub.drain();
}

/** Everybody follows what they can, so that there is something to be told. */
export async function followEverything(client: TestClient, ids: readonly string[]): Promise<void> {
  for (const targetId of ids) {
    await client.run('mutation ($input: FollowInput!) { follow(input: $input) { level } }', {
      input: { targetId, level: 'WATCHING', mailed: 'AT_ONCE', leaveOut: ['LEARNING'] },
    });
  }
  await client.run('mutation ($input: SetMailSettingsInput!) { setMailSettings(input: $input) { mostADay } }', {
    input: { forYou: 'AT_ONCE', mostADay: 12 },
  });
}
