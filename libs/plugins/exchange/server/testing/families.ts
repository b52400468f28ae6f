/** For specs: files over plain HTTP, administrators of empty hubs, and families made up at random. */
import type { ExportForm, Family, FamilyIntervention } from '@hub/plugins/exchange/contract';
import { sectionItems } from '@hub/plugins/interventions/contract';
import { Members } from '@hub/plugins/sites/contract';
import { Database } from '@hub/core/server';
import fc from 'fast-check';
import { contentHash } from '../content-hash';

/** Whoever asks, and the hub that they ask: a client and a hub of the tests. */
interface Client {
  readonly address: string;
  readonly cookie: string | null;
  ok(document: string, variables: Record<string, unknown>): Promise<{ importFamily: Imported }>;
}
interface Hub<Someone extends Client> {
  readonly hub: { readonly app: { get<T>(token: abstract new (...args: never[]) => T): T } };
  as(member: string, session: { readonly hasSecondFactor: boolean }): Promise<Someone>;
  sql(text: string, values: readonly unknown[]): Promise<unknown>;
}
interface Imported {
  readonly done: boolean;
  readonly faults: readonly string[];
  readonly interventions: number;
  readonly adaptations: number;
}

/** A file as somebody gets it. */
export async function file(
  client: Client,
  address: string,
): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(client.address + address, { headers: client.cookie ? { cookie: client.cookie } : {} });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

export const ofFamily = (slug: string, form: ExportForm) => `/exports/interventions/${slug}/${form}`;

/** An administrator of a hub without anybody, with their second step proved; a member of these sites besides. */
export async function administratorOf<Someone extends Client>(
  hub: Hub<Someone>,
): Promise<{ client: Someone; ref: string }> {
  const { app } = hub.hub;
  const ref = await app.get(Database).transaction(async (tx) => {
    const made = await app
      .get(Members)
      .addPerson(tx, { displayName: 'Ada Administrator', roleTitle: null }, new Date());
    const actor = { ref: made, keys: [], sessionId: null };
    await app.get(Members).setNetworkRoles({ actor, at: new Date(), tx }, made, ['administrator']);
    return made;
  });
  return { client: await hub.as(ref, { hasSecondFactor: true }), ref };
}

/** Lets somebody see all that sites keep to their members. */
export async function seesAll(hub: Pick<Hub<Client>, 'sql'>, ref: string, family: Family): Promise<void> {
  const keys = family.sites.map(({ id }) => id);
  await hub.sql('UPDATE core.account SET keys = keys || $2::text[] WHERE ref = $1', [ref, keys]);
}

export const importDocument = `mutation ($input: ImportFamilyInput!) {
  importFamily(input: $input) { done faults sites people interventions adaptations files filesLeftOut made }
}`;

export async function imported(client: Client, family: string, dryRun = false) {
  return (await client.ok(importDocument, { input: { family, dryRun } })).importFamily;
}

let families = 0;

/**
 * A family of one chain of interventions, each adapted by the next site, which may draw on the first one as well, and thanked by the
 * one before; with whatever may stand in each field.
 */
export const anyFamily: fc.Arbitrary<Family> = fc
  .record({ length: fc.integer({ min: 1, max: 4 }), seed: fc.integer({ min: 0, max: 1e9 }) })
  .chain(({ length }) => fc.tuple(...Array.from({ length }, () => anyLink)).map((links) => familyOf(links)));

const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((text) => {
  const whole = text.normalize('NFC').replaceAll('\u0000', '');
  return whole.isWellFormed() && whole.trim() ? whole : 'Words';
});
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const moment = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2019-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const anyLink = fc.record({
  words: fc.array(anyText, { minLength: 12, maxLength: 12 }),
  note: orNull(anyText),
  benefit: orNull(fc.constantFrom('SEEN' as const, 'NOT_SEEN' as const, 'TOO_EARLY' as const)),
  isDrawnTogether: fc.boolean(),
  answer: orNull(fc.boolean()),
  when: moment,
  versions: fc.integer({ min: 1, max: 3 }),
  illustrative: fc.boolean(),
  lessons: fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { maxLength: 3 }),
  visibility: fc.constantFrom('SITE' as const, 'NETWORK' as const, 'PUBLIC' as const),
  maturity: fc.constantFrom('IDEA' as const, 'RUNNING' as const, 'STOPPED' as const),
  stages: fc.constantFrom(
    ['CONSIDERING', 'ASSESSING', 'ADAPTING', 'TESTING', 'RUNNING'] as const,
    ['CONSIDERING', 'ADAPTING', 'RUNNING', 'STOPPED'] as const,
    ['CONSIDERING', 'DECLINED'] as const,
  ),
  population: orNull(fc.record({ value: fc.nat(), basis: fc.constantFrom('residents', 'registered patients') })),
  figure: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((value) => value + 0),
});

