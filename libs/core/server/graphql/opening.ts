/**
 * The first statement of a mutation asks three things at once: whether whoever asks still is who they were lately, whether this request came
 * before, and whether they may do this. So none of them costs a round trip of its own.
 */
import type { EntityManager } from 'typeorm';
import type { Access, Answered, Question } from '../access/access';
import type { Presumed } from '../auth/proof';
import { Values } from '../database/values';

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

export interface Opened extends Answered {
  /** Whether the proof of who asks holds: where it does not, nothing else counts. */
  readonly holds: boolean;
  /** Whether nobody made this request before. Two at once wait for each other here. */
  readonly isFirst: boolean;
}

/** Asks what there is to be asked; nothing is sent where that is nothing. */
export async function open(tx: EntityManager, access: Access, opening: Opening): Promise<Opened> {
  const { asks, request, question } = opening;
  if (!asks.proof && !request && !question) return { holds: true, isFirst: true, ref: null, may: null };
  const values = new Values();
  const claimed = request ? claimSql(request, values) : '';
  const asked = question ? ` LEFT JOIN LATERAL (${access.sqlOf(question, values)}) asked ON true` : '';
  const columns = [
    `${proofSql(asks, values)} AS holds`,
    `${request ? 'EXISTS (SELECT FROM claimed)' : 'true'} AS "isFirst"`,
    question ? 'asked.ref, asked.may' : 'NULL AS ref, NULL AS may',
  ];
  const [opened] = await tx.query<Opened[]>(
    `${claimed}SELECT ${columns.join(', ')} FROM (SELECT) one${asked}`,
    values.all,
  );
  if (!opened) throw new Error('A statement of one row gave none.');
  return opened;
}

function claimSql({ key, inputHash }: Request, values: Values): string {
  return (
    `WITH claimed AS (INSERT INTO core.remembered_request (key, input_hash, at) ` +
    `VALUES (${values.of(key, 'text')}, ${values.of(inputHash, 'text')}, now()) ON CONFLICT DO NOTHING RETURNING 1) `
  );
}

function proofSql({ viewer, proof }: Presumed, values: Values): string {
  if (!proof) return 'true';
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
