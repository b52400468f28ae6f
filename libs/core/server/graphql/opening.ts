/**
 * The first statement of a mutation asks three things at once: whether whoever asks still is who they were lately, whether this request came
 * before, and whether they may do this. It fails where the answer is no: so what the change asks first can go with it, and is not run then.
 */
import type { EntityRef, Viewer } from '@hub/core/contract';
import type { Access, Question } from '../access/access';
import type { Presumed, Proof } from '../auth/proof';
import { refusedCode } from '../database/core-opening.migrations';
import { Values } from '../database/values';
import type { Ask } from '../database/write-ahead';

/** A request as it is remembered: by hashes, so that an anonymous post leads back to nobody. */
export interface Request {
  readonly key: string;
  readonly inputHash: string;
}

export interface Opening {
  readonly asks: Presumed;
  readonly request: Request | null;
  readonly question: Question | null;
}

/** Why nothing of a change was done: who asks is not who they were lately, it came before, they cannot see the thing, or may not do this. */
export type Refusal = 'stale' | 'known' | 'unseen' | 'denied';

export class Refused extends Error {
  constructor(readonly why: Refusal) {
    super(`Refused: ${why}.`);
  }
}

/**
 * Asks what there is to be asked; nothing is sent where that is nothing. Gives what guards the thing that the question is about. Throws Refused
 * where the answer is no: then the statement fails, and with it, before they begin, all that go with it. Two of one request wait for each
 * other here.
 */
export async function open(ask: Ask, access: Access, opening: Opening): Promise<EntityRef | null> {
  const { asks, request, question } = opening;
  if (!asks.proof && !request && !question) return null;
  const values = new Values();
  const claimed = request ? claimSql(request, values) : '';
  const asked = question ? ` LEFT JOIN LATERAL (${access.sqlOf(question, values)}) asked ON true` : '';
  const refusals = [
    ...(asks.proof ? [refusalSql(`NOT ${proofSql(asks.viewer, asks.proof, values)}`, 'stale')] : []),
    ...(request ? [refusalSql('NOT EXISTS (SELECT FROM claimed)', 'known')] : []),
    ...(question?.id ? [refusalSql('asked.ref IS NULL', 'unseen')] : []),
    ...(question ? [refusalSql('asked.may IS NOT TRUE', 'denied')] : []),
  ];
  const text = `${claimed}SELECT ${question ? 'asked.ref' : 'NULL AS ref'}, CASE ${refusals.join(' ')} END FROM (SELECT) one${asked}`;
  const [opened] = await ask<{ ref: EntityRef | null }>(text, values.all).catch(refusedWhere);
  return opened?.ref ?? null;
}

const refusalSql = (condition: string, why: Refusal) => `WHEN ${condition} THEN core.refuse('${why}')`;

function refusedWhere(error: { code?: string; detail?: string }): never {
  throw error.code === refusedCode ? new Refused(error.detail as Refusal) : error;
}

function claimSql({ key, inputHash }: Request, values: Values): string {
  return (
    `WITH claimed AS (INSERT INTO core.remembered_request (key, input_hash, at) ` +
    `VALUES (${values.of(key, 'text')}, ${values.of(inputHash, 'text')}, now()) ON CONFLICT DO NOTHING RETURNING 1) `
  );
}

function proofSql(viewer: Viewer, proof: Proof, values: Values): string {
  const taken = {
    get ref() {
      return values.once('ref', viewer.ref, 'text');
    },
    get keys() {
      return values.once('keys', viewer.keys, 'text[]');
    },
    get session() {
      return values.once('session', viewer.sessionId, 'uuid');
    },
  };
  return `coalesce((${proof.way.sql(taken, (at, cast) => values.of(proof.values[at], cast))}), false)`;
}