type Link = typeof anyLink extends fc.Arbitrary<infer T> ? T : never;

function picked<T>(list: readonly T[], at: number): T {
  const one = list[at];
  if (one === undefined) throw new Error('There is nothing there.');
  return one;
}

const uuid = () => crypto.randomUUID();
const sorted = <T extends { id: string }>(things: readonly T[]) => [...things].sort((a, b) => (a.id < b.id ? -1 : 1));

function familyOf(links: readonly Link[]): Family {
  families += 1;
  const mark = `f${families}-${uuid().slice(0, 8)}`;
  const author = `member:network/${mark}-author`;
  const interventions = links.map((link, at) => {
    const thanked = at + 1 < links.length ? `${mark}-${at + 1}` : null;
    return interventionOf(link, `${mark}-${at}`, { author, thanked });
  });
  return {
    format: 'vanguard-hub/family',
    formatVersion: 2,
    sites: sorted(links.map((link, at) => siteOf(link, `${mark}-${at}`))),
    people: [{ id: author, displayName: 'An Author' }],
    files: sorted(interventions.flatMap((one, at) => filesOf(one, picked(links, at), author))),
    interventions: sorted(interventions),
    adaptations: sorted(
      links
        .slice(1)
        .map((link, at) =>
          adaptationOf(link, `${mark}-${at + 1}`, author, [
            picked(interventions, at),
            picked(interventions, at + 1),
            picked(interventions, 0),
          ]),
        ),
    ),
  };
}

/** The same file with each version, so that it is one file. */
function filesOf({ id, versions }: FamilyIntervention, { when }: Link, author: string): Family['files'] {
  return (
    versions[0]?.files.slice(0, 1).map((file) => {
      const content = Buffer.from(`Words of ${file}`);
      return {
        ...{ id: file, intervention: id, name: 'words.txt', mediaType: 'text/plain', size: content.length },
        ...{
          alternative: '',
          addedAt: when,
          addedBy: author,
          sha256: contentHash(content),
        },
        content: content.toString('base64'),
      };
    }) ?? []
  );
}

function siteOf({ words, note, population, illustrative }: Link, slug: string): Family['sites'][number] {
  const [name, tagline, place] = words as [string, string, string];
  return {
    ...{
      id: `site:network/${slug}`,
      name: name,
      tagline: tagline,
      region: note,
      modelTypes: ['MCP', 'ACC'],
      population,
    },
    ...{
      populationSegments: ['Older people'],
      localities: [place],
      leadOrganisation: { name: place, kind: 'Trust' },
    },
    partners: [{ name: tagline, kind: 'Hospice' }],
    contextFactors: [{ key: 'cover', name: 'Cover', kind: 'hindering', question: 'Is there?', present: 'MIXED', note }],
    priorHistory: [{ initiative: place, year: 2013, note }],
    engineRoom: [{ key: 'data', name: 'Data', covered: illustrative, note }],
    ...{ joinedOn: '2016-02', illustrative },
  };
}

