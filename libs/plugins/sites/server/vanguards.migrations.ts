/** The programme's history: the 50 real vanguards, present in every hub, demonstration or not. */
import { careModelRef } from '@hub/core/contract';
import { vanguardKind, vanguardRef } from '@hub/plugins/sites/contract';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import reference from './reference/vanguards.json' with { type: 'json' };

class RecordVanguards1700000000110 implements MigrationInterface {
  readonly name = 'RecordVanguards1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sites.vanguard_source (
        ref text PRIMARY KEY,
        kind text NOT NULL,
        citation text NOT NULL,
        url text
      );

      CREATE TABLE sites.vanguard (
        ref text PRIMARY KEY REFERENCES core.entity (ref),
        list_number int NOT NULL UNIQUE,
        alternative_names text[] NOT NULL,
        region text,
        places text[] NOT NULL,
        lead_organisations text[],
        partner_organisations text[],
        population jsonb,
        known_interventions jsonb NOT NULL,
        evaluations jsonb NOT NULL,
        notes text[] NOT NULL,
        source_refs text[] NOT NULL
      );
    `);
    await runner.query(
      `INSERT INTO sites.vanguard_source (ref, kind, citation, url)
       SELECT id, kind, citation, url FROM jsonb_to_recordset($1::jsonb) AS s(id text, kind text, citation text, url text)`,
      [JSON.stringify(reference.sources)],
    );
    for (const vanguard of reference.sites) await recordVanguard(runner, vanguard);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sites.vanguard, sites.vanguard_source');
    await runner.query('DELETE FROM core.entity WHERE kind = $1', [vanguardKind]);
  }
}

type VanguardInFile = (typeof reference.sites)[number];

async function recordVanguard(runner: QueryRunner, vanguard: VanguardInFile): Promise<void> {
  const ref = vanguardRef(vanguard.slug);
  await runner.query(
    `INSERT INTO core.entity (ref, kind, title, care_models, visibility, needs, created_at, updated_at)
     VALUES ($1, $2, $3, $4, 'public', '{}', now(), now())`,
    [ref, vanguardKind, vanguard.name, [careModelRef(vanguard.modelType)]],
  );
  await runner.query(
    `INSERT INTO sites.vanguard (ref, list_number, alternative_names, region, places, lead_organisations, partner_organisations,
       population, known_interventions, evaluations, notes, source_refs)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ref,
      vanguard.listNumber,
      vanguard.alternativeNames,
      vanguard.region,
      vanguard.places,
      vanguard.leadOrganisations,
      vanguard.partnerOrganisations,
      vanguard.population && JSON.stringify(vanguard.population),
      JSON.stringify(vanguard.knownInterventions),
      JSON.stringify(vanguard.evaluations),
      vanguard.notes,
      vanguard.sourceIds,
    ],
  );
}

export const vanguardsMigrations = [RecordVanguards1700000000110];
