/** Database views that other plugins' reads may name. Their columns only grow. */

/** `id` (uuid), `intervention_ref`, `number`, `published_at`, `sections` (jsonb array of key, heading, body): one row a version. */
export const versionsView = 'interventions.shared_version';

/**
 * `intervention_ref`, `site_ref`, `status`, `draft` (jsonb as above), `current_version_id`, `current_number`,
 * `current_sections` (null until published): one row an intervention. The draft is for its editors only: whoever reads it checks.
 */
export const textsView = 'interventions.shared_text';
