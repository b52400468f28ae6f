/**
 * How long each type of record is kept. The page docs/assurance/records-and-retention.md says the same for people: change both. The
 * periods follow the Records Management Code of Practice 2021 as we read it; a records manager confirms them before live use.
 */
export interface RecordRetention {
  /** The kind of directory entity, or the name of a table of core. */
  readonly type: string;
  readonly name: string;
  /** In words of PostgreSQL's interval, counted from the last change. Null: kept for good. */
  readonly keptFor: string | null;
  /** The same for people. */
  readonly period: string;
  readonly basis: string;
  /** Rows outside the directory: table and the column of the time. */
  readonly table?: { readonly name: string; readonly time: string };
}

const appraise = 'The site that owns it and a records manager decide together.';

export const retention: readonly RecordRetention[] = [
  {
    type: 'intervention',
    name: 'Interventions and their versions',
    keptFor: '25 years',
    period: '25 years after the last change',
    basis: `Kept as clinical protocols are. ${appraise}`,
  },
  {
    type: 'adaptation',
    name: 'Adaptations, with suitability, changes and results',
    keptFor: '25 years',
    period: '25 years after the last change',
    basis: `Kept as clinical protocols are. ${appraise}`,
  },
  {
    type: 'evaluation',
    name: 'Evaluations',
    keptFor: '25 years',
    period: '25 years after the last change',
    basis: `Kept as long as what they are about. ${appraise}`,
  },
  {
    type: 'thread',
    name: 'Discussions',
    keptFor: '6 years',
    period: '6 years after the last change',
    basis: `Kept as an intranet is. ${appraise}`,
  },
  {
    type: 'site',
    name: 'Sites',
    keptFor: '6 years',
    period: '6 years after the last change',
    basis: `Kept as an intranet is. ${appraise}`,
  },
  {
    type: 'member',
    name: 'Members’ profiles',
    keptFor: '6 years',
    period: '6 years after the last change',
    basis: 'An administrator decides. Members may erase themselves at any time before.',
  },
  {
    type: 'vanguard',
    name: 'The 50 vanguards of the programme',
    keptFor: null,
    period: 'For good',
    basis: 'History, made of public pages.',
  },
  {
    type: 'audit-entry',
    name: 'The audit log',
    keptFor: '2 years',
    period: '2 years',
    basis: 'Long enough to look into misuse, no longer. The log only grows: a database administrator cuts it off.',
    table: { name: 'core.audit_entry', time: 'at' },
  },
  {
    type: 'letter',
    name: 'Letters',
    keptFor: '1 year',
    period: '1 year after they were written',
    basis: 'To show that somebody was told.',
    table: { name: 'core.mail', time: 'created_at' },
  },
  {
    type: 'session',
    name: 'Sessions',
    keptFor: '1 year',
    period: '1 year after they began',
    basis: 'To look into misuse.',
    table: { name: 'core.session', time: 'created_at' },
  },
];
