/** The audit log as a table, for a chosen part of it: what the list shows, and nothing about what the exporter may not see. */
import { Inject, Injectable } from '@nestjs/common';
import { type Action, Audit, badInput, csvOf, visibleSql } from '@hub/core/server';
import { like } from './managed-member.read';
import { reasonIn } from './reasons';
import { shownReference } from './shown-reference';

export interface AuditFilter {
  readonly who?: string | null;
  readonly what?: string | null;
  readonly about?: string | null;
  readonly outcome?: 'DONE' | 'REFUSED' | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
}

export interface Export {
  readonly fileName: string;
  readonly content: string;
  readonly rows: number;
}

interface Row {
  readonly number: string;
  readonly at: Date;
  readonly action: string;
  readonly outcome: string;
  readonly actor_ref: string | null;
  readonly actor: string | null;
  readonly subject_ref: string | null;
  readonly subject: string | null;
  readonly facts: Record<string, unknown>;
}

const mostRows = 20_000;
const headings = [
  'Number',
  'When (UTC)',
  'Action',
  'Outcome',
  'By',
  'By (reference)',
  'About',
  'About (reference)',
  'Facts',
];

/** Facts that name a hidden thing end where its name begins. */
const shownFacts = `(SELECT coalesce(jsonb_object_agg(f.key, CASE WHEN jsonb_typeof(f.value) = 'string'
    THEN to_jsonb(${shownReference("(f.value #>> '{}')", 'h', (h) => visibleSql(h, '$1::text[]'))}) ELSE f.value END), '{}')
  FROM jsonb_each(a.facts) f)`;

const rowsSql = `
  SELECT a.number, a.at, a.action, a.outcome, a.actor_ref, w.title AS actor, a.subject_ref, s.title AS subject, ${shownFacts} AS facts
  FROM core.audit_entry a LEFT JOIN core.entity w ON w.ref = a.actor_ref LEFT JOIN core.entity s ON s.ref = a.subject_ref
  WHERE (s.ref IS NULL OR ${visibleSql('s', '$1::text[]')})
    AND ($2::text IS NULL OR w.ref = btrim($2, '%') OR w.title ILIKE $2)
    AND ($3::text IS NULL OR a.action ^@ $3)
    AND ($4::text IS NULL OR s.ref = btrim($4, '%') OR s.title ILIKE $4)
    AND ($5::text IS NULL OR a.outcome = $5)
    AND ($6::timestamptz IS NULL OR a.at >= $6) AND ($7::timestamptz IS NULL OR a.at < $7)
  ORDER BY a.number DESC LIMIT ${mostRows + 1}`;

@Injectable()
export class AuditExport {
  constructor(@Inject(Audit) private readonly audit: Audit) {}

  /** Newest first. BAD_USER_INPUT when it would be too long for one file. The export is in the log itself. */
  async export(action: Action, input: { reason: string; filter?: AuditFilter | null }): Promise<Export> {
    const { tx, actor, at } = action;
    const reason = reasonIn(input);
    const { who, what, about, outcome, from, to } = input.filter ?? {};
    const rows = await tx.query<Row[]>(rowsSql, [
      actor.keys,
      who ? like(who) : null,
      what?.trim() ?? null,
      about ? like(about) : null,
      outcome?.toLowerCase() ?? null,
      from ?? null,
      to ?? null,
    ]);
    if (rows.length > mostRows)
      throw badInput('input.filter', `More than ${mostRows.toLocaleString('en-GB')} entries. Choose a shorter period`);
    const chosen = Object.entries({ who, what, about, outcome, from, to }).filter(
      ([, value]) => value !== null && value !== undefined,
    );
    await this.audit.add(tx, {
      ...{ action: 'audit.exported', actor: actor.ref },
      facts: { reason, rows: rows.length, filter: Object.fromEntries(chosen) },
    });
    const table = rows.map(lineOf);
    return {
      fileName: `audit-${at.toISOString().slice(0, 10)}.csv`,
      content: csvOf(headings, table),
      rows: table.length,
    };
  }
}

function lineOf(row: Row): unknown[] {
  const { number, at, action, outcome, actor, actor_ref, subject, subject_ref, facts } = row;
  return [number, at, action, outcome, actor, actor_ref, subject, subject_ref, JSON.stringify(facts)];
}
