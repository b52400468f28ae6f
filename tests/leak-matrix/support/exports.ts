/** Exports over plain HTTP: the family of every intervention and the list, in every form, and of one that is not there. */
import type { TestClient } from '@hub/testing';
import type { Thing } from './furnish';
import { shareOf } from './knowledge';
import { open } from './open';
import type { Received } from './replay';
import { elsewhere, home, turnOf, type ViewerKind } from './viewers';

const forms = ['tidier.md', 'changes.csv', 'family.json', 'catalog.yaml'];
const lists = ['', '?model=MCP', `?site=${home}`, `?site=${elsewhere}`, '?text=Clinic'];
/** Every form of the first of each audience; of the others one form, which holds all that the others are made from. */
const whole = ['family.json'];
const ofLists = lists.flatMap((list, at) => (at === 0 ? forms : whole).map((form) => `/exports/list/${form}${list}`));

/** Asks for them all, one after the other; with a stride for a share of the lists, which are large. */
export async function openExports(
  client: TestClient,
  things: readonly Thing[],
  viewer: ViewerKind,
): Promise<Received[]> {
  const seen = new Set<string>();
  const families = things
    .filter(({ type }) => type === 'Intervention')
    .flatMap(({ id, audience }) => {
      const wanted = seen.has(audience) ? whole : forms;
      seen.add(audience);
      return wanted.map((form) => `/exports/interventions/${id.split('/')[1]}/${form}`);
    });
  const addresses = [
    '/exports/family.schema.json',
    ...families,
    ...forms.map((form) => `/exports/interventions/nothing-of-that-name/${form}`),
    ...shareOf(ofLists, viewer.stride, turnOf(viewer)),
  ];
  const received: Received[] = [];
  for (const address of addresses) received.push(await open(client, address));
  return received;
}
