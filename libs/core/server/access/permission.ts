/** Permissions as data that reads as sentences: an id, who holds it, and the same in words. */

/** SQL names available to a relation: the directory row (when there is one) and the viewer's parameters. */
export interface RelationSql {
  /** Alias of the `core.entity` row, or null for permissions that are about no particular thing. */
  readonly entity: string | null;
  readonly viewerRef: string;
  readonly viewerKeys: string;
}

/** Who stands in which relation to a thing, as a boolean SQL expression. */
export type Relation = (sql: RelationSql) => string;

export interface Permission {
  readonly id: string;
  readonly who: Relation;
  /** Who may do what, in one sentence that is shown when it is refused. */
  readonly sentence: string;
}

/** Declares a permission. */
export function permission(id: string, who: Relation, sentence: string): Permission {
  return Object.freeze({ id, who, sentence });
}

/** Members who may edit what belongs to the site that owns the thing. */
export const editorsOfTheOwningSite: Relation = ({ entity, viewerKeys }) =>
  `('edits:' || ${aliasOf(entity)}.owner_ref) = ANY(${viewerKeys})`;

/** Members who may edit what belongs to the site that the thing is. */
export const editorsOfTheSiteItself: Relation = ({ entity, viewerKeys }) =>
  `('edits:' || ${aliasOf(entity)}.ref) = ANY(${viewerKeys})`;

/** Anyone with a session. */
export const anyMember: Relation = ({ viewerRef }) => `(${viewerRef}::text IS NOT NULL)`;

/** Members who hold a role in the whole network. */
export function roleInTheNetwork(role: string): Relation {
  if (!/^[a-z-]+$/.test(role)) throw new Error(`Not a role: ${role}`);
  return ({ viewerKeys }) => `('role:${role}' = ANY(${viewerKeys}))`;
}

function aliasOf(entity: string | null): string {
  if (!entity) throw new Error('This permission is about a thing: say which with @allow(on:).');
  return entity;
}
