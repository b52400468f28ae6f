/** For specs: writes evaluations through the public API, with defaults for what a case is not about. */
import type { TestClient } from '@hub/testing';

export const coughPathway = 'intervention:northvale/cough-care-pathway';

/** All that publishing asks for. */
export const complete = {
  methods: ['SERIES', 'INTERVIEWS'],
  methodNote: 'Letters were counted',
  periodFrom: '2016-04',
  periodTo: '2017-03',
  findings: 'Fewer letters came.',
  verdict: 'WORKED',
  sureness: 'LIMITED',
  limitations: 'One year only.',
  figures: [{ label: 'Letters', value: 12.5, unit: 'a month' }],
  funding: 'Ourselves',
};

export interface Written {
  readonly id: string;
  readonly revision: number;
}

const fields = '{ evaluation { id revision status } }';
export const createDocument = `mutation ($input: CreateEvaluationInput!) { createEvaluation(input: $input) ${fields} }`;
export const updateDocument = `mutation ($input: UpdateEvaluationInput!) { updateEvaluation(input: $input) ${fields} }`;
export const publishDocument = `mutation ($input: PublishEvaluationInput!) { publishEvaluation(input: $input) ${fields} }`;
export const withdrawDocument = `mutation ($input: WithdrawEvaluationInput!) { withdrawEvaluation(input: $input) ${fields} }`;

/** An empty draft. */
export async function begun(client: TestClient, over: Record<string, unknown> = {}): Promise<Written> {
  const input = { about: coughPathway, title: 'Letters', question: 'Do fewer letters come?', ...over };
  return (await client.ok(createDocument, { input })).createEvaluation.evaluation;
}

/** A draft that says everything. */
export async function written(client: TestClient, over: Record<string, unknown> = {}): Promise<Written> {
  const { id, revision } = await begun(client, over);
  const input = { id, expectedRevision: revision, ...complete };
  return (await client.ok(updateDocument, { input })).updateEvaluation.evaluation;
}

/** One that others can read. */
export async function published(client: TestClient, over: Record<string, unknown> = {}): Promise<Written> {
  const { id, revision } = await written(client, over);
  return (await client.ok(publishDocument, { input: { id, expectedRevision: revision } })).publishEvaluation.evaluation;
}

/** One that its site took back. */
export async function withdrawn(client: TestClient, { id, revision }: Written, reason = 'The count was wrong') {
  const input = { id, expectedRevision: revision, reason };
  return (await client.ok(withdrawDocument, { input })).withdrawEvaluation.evaluation as Written;
}

/** Whether somebody sees it. */
export async function sees(client: TestClient, id: string): Promise<boolean> {
  return (await client.ok('query ($id: ID!) { evaluation(id: $id) { id } }', { id })).evaluation !== null;
}
