/** For specs: makes interventions and adaptations through the public API, with defaults for what a case is not about. */

/** Whoever runs operations: a client of a test hub. */
interface Client {
  ok(document: string, variables?: Record<string, unknown>): Promise<unknown>;
}

export interface Published {
  readonly id: string;
  readonly slug: string;
  readonly revision: number;
  readonly currentVersion: { readonly id: string; readonly number: number };
}

interface Section {
  readonly key: string;
  readonly body: string;
}

/** The sections without which nothing is published. */
export const requiredSections: readonly Section[] = [
  { key: 'why', body: 'Residents fall at night.' },
  { key: 'procedures', body: 'A daily check of ten minutes.' },
  { key: 'who_provides', body: 'A registered nurse leads it.' },
  { key: 'how', body: 'Face to face.' },
  { key: 'where', body: 'In the day room.' },
  { key: 'when_how_much', body: 'Every day at nine.' },
];

let made = 0;

/** A published intervention of a site. */
export async function published(
  client: Client,
  {
    site,
    title = 'Falls huddle',
    visibility = 'PUBLIC',
    sections = requiredSections,
  }: Partial<Record<'title' | 'visibility', string>> & {
    site: string;
    sections?: readonly Section[];
  },
): Promise<Published> {
  made += 1;
  const input = {
    site,
    title: `${title} ${made}`,
    summary: 'A short daily check',
    modelTypes: ['EHCH'],
    visibility,
    sections,
  };
  const { createIntervention } = (await client.ok(
    'mutation($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id revision } } }',
    { input },
  )) as { createIntervention: { intervention: { id: string; revision: number } } };
  return publishedAgain(client, createIntervention.intervention);
}

/** The next version of an intervention. */
export async function publishedAgain(
  client: Client,
  { id, revision }: { id: string; revision: number },
): Promise<Published> {
  const { publishIntervention } = (await client.ok(
    `mutation($input: PublishInterventionInput!) {
      publishIntervention(input: $input) { intervention { id slug revision currentVersion { id number } } }
    }`,
    { input: { id, expectedRevision: revision } },
  )) as { publishIntervention: { intervention: Published } };
  return publishIntervention.intervention;
}

/** Changes of an intervention's draft. */
export async function updated(
  client: Client,
  id: string,
  changes: Record<string, unknown>,
): Promise<{ id: string; revision: number }> {
  const { node } = (await client.ok('query($id: ID!) { node(id: $id) { ... on Intervention { revision } } }', {
    id,
  })) as {
    node: { revision: number };
  };
  const { updateIntervention } = (await client.ok(
    'mutation($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id revision } } }',
    { input: { id, expectedRevision: node.revision, ...changes } },
  )) as { updateIntervention: { intervention: { id: string; revision: number } } };
  return updateIntervention.intervention;
}

export const startDocument = `mutation Start($input: StartAdaptationInput!) {
  startAdaptation(input: $input) { adaptation { id title why stage revision startedAt site { slug } source { number } sourceIntervention { id } } }
}`;

export const moveDocument = `mutation Move($input: MoveAdaptationInput!) {
  moveAdaptation(input: $input) { adaptation { id stage revision result { id slug title status visibility } history { stage learned by { displayName } } } }
}`;

export const publishDocument = `mutation Publish($input: PublishAdaptationInput!) {
  publishAdaptation(input: $input) {
    adaptation { id stage revision publishedAt result { id slug title summary status visibility currentVersion { number changeNote } } }
  }
}`;

/** An adaptation of a published version by a site: its id. */
export async function started(client: Client, source: Published, site: string): Promise<string> {
  const { startAdaptation } = (await client.ok(startDocument, {
    input: { sourceVersion: source.currentVersion.id, site },
  })) as {
    startAdaptation: { adaptation: { id: string } };
  };
  return startAdaptation.adaptation.id;
}

/** Moved to a stage, with a reason in case it is a move back; the reference of its result, if there is one. */
export async function moved(client: Client, adaptation: string, stage: string): Promise<string | null> {
  const { moveAdaptation } = (await client.ok(moveDocument, {
    input: { adaptation, stage, reason: 'We look at it again' },
  })) as {
    moveAdaptation: { adaptation: { result: { id: string } | null } };
  };
  return moveAdaptation.adaptation.result?.id ?? null;
}

/** An adaptation that has published a result: both ids. */
export async function adapted(
  client: Client,
  source: Published,
  site: string,
  title = 'Local huddle',
): Promise<{ adaptation: string; result: Published }> {
  const adaptation = await started(client, source, site);
  await moved(client, adaptation, 'ADAPTING');
  made += 1;
  await client.ok(publishDocument, { input: { adaptation, title: `${title} ${made}`, summary: 'Our own way' } });
  const { node } = (await client.ok(
    'query($id: ID!) { node(id: $id) { ... on Adaptation { result { id slug revision currentVersion { id number } } } } }',
    { id: adaptation },
  )) as { node: { result: Published } };
  return { adaptation, result: node.result };
}

export const addSourceDocument = `mutation AddSource($input: AddAdaptationSourceInput!) {
  addAdaptationSource(input: $input) { adaptation { id revision furtherSources { intervention { id } version { number } what addedBy { displayName } } } }
}`;

/** Says that an adaptation draws on this as well. */
export async function drawnOn(client: Client, adaptation: string, source: Published, what?: string): Promise<void> {
  await client.ok(addSourceDocument, { input: { adaptation, sourceVersion: source.currentVersion.id, what } });
}

export const followDocument = `mutation Follow($input: FollowVersionInput!) {
  followVersion(input: $input) { adaptation { id revision source { number } } }
}`;
