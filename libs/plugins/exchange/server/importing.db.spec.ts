/** What one hub gives, another takes in: the same family, byte for byte, or nothing at all. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import type { Family } from '@hub/plugins/exchange/contract';
import fc from 'fast-check';
import { importByHand } from './by-hand';
import { contentHash } from './content-hash';
import { administratorOf, anyFamily, file, imported, importDocument, ofFamily, seesAll } from './testing/families';

let full: TestHub;
let empty: TestHub;
let anjali: TestClient;
let ada: { client: TestClient; ref: string };

beforeAll(async () => {
  full = await createTestHub();
  empty = await createTestHub({ only: ['exchange', 'files'], demonstration: false });
  anjali = await full.as('anjali-thornapple');
  ada = await administratorOf(empty);
}, 120_000);
afterAll(async () => {
  await full?.close();
  await empty?.close();
});

// A test breaks what it likes of a file.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Draft = { -readonly [Key in keyof Family]: any };

const exportOf = async (client: TestClient, slug: string) => (await file(client, ofFamily(slug, 'family.json'))).text;
const nameIn = ({ interventions }: Family) => interventions[0]!.id.split('/')[1]!;
const countOf = async (hub: TestHub) =>
  (await hub.sql<{ count: string }>('SELECT count(*) FROM core.entity'))[0]!.count;

describe('A family from another hub', () => {
  it('is said first, and then made, and is the same', async () => {
    const text = await exportOf(anjali, 'breathlessness-clinic');
    const before = await countOf(empty);
    const plan = await imported(ada.client, text, true);

    expect(plan).toMatchObject({ done: false, faults: [], made: [] });
    expect(plan.interventions).toBeGreaterThan(1);
    expect(plan.adaptations).toBeGreaterThan(1);
    expect(await countOf(empty)).toBe(before);

    const made = await imported(ada.client, text);
    await seesAll(empty, ada.ref, JSON.parse(text));
    await empty.drain();

    expect(made).toMatchObject({ done: true, interventions: plan.interventions, adaptations: plan.adaptations });
    expect(await exportOf(ada.client, 'breathlessness-clinic')).toBe(text);
  });

  it('tells nobody, is in the audit log, and its people cannot sign in', async () => {
    const entries = await empty.sql<{ actor_ref: string }>(
      `SELECT actor_ref FROM core.audit_entry WHERE action = 'family.imported'`,
    );
    const events = await empty.sql(`SELECT name FROM core.domain_event WHERE name <> 'entity.changed'`);
    const accounts = await empty.sql<{ ref: string }>('SELECT ref FROM core.account');

    expect(entries).toEqual([{ actor_ref: ada.ref }]);
    expect(events).toEqual([]);
    expect(accounts).toEqual([{ ref: ada.ref }]);
  });

  it('is not taken in twice', async () => {
    const text = await exportOf(anjali, 'breathlessness-clinic');
    const { faults } = await imported(ada.client, text, true);

    expect(faults).toContainEqual(expect.stringMatching(/^\/interventions\/0\/id: .*in this hub already/));
    expect(await ada.client.codeOf(importDocument, { input: { family: text, dryRun: false } })).toBe('BAD_USER_INPUT');
  });

  it('comes back as the same bytes, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyFamily, async (family) => {
        const text = `${JSON.stringify(family, null, 2)}\n`;
        expect((await imported(ada.client, text, true)).faults).toEqual([]);
        await imported(ada.client, text);
        await seesAll(empty, ada.ref, family);
        const first = await exportOf(ada.client, nameIn(family));

        expect(first).toBe(asTold(family));
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

describe('A whole network from another hub', () => {
  it('is the same in an empty one: every family of the demonstration, with its files', async () => {
    const elsewhere = await createTestHub({ only: ['exchange', 'files'], demonstration: false });
    try {
      const admin = await administratorOf(elsewhere);
      const { text } = await file(anjali, '/exports/list/family.json');
      const family = JSON.parse(text) as Family;
      const { adaptations, interventions, files } = family;

      expect(interventions.length).toBeGreaterThan(20);
      expect(files.filter(({ content }) => content).length).toBeGreaterThan(5);
      expect(adaptations.some(({ furtherSources }) => furtherSources.length > 0)).toBe(true);
      expect(
        adaptations.some(({ versionsFollowed }) => versionsFollowed.some(({ choices }) => choices.length > 0)),
      ).toBe(true);
      expect(adaptations.some(({ benefit }) => benefit)).toBe(true);
      expect(interventions.some(({ versions }) => versions.some(({ credits }) => credits.length > 0))).toBe(true);

      const [one, ...others] = files;
      const without = { ...family, files: [{ ...one, content: null, sha256: null }, ...others] };
      expect(await importByHand(elsewhere.hub, JSON.stringify(without), true)).toMatchObject({
        ...{ faults: [], files: others.length, filesLeftOut: 1 },
      });

      expect(await importByHand(elsewhere.hub, text, false)).toMatchObject({ faults: [], done: true, filesLeftOut: 0 });
      await seesAll(elsewhere, admin.ref, family);
      expect((await file(admin.client, '/exports/list/family.json')).text).toBe(text);
    } finally {
      await elsewhere.close();
    }
  }, 60_000);
});

/** What hangs together: an adaptation that has no result ends the chain, unless what comes after draws on what came before. */
function asTold(family: Family): string {
  const kept = new Set([family.interventions.find(({ id }) => id.endsWith('-0'))!.id]);
  const linked = family.adaptations.map((adaptation) => ({
    adaptation,
    refs: [
      adaptation.sourceIntervention,
      ...adaptation.furtherSources.map(({ intervention }) => intervention),
      ...(adaptation.result ? [adaptation.result] : []),
    ],
  }));
  for (let before = 0; before < kept.size;) {
    before = kept.size;
    for (const { refs } of linked) if (refs.some((ref) => kept.has(ref))) for (const ref of refs) kept.add(ref);
  }
  const adaptations = linked.flatMap(({ adaptation, refs }) => (refs.some((ref) => kept.has(ref)) ? adaptation : []));
  const interventions = family.interventions.filter(({ id }) => kept.has(id));
  const sites = new Set([...adaptations, ...interventions].map(({ site }) => site));
  const files = family.files.filter(({ intervention }) => kept.has(intervention));
  const whole = { ...family, sites: family.sites.filter(({ id }) => sites.has(id)), files, interventions, adaptations };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

describe('A file of the first format', () => {
  it('is taken in, with nothing of what that did not know of', async () => {
    const text = await exportOf(anjali, 'hospital-transfer-bag');
    const { formatVersion, interventions, adaptations, files: _kept, ...rest } = JSON.parse(text) as Family;
    const earlier = {
      ...{ ...rest, formatVersion: formatVersion - 1 },
      interventions: interventions.map(({ versions, ...intervention }) => ({
        ...intervention,
        versions: versions.map(({ credits: _credits, files: _files, ...version }) => version),
      })),
      adaptations: adaptations.map(
        ({ furtherSources: _sources, versionsFollowed: _followed, benefit: _benefit, benefitWords: _words, ...one }) =>
          one,
      ),
    };
    await imported(ada.client, JSON.stringify(earlier));
    await seesAll(empty, ada.ref, JSON.parse(text));
    const here = JSON.parse(await exportOf(ada.client, 'hospital-transfer-bag')) as Family;

    expect(adaptations.some(({ benefit }) => benefit)).toBe(true);
    expect(here).toEqual({
      ...(JSON.parse(text) as Family),
      files: [],
      interventions: interventions.map(({ versions, ...one }) => ({
        ...one,
        versions: versions.map((version) => ({ ...version, files: [] })),
      })),
      adaptations: adaptations.map((one) => ({ ...one, benefit: null, benefitWords: null })),
    });
  });
});

describe('A file with a fault', () => {
  const good = async () => JSON.parse(await exportOf(anjali, 'care-home-video-link')) as Family;
  const broken = async (change: (family: Draft) => void) => {
    const family = structuredClone(await good()) as Draft;
    change(family);
    return JSON.stringify(family);
  };

  it.each<[string, (family: Draft) => void, string]>([
    ['a field that is missing', ({ interventions: [one] }) => delete one.title, '/interventions/0'],
    ['a field that nobody knows', ({ sites: [one] }) => (one.secret = 1), '/sites/0'],
    [
      'a site that is not in the file',
      ({ adaptations: [one] }) => (one.site = 'site:network/nowhere'),
      '/adaptations/0/site',
    ],
    [
      'an author who is not named',
      ({ interventions: [one] }) => (one.versions[0].publishedBy = null),
      '/interventions/0/versions/0/publishedBy',
    ],
    ['an id that stands twice', ({ sites }) => (sites[1].id = sites[0].id), '/sites/1/id'],
    [
      'versions out of order',
      ({ interventions: [one] }) => (one.versions[0].number = 2),
      '/interventions/0/versions/0/number',
    ],
    ['a code that FRAME has not', ({ adaptations }) => (changed(adaptations).codes = ['nature:nonsense']), '/codes/0'],
    [
      'a stage that its history does not end with',
      ({ adaptations: [one] }) => (one.stage = 'CONSIDERING'),
      '/adaptations/0/stage',
    ],
    [
      'a time that never was',
      ({ interventions: [one] }) => (one.versions[0].publishedAt = '2016-02-31T00:00:00.000Z'),
      '/interventions/0/versions/0/publishedAt',
    ],
    ['a result that would come out of itself', turnRound, '/result'],
    [
      'a source that it draws on twice',
      ({ adaptations: [one] }) =>
        (one.furtherSources = [
          {
            ...{ intervention: one.sourceIntervention, version: one.sourceVersion, what: null },
            ...{ addedAt: one.startedAt, addedBy: one.history[0].by },
          },
        ]),
      '/adaptations/0/furtherSources/0/intervention',
    ],
    [
      'a file whose bytes were changed',
      ({ files: [one] }) => (one.content = Buffer.from('x'.repeat(one.size)).toString('base64')),
      '/files/0/sha256',
    ],
    [
      'a file that no version has',
      ({ files: [one], interventions }) => {
        for (const { versions } of interventions)
          for (const version of versions) version.files = version.files.filter((id: string) => id !== one.id);
      },
      '/files/0/id',
    ],
    [
      'a file that is not what its name says',
      ({ files: [one] }) => {
        const bytes = Buffer.from('<svg onload="alert(1)"/>');
        Object.assign(one, {
          name: 'a.png',
          mediaType: 'image/png',
          size: bytes.length,
          content: bytes.toString('base64'),
        });
        one.sha256 = contentHash(bytes);
      },
      '/files/0: This file is no PNG picture',
    ],
    [
      'a version followed that is of something else',
      ({ adaptations: [one] }) => (one.versionsFollowed[0].version = 'version:00000000-0000-4000-8000-000000000000'),
      '/adaptations/0/versionsFollowed/0/version',
    ],
    [
      'thanks for an adaptation that is not in the file',
      ({ interventions: [one], sites: [site] }) =>
        (one.versions[0].credits = [
          { site: site.id, adaptation: 'adaptation:no/where', part: 'SECTION', key: 'why', heading: 'Why', number: 1 },
        ]),
      '/interventions/0/versions/0/credits/0/adaptation',
    ],
    [
      'a text that cannot be stored',
      ({ interventions: [one] }) => (one.summary = 'Cafe\u0000'),
      '/interventions/0/summary',
    ],
  ])('is refused for %s, by its place, with nothing made', async (_what, change, place) => {
    const family = await broken(change);
    const before = await countOf(empty);
    const { done, faults } = await imported(ada.client, family, true);
    const { errors } = await ada.client.run(importDocument, { input: { family, dryRun: false } });

    expect(done).toBe(false);
    expect(faults.join('\n')).toContain(place);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.extensions.fields).toHaveLength(faults.length);
    expect(await countOf(empty)).toBe(before);
  });

  it('is refused where something would come out of what it was said to draw on as well', async () => {
    const family = JSON.parse(await exportOf(anjali, 'breathlessness-clinic')) as Draft;
    const at = family.adaptations.findIndex(({ result }: { result: string | null }) => result);
    const one = family.adaptations[at];
    const { id, versions } = family.interventions.find(({ id: ref }: { id: string }) => ref === one.result);
    const said = { what: null, addedAt: one.startedAt, addedBy: one.history[0].by };
    one.furtherSources = [{ intervention: id, version: versions[0].id, ...said }];

    const { faults } = await imported(ada.client, JSON.stringify(family), true);
    expect(faults).toContain(`/adaptations/${at}/result: ${id} would come out of itself`);
  });

  it('is refused by its line where it is no JSON', async () => {
    const { faults } = await imported(ada.client, '{\n  "format": "vanguard-hub/family",\n  oops\n}', true);
    expect(faults).toEqual(['line 3: This is not JSON from here on']);
  });

  it('is refused whole where a version of it has the id of something else here', async () => {
    const text = await exportOf(anjali, 'breathlessness-clinic');
    const taken = (JSON.parse(text) as Family).interventions[0]!.versions[0]!.id;
    const family = await broken(({ interventions, adaptations }) => {
      const version = interventions[0].versions[0];
      for (const one of adaptations.filter(({ sourceVersion }: Draft['adaptations']) => sourceVersion === version.id)) {
        one.sourceVersion = taken;
        one.versionsFollowed[0].version = taken;
      }
      version.id = taken;
    });
    const before = await countOf(empty);

    const answer = await ada.client.run(importDocument, { input: { family, dryRun: false } });
    expect([answer.errors?.[0]?.extensions.code, answer.errors?.[0]?.extensions.fields]).toEqual([
      'CONFLICT',
      undefined,
    ]);
    expect(await countOf(empty)).toBe(before);
  });

  function changed(adaptations: Draft['adaptations']) {
    return adaptations.find((one: Draft['adaptations']) => one.modifications.length > 0).modifications[0];
  }

  function turnRound({ adaptations, interventions }: Draft) {
    const [one] = adaptations;
    const source = interventions.find(({ id }: { id: string }) => id === one.sourceIntervention);
    source.site = one.site;
    one.result = source.id;
  }
});

