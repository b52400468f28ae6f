/** The access scope: the one rule of who may see what, as SQL. Everything that reads goes through it. */

/**
 * True for the directory rows (alias `entity`) whose every needed key is among the viewer's keys. The coalesce changes nothing but
 * PostgreSQL's guess: it takes a bare `<@` for a rare match and sorts whole lists instead of walking their index.
 */
export function visibleSql(entity: string, viewerKeys: string): string {
  return `coalesce(${entity}.needs <@ ${viewerKeys}, false)`;
}
