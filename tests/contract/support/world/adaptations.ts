/** Adaptations of the contract's world. */
import type { TestClient, TestHub } from '@hub/testing';
import { component, type InterventionsWorld } from './interventions';

export interface AdaptationsWorld {
  readonly adaptation: string;
  /** Anjali's site is asked of it whether it still goes on. */
  readonly checkIn: string;
  readonly foreignAdaptation: string;
}

/** One of Anjali's site and one of Callum's, of the same version. */
export async function adaptationsBy(
  anjali: TestClient,
  callum: TestClient,
): Promise<Pick<AdaptationsWorld, 'adaptation' | 'foreignAdaptation'>> {
  const sourceVersion = await notAdaptedYet(anjali);
  const start = async (client: TestClient, site: string): Promise<string> => {
    const { startAdaptation } = await client.ok(
      'mutation ($input: StartAdaptationInput!) { startAdaptation(input: $input) { adaptation { id } } }',
      { input: { sourceVersion, site } },
    );
    return startAdaptation.adaptation.id;
  };
  return { adaptation: await start(anjali, 'northvale'), foreignAdaptation: await start(callum, 'tollbridge') };
}

async function notAdaptedYet(client: TestClient): Promise<string> {
  const others = await client.ok(
    '{ interventions(first: 100) { edges { node { adaptationCount currentVersion { id } } } } }',
  );
  return others.interventions.edges
    .map(({ node }: { node: { adaptationCount: number; currentVersion: { id: string } | null } }) => node)
    .find((node: { adaptationCount: number; currentVersion: unknown }) => !node.adaptationCount && node.currentVersion)
    .currentVersion.id;
}

export async function askedOf(hub: TestHub, adaptation: string): Promise<string> {
  const [question] = await hub.sql<{ id: string }>(
    `INSERT INTO adaptations.check_in (id, adaptation_ref, quiet_since, asked_at) VALUES (gen_random_uuid(), $1, now() - interval '60 days', now())
     RETURNING 'check-in:' || id AS id`,
    [adaptation],
  );
  return question?.id ?? '';
}

export const adaptationsInputs = ({
  adaptation,
  checkIn,
  published,
  version,
}: AdaptationsWorld & InterventionsWorld) => ({
  startAdaptation: { sourceVersion: version, site: 'northvale' },
  recordSuitability: {
    adaptation,
    kind: 'CONTEXT_COMPARISON',
    title: 'Looked',
    finding: 'Fine',
    figures: [{ label: 'People', value: 1 }],
    matters: [],
  },
  recordModification: { adaptation, what: 'Less', why: 'Time', codes: [] },
  moveAdaptation: { adaptation, stage: 'STOPPED', ending: { reason: 'OTHER' }, expectedRevision: 900 },
  shareAdaptation: { adaptation, expectedRevision: 900 },
  recordEnding: { adaptation, ending: { reason: 'OTHER' }, expectedRevision: 900 },
  planTask: { adaptation, task: 'DECIDE' },
  answerCheckIn: { adaptation, checkIn, answer: 'BUSY' },
  addAdaptationSource: { adaptation, sourceVersion: version, what: 'The way they ask' },
  removeAdaptationSource: { adaptation, source: published },
  followVersion: {
    ...{ adaptation, version, expectedRevision: 900, expectedDraftRevision: 900 },
    choices: [{ part: 'SECTION', key: 'why', choice: 'COMBINE', body: 'Both', component }],
  },
  foldBack: {
    ...{ intervention: published, adaptation, part: 'SECTION', key: 'why', body: 'Both', expectedRevision: 900 },
    component,
  },
  undoFoldBack: { intervention: published, adaptation, part: 'SECTION', key: 'why', expectedRevision: 900 },
  recordBenefit: { adaptation, benefit: 'SEEN', expectedRevision: 900 },
  publishAdaptation: { adaptation, title: 'Ours', summary: 'It', expectedRevision: 900 },
});
