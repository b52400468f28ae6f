/** What is reported in the contract's world. */
import type { TestClient } from '@hub/testing';
import type { ThreadsWorld } from './threads';

export interface ModerationWorld {
  /** A case about a post of Anjali's, for the administrator, who is a moderator too; and the same as Anjali sees it. */
  readonly case: string;
  readonly ownCase: string;
  /** Of Anjali's. */
  readonly report: string;
}

/** Posts that are reported: of Anjali's, hidden while it waits for a moderator, and by Anjali, of somebody else. */
export async function reported(anjali: TestClient, gwen: TestClient): Promise<ModerationWorld> {
  const start =
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { posts { edges { node { id } } } } } }';
  const postBy = async (client: TestClient): Promise<string> => {
    const input = { title: 'Reported', body: 'Look at this', modelTypes: ['ACC'] };
    return (await client.ok(start, { input })).startThread.thread.posts.edges[0].node.id;
  };
  const report = async (client: TestClient, subject: string) => {
    const input = { subject, reason: 'PATIENT_DETAILS' };
    const document = 'mutation ($input: ReportInput!) { report(input: $input) { report { id } } }';
    return (await client.ok(document, { input })).report.report.id;
  };
  await report(gwen, await postBy(anjali));
  const { viewerCases } = await anjali.ok('{ viewerCases { edges { node { id } } } }');
  const ownCase: string = viewerCases.edges[0].node.id;
  const byAnjali: string = await report(anjali, await postBy(gwen));
  return { case: ownCase.replace('own-case', 'moderation-case'), ownCase, report: byAnjali };
}

export const moderationInputs = ({ reply, ownCase, ...world }: ModerationWorld & ThreadsWorld) => ({
  report: { subject: reply, reason: 'OTHER', words: 'Rude' },
  openCase: { case: world.case },
  appeal: { case: ownCase, words: 'It was not' },
  decideAppeal: { case: world.case, upheld: true, answer: 'It was not' },
  openName: { case: world.case, reason: 'Harm' },
  decideCase: { case: world.case, decision: 'EDIT_OUT', reason: 'Rude', cuts: ['never was'], expectedRevision: 1 },
});
