/** Cases that nobody can take on, and who can do something about that. */
import { keyOfFacilitators, keyOfRole, keyOfSiteLeads } from '@hub/core/contract';
import { visibleSql } from '@hub/core/server';

/** SQL of whether a row of `moderation.listed_case` (this alias) waits for a decision, or for an answer to an appeal. */
export const waits = (c: string): string =>
  `(${c}.decided_at IS NULL OR (${c}.appealed_at IS NOT NULL AND ${c}.appeal_decided_at IS NULL))`;

/** SQL of whether no moderator can take it on: none who sees its discussion, did not write or report it, and has not decided it. */
export const isForNobody = (c: string): string =>
  `NOT EXISTS (SELECT FROM core.account m JOIN core.entity place ON place.ref = ${c}.thread_ref
    WHERE '${keyOfRole('moderator')}' = ANY(m.keys) AND m.suspended_at IS NULL AND ${visibleSql('place', 'm.keys')}
      AND m.ref <> ${c}.author_ref AND m.ref IS DISTINCT FROM ${c}.decided_by
      AND NOT EXISTS (SELECT FROM moderation.report own WHERE own.case_id = ${c}.id AND own.member_ref = m.ref))`;

/** SQL of the keys of those who look after a row of the directory (this alias): who facilitate its community, who lead its site. */
export const keysOfThoseWhoLookAfter = (e: string): string =>
  `(ARRAY['${keyOfFacilitators('')}' || ${e}.community_ref] || ARRAY(SELECT '${keyOfSiteLeads('')}' || substring(need FROM 'site:.*$')
    FROM unnest(${e}.needs) AS need WHERE need ~ '(^|:)site:'))`;
