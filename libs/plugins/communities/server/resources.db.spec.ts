/** What facilitators pin: seen by whoever sees inside and may see the thing itself, in their order, and taken down with a way back. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { change, letIn, makeCommunity } from './testing/communities';

const pin =
  'mutation ($input: PinResourceInput!) { pinResource(input: $input) { community { resources { subject { id } } } } }';
const unpin =
  'mutation ($input: UnpinResourceInput!) { unpinResource(input: $input) { community { resources { subject { id } } } } }';
const resources = 'query ($id: ID!) { community(id: $id) { resources { title owner subject { id } } } }';
const find =
  'query ($id: ID!, $named: String!) { community(id: $id) { thingsToPin(named: $named) { title subject { id } } } }';
const [bag, video, homes] = [
  'intervention:westhaven/hospital-transfer-bag',
  'intervention:elderbrook/care-home-video-link',
  'community:network/inside-care-homes',
];

let hub: TestHub;
let anjali: TestClient;
let gwen: TestClient;
let grace: TestClient;
let draft: string;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, gwen, grace] = (await Promise.all(
    ['anjali-thornapple', 'gwen-stillwater', 'grace-tidewell'].map((slug) => hub.as(slug)),
  )) as [TestClient, TestClient, TestClient];
  const made = await anjali.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
    { input: { site: 'northvale', title: 'Quokka draft', summary: 'Ours', modelTypes: ['MCP'] } },
  );
  draft = made.createIntervention.intervention.id;
});
afterAll(() => hub?.close());

/** Closed, facilitated by Anjali, with Gwen of another site in it. */
async function made(): Promise<string> {
  const { id } = await makeCommunity(anjali, 'CLOSED');
  await letIn(anjali, gwen, 'gwen-stillwater', id);
  return id;
}

const put = (community: string, subject: string, place?: number, as = anjali) =>
  as.ok(pin, { input: { community, subject, place } });
const seen = async (id: string, as = gwen): Promise<string[]> =>
  ((await as.ok(resources, { id })).community?.resources ?? []).map(
    ({ subject }: { subject: { id: string } }) => subject.id,
  );

it('is in the order that they choose, and back in its place when taken down and put back', async () => {
  const community = await made();
  for (const subject of [bag, video, homes]) await put(community, subject);
  expect(await seen(community)).toEqual([bag, video, homes]);

  await put(community, homes, 1);
  expect(await seen(community)).toEqual([homes, bag, video]);
  await put(community, homes);
  expect(await seen(community)).toEqual([homes, bag, video]);

  const { unpinResource } = await anjali.ok(unpin, { input: { community, subject: bag } });
  expect(unpinResource.community.resources.map(({ subject }: { subject: { id: string } }) => subject.id)).toEqual([
    homes,
    video,
  ]);
  await anjali.ok(unpin, { input: { community, subject: bag } });
  await put(community, bag, 2);
  expect(await seen(community)).toEqual([homes, bag, video]);
});

it('shows nobody what they may not see, and nothing to whoever does not see inside (Z1, Z3, Z4)', async () => {
  const community = await made();
  await put(community, draft);
  await put(community, bag);

  expect(await seen(community, anjali)).toEqual([draft, bag]);
  expect(await seen(community)).toEqual([bag]);
  expect(await seen(community, grace)).toEqual([]);
  expect(JSON.stringify(await gwen.ok(resources, { id: community }))).not.toContain('Quokka');
  expect(await seen('community:network/inside-care-homes', hub.anonymous)).toEqual([]);
});

it('what a facilitator does not see keeps its place, and is neither found nor pinned nor taken down by them (Z2, Z5)', async () => {
  const community = await made();
  await anjali.ok(change('setCommunityFacilitator'), {
    input: { community, member: 'member:network/gwen-stillwater', facilitates: true },
  });
  for (const subject of [bag, draft, video]) await put(community, subject);

  await put(community, video, 1, gwen);
  expect(await seen(community, anjali)).toEqual([video, bag, draft]);
  expect((await gwen.ok(find, { id: community, named: 'quokka' })).community.thingsToPin).toEqual([]);
  expect(await gwen.codeOf(unpin, { input: { community, subject: draft } })).toBe('NOT_FOUND');
  expect(await gwen.codeOf(pin, { input: { community, subject: draft } })).toBe('NOT_FOUND');
  expect(await gwen.codeOf(pin, { input: { community, subject: 'intervention:northvale/none' } })).toBe('NOT_FOUND');
});

it('is found by words of its title, unless it is pinned, by those who facilitate it alone', async () => {
  const community = await made();
  const found = async (named: string, as = anjali) =>
    (await as.ok(find, { id: community, named })).community.thingsToPin.map(
      ({ subject }: { subject: { id: string } }) => subject.id,
    );

  expect(await found('coming-home BAG')).toContain(bag);
  await put(community, bag);
  expect(await found('coming-home bag')).not.toContain(bag);
  expect(await found('%')).toEqual([]);
  expect(await found('coming-home bag', gwen)).toEqual([]);
});

it('is for facilitators, of things that have a page, twelve at most, from place 1', async () => {
  const community = await made();
  const code = (subject: string, as = anjali, place?: number) =>
    as.codeOf(pin, { input: { community, subject, place } });

  expect(await code(bag, gwen)).toBe('FORBIDDEN');
  expect(await code(bag, grace)).toBe('FORBIDDEN');
  for (const other of ['member:network/gwen-stillwater', community]) expect(await code(other)).toBe('BAD_USER_INPUT');
  expect(await code(bag, anjali, 0)).toBe('BAD_USER_INPUT');
  const things = await hub.sql<{ ref: string }>(
    `SELECT ref FROM core.entity WHERE kind = 'site' ORDER BY ref LIMIT 13`,
  );
  for (const { ref } of things.slice(0, 12)) await put(community, ref);
  expect(await code(things[12]!.ref)).toBe('BAD_USER_INPUT');
  expect(await seen(community)).toHaveLength(12);
});

it('the demonstration has interventions and an adaptation pinned in one that is open', async () => {
  const kinds = (await seen('community:network/inside-care-homes')).map((ref) => ref.split(':')[0]);

  expect(kinds).toEqual(['intervention', 'adaptation', 'intervention']);
});
