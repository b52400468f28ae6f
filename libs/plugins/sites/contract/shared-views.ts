/** Database views that other plugins' reads may name. Their columns only grow. */

/**
 * What can be compared of sites, one row a site: `ref`, `care_models` (references), `region` (lower case), `population_value` and
 * `population_basis` (lower case, without what follows a comma), `population_segments` (names), `organisation_kinds` (of the lead and
 * the partners), `context_factors` (jsonb array of key, name, present and more), `initiatives` (names). Unknown is null or empty.
 * Who may see a site is for the reader to ask: join `core.entity`.
 */
export const profilesView = 'sites.shared_profile';

/** `site_ref`, `member_ref`, `since`: one row for each site that somebody belongs to. Who may see a site or a member is for the reader to ask. */
export const membershipsView = 'sites.shared_membership';