function interventionOf(
  link: Link,
  slug: string,
  { author, thanked }: { readonly author: string; readonly thanked: string | null },
): Family['interventions'][number] {
  const { words, note, when, versions, illustrative, lessons, visibility, maturity } = link;
  const file = `attachment:${uuid()}`;
  const [title, summary, body, name, reason] = words as [string, string, string, string, string];
  return {
    ...{
      id: `intervention:${slug}/${slug}`,
      site: `site:network/${slug}`,
      title,
      summary,
      status: 'PUBLISHED',
      visibility,
    },
    ...{
      maturity,
      modelTypes: ['MCP'],
      lessons,
      enablers: [1],
    },
    ...{ contacts: [author], startedOn: '2015-09', stoppedOn: null, reviewOn: '2018-03-31' },
    ...{ withdrawal: null, illustrative },
    versions: Array.from({ length: versions }, (_, at) => ({
      ...{
        id: `version:${uuid()}`,
        number: at + 1,
        publishedAt: when,
        publishedBy: author,
        changeNote: note,
        title,
        summary,
      },
      sections: sectionItems.slice(0, 3).map(({ key, heading }) => ({ key, heading, body })),
      components: [{ key: uuid(), name, description: note, core: illustrative, reason }],
      description: {
        ...{ problem: note, population: body },
        segments: [{ slug: 'older-people', name: 'Older people' }],
        needs: [{ kind: 'MONEY' as const, text: body, figures: [{ label: name, value: link.figure, unit: note }] }],
        risks: [{ risk: body, response: note }],
        outcomesMeasured: [name],
      },
      credits:
        thanked && at > 0
          ? [
              {
                ...{ site: `site:network/${thanked}`, adaptation: `adaptation:${thanked}/${thanked}` },
                ...{ part: 'SECTION' as const, key: 'why', heading: name, number: at + 1 },
              },
            ]
          : [],
      files: [file],
    })),
  };
}

function adaptationOf(
  { words, note, answer, when, stages, figure, benefit, isDrawnTogether }: Link,
  slug: string,
  author: string,
  [source, result, first]: readonly [FamilyIntervention, FamilyIntervention, FamilyIntervention],
): Family['adaptations'][number] {
  const [what, why, finding, learned] = words as [string, string, string, string];
  const isDeclined = stages.at(-1) === 'DECLINED';
  return {
    ...{
      id: `adaptation:${slug}/${slug}`,
      sourceIntervention: source.id,
      sourceVersion: picked(source.versions, source.versions.length - 1).id,
    },
    ...{
      site: `site:network/${slug}`,
      result: isDeclined ? null : result.id,
      why: note,
      stage: picked(stages, stages.length - 1),
    },
    ...{ decision: isDeclined ? ('DECLINED' as const) : ('ADAPTED' as const), shared: true },
    ...{ startedAt: when, publishedAt: isDeclined ? null : when, benefit, benefitWords: benefit && note },
    furtherSources:
      isDrawnTogether && first !== source
        ? [
            {
              intervention: first.id,
              version: picked(first.versions, 0).id,
              what: note,
              addedAt: when,
              addedBy: author,
            },
          ]
        : [],
    versionsFollowed: source.versions.map(({ id: version }, at) => ({
      ...{ version, at: when, by: author },
      choices:
        at > 0
          ? [{ part: 'SECTION' as const, key: 'why', heading: finding, choice: 'COMBINE' as const, reason: note }]
          : [],
    })),
    suitability: [0, 1].map(() => ({
      ...{ id: `suitability:${uuid()}`, kind: 'DATA_AUDIT' as const, title: what, finding, supports: answer },
      ...{
        figures: [{ label: why, value: figure, unit: note }],
        statements: [learned],
        compared: [{ name: why, there: note, here: null, matters: true }],
        happenedOn: when,
        recordedBy: author,
      },
    })),
    modifications: [0, 1].map(() => ({
      ...{ id: `modification:${uuid()}`, what, why, codes: ['content_nature:substituted'], planned: answer },
      ...{
        fidelityConsistent: answer,
        sectionKeys: ['why'],
        componentKeys: [source.versions[0]?.components[0]?.key ?? ''],
        leftOutKeys: [],
        coreReason: note,
        recordedAt: when,
        recordedBy: author,
      },
    })),
    history: stages.map((stage) => ({
      ...{ stage, at: when, by: author, learned, reason: note, decision: null },
      ending:
        stage === 'STOPPED'
          ? { reason: 'MONEY' as const, words: note, tried: what, cameOfIt: note, grew: [source.id] }
          : null,
    })),
  };
}
