/** The access scope: the one rule of who may see what, as SQL. Everything that reads goes through it. */

import { keyOfGlass } from '@hub/core/contract';

/**
 * True for the directory rows (alias `entity`) whose every needed key is among the viewer's keys, and for those that were opened to
 * them by name. The coalesce changes nothing but PostgreSQL's guess: it takes a bare `<@` for a rare match and sorts whole lists
 * instead of walking their index.
 */
export function visibleSql(entity: string, viewerKeys: string): string {
  return `coalesce(${entity}.needs <@ ${viewerKeys} OR ${openedByNameSql(`${entity}.ref`, viewerKeys)}, false)`;
}

/** True for a reference (an SQL expression) that was opened to the viewer by a key of its own: they broke its glass. */
export function openedByNameSql(ref: string, viewerKeys: string): string {
  return `ARRAY['${keyOfGlass('')}' || ${ref}] <@ ${viewerKeys}`;
}

/** What it takes to see a thing of the directory. */
export interface Needed {
  readonly ref: string;
  readonly needs: readonly string[];
}

/**
 * The same rule, for what a live answer was found to depend on: whether viewers with these keys see that thing. It decides who shares an
 * answer that was read under the rule in SQL, and a test holds the two together.
 */
export function isSeenWith(keys: readonly string[], { ref, needs }: Needed): boolean {
  return needs.every((need) => keys.includes(need)) || keys.includes(`${keyOfGlass('')}${ref}`);
}

/**
 * SQL of a reference as the member behind it may have it: null where they may not see what it refers to (any more). For what is kept
 * about a member: a name of something says what it is called. `ref` (with its table) and `member` are SQL expressions.
 */
export function refSeenBySql(ref: string, member: string): string {
  return `(SELECT seen.ref FROM core.entity seen WHERE seen.ref = ${ref}
    AND ${visibleSql('seen', `(SELECT holder.keys FROM core.account holder WHERE holder.ref = ${member})::text[]`)})`;
}
