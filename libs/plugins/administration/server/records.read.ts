/** How records due for appraisal are read: what the viewer may see, past its period at a time, and not held. Nothing is deleted here. */
import { any, column, entityColumn, newestFirst, one, readModel, sql, type Frame } from '@hub/core/server';
import { forAdministrators } from './administrators-only';
import { retention, type RecordRetention } from './retention';

const text = (value: string | null): string => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`);
const rows = retention.map(({ type, name, keptFor, period, basis }, place) =>
  [place, text(type), text(name), `${text(keptFor)}::interval`, text(period), text(basis)].join(', '),
);

/** The table of periods, as a FROM item. */
const periods = `(SELECT * FROM (VALUES ${rows.map((row) => `(${row})`).join(', ')}) AS v (place, type, name, kept_for, period, basis))`;

const notHeld = (e: string, h: string): string =>
  `NOT EXISTS (SELECT 1 FROM administration.legal_hold ${h} WHERE ${h}.record_ref = ${e}.ref AND ${h}.lifted_at IS NULL)`;

/** The number of rows of one type that are past their period. */
function due({ t, parent, alias, visible }: Frame): string {
  const at = `coalesce(${parent.arg('at', 'timestamptz')}, now())`;
  const [e, h] = [alias(), alias()];
  const ofTable = ({ type, table }: RecordRetention) =>
    table
      ? `WHEN '${type}' THEN (SELECT count(*) FROM ${table.name} r WHERE r.${table.time} + ${t}.kept_for <= ${at}) `
      : '';
  return (
    `(CASE ${t}.type ${retention.map(ofTable).join('')}ELSE (SELECT count(*) FROM core.entity ${e} ` +
    `WHERE ${e}.kind = ${t}.type AND ${e}.updated_at + ${t}.kept_for <= ${at} AND ${visible(e)} AND ${notHeld(e, h)}) END)::int`
  );
}

export const recordTypeRead = readModel({
  type: 'RecordType',
  source: periods,
  always: forAdministrators,
  fields: {
    id: sql(({ t }) => `'record-type:' || ${t}.type`),
    type: column('type'),
    name: column('name'),
    period: column('period'),
    basis: column('basis'),
    due: sql(due),
  },
});

const keptFor = ({ e }: Frame): string =>
  `(CASE ${e}.kind ${retention.flatMap(({ type, keptFor: kept, table }) => (kept && !table ? [`WHEN '${type}' THEN '${kept}'::interval`] : [])).join(' ')} END)`;

export const isDue = (frame: Frame): string => {
  const { e, arg, alias } = frame;
  return `${e}.updated_at + ${keptFor(frame)} <= coalesce(${arg('at', 'timestamptz')}, now()) AND ${notHeld(e, alias())}`;
};

export const recordDueRead = readModel({
  type: 'RecordDue',
  source: 'core.entity',
  guard: 'ref',
  always: forAdministrators,
  fields: {
    id: column('ref'),
    type: entityColumn('kind'),
    title: entityColumn('title'),
    lastChangedAt: entityColumn('updated_at'),
    dueAt: sql((frame) => `${frame.e}.updated_at + ${keptFor(frame)}`),
  },
  filters: {
    // The time is part of what is due, and not a filter of its own.
    at: { cast: 'timestamptz', sql: () => '' },
    type: { cast: 'text', sql: ({ e }, value) => `${e}.kind = ${value()}` },
  },
  orders: {
    OLDEST: {
      descending: false,
      keys: [
        { sql: ({ e }) => `${e}.updated_at`, type: 'timestamptz' },
        { sql: ({ t }) => `${t}.ref`, type: 'text' },
      ],
    },
  },
});

export const legalHoldRead = readModel({
  type: 'LegalHold',
  source: 'administration.legal_hold',
  guard: 'record_ref',
  always: (frame) => `${forAdministrators(frame)} AND ${frame.t}.lifted_at IS NULL`,
  fields: {
    id: column('record_ref'),
    record: any(({ t }) => `${t}.record_ref`),
    title: entityColumn('title'),
    reason: column('reason'),
    by: one('Member', ({ t }) => `${t}.by_ref`),
    since: column('since'),
  },
  orders: {
    NEWEST: newestFirst(
      ({ t }) => `${t}.since`,
      ({ t }) => `${t}.id::text`,
    ),
  },
});
