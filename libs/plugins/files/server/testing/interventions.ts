/** Interventions that tests attach files to. */
import type { TestClient } from '@hub/testing';

export const site = 'northvale';
const required = ['why', 'procedures', 'who_provides', 'how', 'where', 'when_how_much'];

/** A draft of Northvale that may be published; its id. */
export async function draftOf(client: TestClient, title: string, visibility = 'NETWORK'): Promise<string> {
  const sections = required.map((key) => ({ key, body: 'Words' }));
  const input = { site, title, summary: 'Words', modelTypes: ['MCP'], visibility, sections };
  const { createIntervention } = await client.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
    { input },
  );
  return createIntervention.intervention.id;
}

const publishing = `mutation ($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { currentVersion { id } } } }`;

/** Publishes its next version; the version's id. */
export async function publish(client: TestClient, id: string): Promise<string> {
  const { publishIntervention } = await client.ok(publishing, { input: await publicationOf(client, id) });
  return publishIntervention.intervention.currentVersion.id;
}

/** The fields of a publication that is refused. */
export async function refusedPublication(client: TestClient, id: string) {
  const { errors } = await client.run(publishing, { input: await publicationOf(client, id) });
  return errors?.[0]?.extensions;
}

async function publicationOf(client: TestClient, id: string) {
  const { node } = await client.ok('query ($id: ID!) { node(id: $id) { ... on Intervention { revision } } }', { id });
  return { id, expectedRevision: node.revision };
}

const fields = 'id name mediaType size isImage alternative status finding address addedBy { displayName }';

export interface SeenFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly alternative: string;
  readonly status: string;
  readonly finding: string | null;
  readonly address: string;
}

/** The files of its draft, as somebody sees them; null when they do not. */
export async function draftFiles(client: TestClient, id: string): Promise<SeenFile[] | null> {
  const { node } = await client.ok(
    `query ($id: ID!) { node(id: $id) { ... on Intervention { draftAttachments { ${fields} } } } }`,
    { id },
  );
  return node?.draftAttachments ?? null;
}

/** The files of a version, as somebody sees them; null when they do not see the version. */
export async function versionFiles(client: TestClient, version: string): Promise<SeenFile[] | null> {
  const { node } = await client.ok(
    `query ($id: ID!) { node(id: $id) { ... on InterventionVersion { attachments { ${fields} } } } }`,
    { id: version },
  );
  return node?.attachments ?? null;
}

/** One file by its id; null when it is not seen. */
export async function fileOf(client: TestClient, id: string): Promise<SeenFile | null> {
  const { node } = await client.ok(`query ($id: ID!) { node(id: $id) { ... on Attachment { ${fields} } } }`, { id });
  return node;
}

/** Runs one of the mutations of files; the code of its error, or null. */
export function change(client: TestClient, name: 'remove' | 'restore', subject: string, attachment: string) {
  const type = `${name === 'remove' ? 'Remove' : 'Restore'}AttachmentInput`;
  return client.codeOf(`mutation ($input: ${type}!) { ${name}Attachment(input: $input) { __typename } }`, {
    input: { subject, attachment },
  });
}
