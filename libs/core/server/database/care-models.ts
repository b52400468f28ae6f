/** The five care models, written at every start from the reference file, so that a corrected word arrives with the release. */
import { careModelCodes, careModelRef } from '@hub/core/contract';
import type { DataSource } from 'typeorm';
import reference from '@hub/core/contract/reference/model-types.json' with { type: 'json' };

/** Writes the care models and their directory rows. Harmless to repeat. */
export async function writeCareModels(source: DataSource): Promise<void> {
  await source.transaction(async (tx) => {
    await tx.query(`SELECT set_config('lock_timeout', '0', true)`);
    for (const model of reference.modelTypes) {
      const position = careModelCodes.findIndex((code) => code === model.code);
      const ref = careModelRef(model.code);
      await tx.query(
        `INSERT INTO core.entity (ref, kind, title, summary, care_models, visibility, needs, created_at, updated_at)
         VALUES ($1, 'care-model', $2, $3, ARRAY[$1], 'public', '{}', now(), now())
         ON CONFLICT (ref) DO UPDATE SET title = excluded.title, summary = excluded.summary
           WHERE (entity.title, entity.summary) IS DISTINCT FROM (excluded.title, excluded.summary)`,
        [ref, model.name, model.description],
      );
      await tx.query(
        `INSERT INTO core.care_model (ref, code, position, description) VALUES ($1, $2, $3, $4)
         ON CONFLICT (ref) DO UPDATE SET description = excluded.description WHERE care_model.description <> excluded.description`,
        [ref, model.code, position, model.description],
      );
    }
  });
}
