/** A row of the matrix at a hub that reads from a replica: what is asked there is guarded as at the primary. */
import { Database } from '@hub/core/server';
import { startReplicated, type ReplicatedPostgres } from '../core/support/own-replica';
import { oneOfEach } from './support/knowledge';
import { judge } from './support/matrix';
import { viewers } from './support/viewers';
import { createOriginal, dropOriginal, patience, type Original } from './support/worlds';

const usual = process.env.HUB_TEST_DATABASE_URL;
const opened: Database[] = [];
let servers: ReplicatedPostgres;
let original: Original;

beforeAll(async () => {
  servers = await startReplicated();
  process.env.HUB_TEST_DATABASE_URL = servers.adminUrl;
  original = await createOriginal();
}, patience);
afterAll(async () => {
  process.env.HUB_TEST_DATABASE_URL = usual;
  if (original) await dropOriginal(original);
  await servers?.drop();
});

/** The same database at the replica. */
function atReplica(url: string): string {
  const there = new URL(url);
  there.port = new URL(servers.replicaUrl).port;
  return there.href;
}

it(
  'a former member is told by a replica, too, the same bytes in both worlds, and no hidden word (Z1, Z3, Z5)',
  async () => {
    const replicated: Original = {
      ...original,
      things: oneOfEach(original.things),
      settingsFor: (url) => ({ DATABASE_REPLICA_URLS: atReplica(url) }),
      onOpen: ({ hub }) => opened.push(hub.app.get(Database)),
    };
    const former = viewers.find(({ id }) => id === 'V5')!;
    const { asked, differences, leaks, oracles, defects } = await judge(replicated, { ...former, stride: 30 });
    const figures = (await Promise.all(opened.map(({ replicas }) => replicas.figures()))).flat();

    expect({ differences, leaks, oracles, defects }).toEqual({ differences: [], leaks: [], oracles: [], defects: [] });
    // On a busy machine a replica may be behind, and the primary is asked instead.
    expect(figures.map(({ counts }) => counts.read > 20)).toEqual([true, true]);
    expect(asked).toBeGreaterThan(300);
  },
  patience,
);