describe('Importing on the hub’s own machine', () => {
  it('says what it would make, then makes it, in the name of nobody', async () => {
    const text = await exportOf(anjali, 'locality-team-meetings');
    const before = await countOf(empty);
    const plan = await importByHand(empty.hub, text, true);

    expect(plan).toMatchObject({ done: false, faults: [] });
    expect(await countOf(empty)).toBe(before);

    const made = await importByHand(empty.hub, text, false);
    await seesAll(empty, ada.ref, JSON.parse(text));
    const [entry] = await empty.sql<{ actor_ref: string | null }>(
      `SELECT actor_ref FROM core.audit_entry WHERE action = 'family.imported' ORDER BY number DESC LIMIT 1`,
    );

    expect(made).toMatchObject({ done: true, interventions: plan.interventions, adaptations: plan.adaptations });
    expect(entry).toEqual({ actor_ref: null });
    expect(await exportOf(ada.client, 'locality-team-meetings')).toBe(text);
  });

  it('makes nothing of a file with a fault, and names it', async () => {
    const before = await countOf(empty);
    const { done, faults } = await importByHand(empty.hub, '{}', false);

    expect([done, faults]).toEqual([false, expect.arrayContaining(['/: “sites” is missing'])]);
    expect(await countOf(empty)).toBe(before);
  });
});

describe('Who may import', () => {
  it('is told so, about themselves alone', async () => {
    const ask = async (client: TestClient) =>
      (await client.ok('{ viewer { viewerCanImportFamilies } }')).viewer?.viewerCanImportFamilies ?? null;
    const ofAnother = await anjali.ok(
      '{ node(id: "member:network/marisol-greywether") { ... on Member { viewerCanImportFamilies } } }',
    );

    expect(await Promise.all([ada.client, anjali, full.anonymous].map(ask))).toEqual([true, false, null]);
    expect(ofAnother.node.viewerCanImportFamilies).toBe(false);
  });

  it('is an administrator with a second step, and nobody else', async () => {
    const input = { family: '{}', dryRun: true };
    const unproved = await empty.as(ada.ref, { way: 'code' });
    const answers = await Promise.all(
      [full.anonymous, anjali, unproved].map((who) => who.codeOf(importDocument, { input })),
    );

    expect(answers).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN']);
    expect(await ada.client.codeOf(importDocument, { input })).toBeNull();
  });
});
