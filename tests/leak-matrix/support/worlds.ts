/** Twin worlds: one furnished world, and for each viewer a copy in which everything that they may not see is different. */
import {
  copyTestDatabase,
  createTestDatabase,
  createTestHub,
  pluginsOfTheHub,
  withClient,
  type TestDatabase,
  type TestHub,
} from '@hub/testing';
import type { ServerPlugin } from '@hub/core/server';
import { Canaries } from './canaries';
import { followEverything, furnish, openFurnishing, peopleOf, type Thing } from './furnish';
import { furnishAdministration, furnishPeople } from './furnish-people';
import { folderOfPages } from './pages';
import type { Published } from './furnish-interventions';
import { addMore, changeWords } from './twin';
import { elsewhere, home, refOf, viewers, type ViewerKind } from './viewers';

/** Furnishing a world, or running a viewer through two, on a machine that does other things too: in milliseconds. */
export const patience = 600_000;

let pages: Promise<string> | null = null;
/** As at a site in earnest: letters wait for a mail server, with all their words. */
const outside = { HUB_DEMO: '0', HUB_SMTP_URL: 'smtp://127.0.0.1:9' };
/** Copies that are on their way out: nobody waits for them but the end. */
const dropping = new Set<Promise<void>>();

/** The furnished world that copies are made of: nobody is connected to it. */
export interface Original {
  readonly database: TestDatabase;
  readonly plugins: readonly ServerPlugin[];
  readonly canaries: Canaries;
  readonly things: readonly Thing[];
  readonly published: readonly Published[];
  /** Every row id in it: what a twin shares with it. */
  readonly uuids: ReadonlySet<string>;
  /** How many canaries there were when it was done: twins plant more. */
  readonly planted: number;
  /** Secrets of links that were sent. */
  readonly tokens: readonly string[];
  /** For each viewer, what they held before they became who they are: the ends of lists. */
  readonly cursors: Readonly<Record<string, readonly HeldCursor[]>>;
  /** Further settings for a hub on a copy at this address, and who is told of each. */
  readonly settingsFor?: (url: string) => Readonly<Record<string, string>>;
  readonly onOpen?: (hub: TestHub) => void;
}

export interface HeldCursor {
  readonly field: string;
  readonly cursor: string;
}

/** Furnishes a world with the plugins of the hub, or these. */
export async function createOriginal(plugins?: readonly ServerPlugin[]): Promise<Original> {
  const list = plugins ?? (await pluginsOfTheHub());
  const database = await createTestDatabase(list, false);
  const hub = await createTestHub({ plugins: list, database });
  const canaries = new Canaries();
  try {
    await peopleOf(hub);
    const members = viewers.flatMap(({ member }) => member ?? []);
    const furnishing = await openFurnishing(hub, canaries);
    const general = ['care-model:network/mcp', `site:network/${home}`, `site:network/${elsewhere}`];
    for (const member of members) await followEverything(await hub.as(member), general);
    await furnish(furnishing);
    const tokens = await furnishPeople(furnishing);
    await hub.drain();
    await readOne(hub);
    const cursors: Record<string, HeldCursor[]> = {};
    for (const viewer of viewers) cursors[viewer.id] = viewer.member ? await cursorsOf(hub, viewer.member) : [];
    for (const { member, become } of viewers) if (member) await become?.(hub, refOf(member));
    await furnishAdministration(furnishing);
    await hub.drain();
    const things = [...furnishing.things, ...(await toldOf(hub)), ...(await openThings(hub))];
    const { published } = furnishing;
    const planted = canaries.all.length;
    return {
      database,
      plugins: list,
      canaries,
      things,
      published,
      planted,
      tokens,
      uuids: await uuidsOf(hub),
      cursors,
    };
  } finally {
    await hub.close();
  }
}

/** Drops it, and waits for its copies to be gone. */
export async function dropOriginal({ database }: Original): Promise<void> {
  await Promise.all([...dropping, database.drop()]);
}

/** A hub on a copy of the original, as it is. */
export async function openWorld(original: Original): Promise<{ hub: TestHub; close(): Promise<void> }> {
  return open(original, await copyTestDatabase(original.database));
}

/** A hub on a copy in which all that the viewer may not see has other words, and there is more of it. */
export async function openTwin(
  original: Original,
  viewer: ViewerKind,
): Promise<{ hub: TestHub; close(): Promise<void> }> {
  const database = await copyTestDatabase(original.database);
  await changeWords(database.url, original.canaries, viewer);
  const world = await open(original, database);
  await addMore(world.hub, original, viewer);
  return world;
}

