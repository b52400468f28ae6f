/** Database views that other plugins' reads may name. Their columns only grow. */

/**
 * `ref`, `source_ref`, `site_ref`, `result_ref`, `stage`: one row an adaptation. Who may see it is for the reader to ask: join
 * `core.entity`. A result is seen by fewer than its adaptation may be.
 */
export const adaptationsView = 'adaptations.shared_adaptation';

/** `id` (uuid), `adaptation_ref`, `words`: one row a change or a finding of a record. Who may see the record is for the reader to ask. */
export const entriesView = 'adaptations.shared_entry';
