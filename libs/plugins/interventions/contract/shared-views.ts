/** Database views that other plugins' reads may name. Their columns only grow. */

/**
 * `id` (uuid), `intervention_ref`, `number`, `published_at`, `sections` (jsonb array of key, heading, body), `components` (jsonb array of
 * key, name, description, core, reason), `description` (jsonb, as `Description`): one row a version.
 */
export const versionsView = 'interventions.shared_version';

/**
 * `intervention_ref`, `site_ref`, `status`, `draft` (jsonb as above), `current_version_id`, `current_number`,
 * `current_sections` (null until published), `draft_components`, `current_components` (null until published): one row an
 * intervention. Drafts are for its editors only: whoever reads them checks.
 */
export const textsView = 'interventions.shared_text';

/** `version_id` (uuid), `intervention_ref`, `number`, `place` (from 1), `key`, `name`, `description`, `core`, `reason`: one row a component of a version. */
export const componentsView = 'interventions.shared_component';

/** `ref`, `site_ref`, `status`, `maturity`: one row an intervention. Who may see it is for the reader to ask: join `core.entity`. */
export const standingView = 'interventions.shared_standing';
/**
 * `version_id` (uuid), `intervention_ref`, `version_number`, `site_ref`, `from_ref`, `part`, `key`, `heading`, `number` (of the version that first
 * had the change): one row a credit of a version. Whoever reads them asks who may see `from_ref`.
 */
export const creditsView = 'interventions.shared_credit';

/** `ref`, `written_at`: when the draft of an intervention was last written on. For its editors alone: whoever reads it checks. */
export const writingsView = 'interventions.shared_writing';