async function open({ plugins, settingsFor, onOpen }: Original, database: TestDatabase) {
  pages ??= folderOfPages();
  await planQuickly(database);
  const env = { ...outside, ...settingsFor?.(database.url), HUB_WEB_FOLDER: await pages };
  const hub = await createTestHub({ plugins, database, env });
  onOpen?.(hub);
  return {
    hub,
    async close() {
      await hub.close();
      dropping.add(database.drop());
    },
  };
}

/** Planned once where it is asked more than once, and with few ways to choose from: worlds are small, and any plan is a good one. */
const anyPlan = {
  plan_cache_mode: 'force_generic_plan',
  from_collapse_limit: '1',
  join_collapse_limit: '1',
  max_parallel_workers_per_gather: '0',
  ...{ enable_hashjoin: 'off', enable_mergejoin: 'off', enable_material: 'off', enable_memoize: 'off' },
  ...{ enable_incremental_sort: 'off', enable_group_by_reordering: 'off', enable_presorted_aggregate: 'off' },
};

async function planQuickly({ url }: TestDatabase): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const all = Object.entries(anyPlan).map(([setting, value]) => `ALTER DATABASE ${name} SET ${setting} = ${value}`);
  await withClient(url, (client) => client.query(all.join(';')));
}

/** What is there before anybody writes: for everyone, and the members for the network. */
async function openThings({ sql }: TestHub): Promise<Thing[]> {
  const [vanguard] = await sql<{ ref: string }>(`SELECT min(ref) AS ref FROM core.entity WHERE kind = 'vanguard'`);
  return [
    { id: vanguard?.ref ?? '', type: 'Vanguard', audience: 'everyone' },
    { id: 'care-model:network/mcp', type: 'ModelType', audience: 'everyone' },
    ...[home, elsewhere].map((site): Thing => ({ id: `site:network/${site}`, type: 'Site', audience: 'everyone' })),
    { id: 'member:network/anjali-thornapple', type: 'Member', audience: 'the network' },
    { id: 'tag:network/lesson-1', type: 'Tag', audience: 'the network' },
  ];
}

/** One notification of each viewer, and one follow. */
async function toldOf(hub: TestHub): Promise<Thing[]> {
  const rows = await hub.sql<{ id: string; type: string; member: string }>(
    ['notification', 'follow']
      .map(
        (
          kind,
        ) => `(SELECT DISTINCT ON (member_ref) '${kind}:' || id AS id, '${kind}' AS type, split_part(member_ref, '/', 2) AS member
         FROM subscriptions.${kind} ORDER BY member_ref, id)`,
      )
      .join(' UNION ALL '),
  );
  return rows.map(({ id, type, member }) => ({
    ...{ id, audience: `only ${member}` },
    type: type === 'follow' ? 'Follow' : 'Notification',
  }));
}

/** Everyone has read one of their notifications. */
async function readOne(hub: TestHub): Promise<void> {
  for (const member of viewers.flatMap((viewer) => viewer.member ?? [])) {
    const client = await hub.as(member);
    const { notifications } = await client.ok('{ notifications(first: 1) { edges { node { id } } } }');
    const ids = notifications.edges.map(({ node }: { node: { id: string } }) => node.id);
    await client.ok(
      'mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { unreadCount } }',
      { input: { ids } },
    );
  }
}

/** The end of the first page of every list that needs no words. */
async function cursorsOf(hub: TestHub, member: string): Promise<HeldCursor[]> {
  const client = await hub.as(member);
  const lists = Object.values(hub.hub.schema.getQueryType()?.getFields() ?? {}).filter(
    ({ type, args }) => String(type).endsWith('Connection!') && args.every((arg) => !String(arg.type).endsWith('!')),
  );
  const found: HeldCursor[] = [];
  for (const { name: field } of lists) {
    const { data } = await client.run(`{ ${field}(first: 3) { pageInfo { endCursor } } }`);
    const cursor = data?.[field]?.pageInfo.endCursor;
    if (cursor) found.push({ field, cursor });
  }
  return found;
}

async function uuidsOf(hub: TestHub): Promise<ReadonlySet<string>> {
  const columns = await hub.sql<{ name: string; column: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name, quote_ident(column_name) AS column
     FROM information_schema.columns WHERE data_type = 'uuid' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found = await Promise.all(
    columns.map(({ name, column }) => hub.sql<{ id: string }>(`SELECT DISTINCT ${column}::text AS id FROM ${name}`)),
  );
  return new Set(found.flat().map(({ id }) => id));
}
