/** Permissions as data that reads as sentences: an id, who holds it, and the same in words. */
import { takesPartKey } from '@hub/core/contract';
import { openedByNameSql } from './scope';

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
  /** Asks for a second factor proved lately, whoever they are. */
  readonly secondFactor?: boolean;
}

/** Declares a permission. */
export function permission(
  id: string,
  who: Relation,
  sentence: string,
  more: Pick<Permission, 'secondFactor'> = {},
): Permission {
  return Object.freeze({ id, who, sentence, ...more });
}

/** Members who may edit what belongs to the site that owns the thing. */
export const editorsOfTheOwningSite: Relation = ({ entity, viewerKeys }) =>
  `('edits:' || ${aliasOf(entity)}.owner_ref) = ANY(${viewerKeys})`;

/** Members who may edit what belongs to the site that the thing is. */
export const editorsOfTheSiteItself: Relation = ({ entity, viewerKeys }) =>
  `('edits:' || ${aliasOf(entity)}.ref) = ANY(${viewerKeys})`;

/** Members who may read the drafts of the site that owns the thing: those who write for it, its evaluators, and who opened this one. */
export const draftReadersOfTheOwningSite: Relation = ({ entity, viewerKeys }) =>
  `(('drafts:' || ${aliasOf(entity)}.owner_ref) = ANY(${viewerKeys}) OR ${openedByNameSql(`${aliasOf(entity)}.ref`, viewerKeys)})`;

/** Members who may write down, for the site that owns the thing, what came of it: its evaluators, and those who publish. */
export const evaluatorsOfTheOwningSite: Relation = ({ entity, viewerKeys }) =>
  `('evaluates:' || ${aliasOf(entity)}.owner_ref) = ANY(${viewerKeys})`;

/** Members who may publish in the name of the site that owns the thing. */
export const publishersOfTheOwningSite: Relation = ({ entity, viewerKeys }) =>
  `('publishes:' || ${aliasOf(entity)}.owner_ref) = ANY(${viewerKeys})`;

/** Members who may publish in the name of the site that the thing is. */
export const publishersOfTheSiteItself: Relation = ({ entity, viewerKeys }) =>
  `('publishes:' || ${aliasOf(entity)}.ref) = ANY(${viewerKeys})`;

/** Those who lead the site that owns the thing. */
export const leadsOfTheOwningSite: Relation = ({ entity, viewerKeys }) =>
  `('leads:' || ${aliasOf(entity)}.owner_ref) = ANY(${viewerKeys})`;

/** Those who lead the site that the thing is. */
export const leadsOfTheSiteItself: Relation = ({ entity, viewerKeys }) =>
  `('leads:' || ${aliasOf(entity)}.ref) = ANY(${viewerKeys})`;

/** Those who facilitate the community that the thing is, or is in. Nobody where it is in none. */
export const facilitatorsOfItsCommunity: Relation = ({ entity, viewerKeys }) =>
  entity ? `coalesce(('facilitates:' || ${entity}.community_ref) = ANY(${viewerKeys}), false)` : 'false';

/** Anyone signed in who is more than a guest. */
export const anyMember: Relation = ({ viewerKeys }) => `('${takesPartKey}' = ANY(${viewerKeys}))`;

/** Anyone signed in, guests too: what is about oneself. */
export const anyoneSignedIn: Relation = ({ viewerRef }) => `(${viewerRef}::text IS NOT NULL)`;

/** True for whoever stands in any of these relations. */
export const anyOf =
  (...relations: readonly Relation[]): Relation =>
  (sql) =>
    `(${relations.map((relation) => relation(sql)).join(' OR ')})`;

/** Members who hold a role in the whole network. */
export function roleInTheNetwork(role: string): Relation {
  if (!/^[a-z-]+$/.test(role)) throw new Error(`Not a role: ${role}`);
  return ({ viewerKeys }) => `('role:${role}' = ANY(${viewerKeys}))`;
}

function aliasOf(entity: string | null): string {
  if (!entity) throw new Error('This permission is about a thing: say which with @allow(on:).');
  return entity;
}
