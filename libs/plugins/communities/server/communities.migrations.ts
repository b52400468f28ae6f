/** The tables of communities, and the open community of each care model. */
import { careModelCodes, careModelRef } from '@hub/core/contract';
import reference from '@hub/core/contract/reference/model-types.json' with { type: 'json' };
import { careModelState, communityKind, communityOfCareModel } from '@hub/plugins/communities/contract';
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateCommunities1900000001100 implements MigrationInterface {
  readonly name = 'CreateCommunities1900000001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA communities;

      CREATE TABLE communities.community (
        ref text PRIMARY KEY REFERENCES core.entity (ref),
        kind text NOT NULL CHECK (kind IN ('OPEN', 'CLOSED', 'PRIVATE')),
        welcome text NOT NULL DEFAULT '',
        care_model_ref text UNIQUE,
        created_at timestamptz(3) NOT NULL,
        revision int NOT NULL DEFAULT 1,
        CHECK (care_model_ref IS NULL OR kind = 'OPEN')
      );

      CREATE TABLE communities.membership (
        community_ref text NOT NULL REFERENCES communities.community (ref),
        member_ref text NOT NULL REFERENCES core.account (ref),
        role text NOT NULL CHECK (role IN ('FACILITATOR', 'MEMBER')),
        since timestamptz(3) NOT NULL,
        PRIMARY KEY (community_ref, member_ref)
      );
      CREATE INDEX membership_member ON communities.membership (member_ref);

      CREATE TABLE communities.request (
        id uuid PRIMARY KEY,
        community_ref text NOT NULL REFERENCES communities.community (ref),
        member_ref text NOT NULL REFERENCES core.account (ref),
        words text NOT NULL,
        asked_at timestamptz(3) NOT NULL,
        state text NOT NULL CHECK (state IN ('OPEN', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
        answer text,
        answered_by text REFERENCES core.account (ref),
        answered_at timestamptz(3)
      );
      CREATE UNIQUE INDEX request_open ON communities.request (community_ref, member_ref) WHERE state = 'OPEN';
      CREATE INDEX request_member ON communities.request (member_ref, asked_at);

      CREATE TABLE communities.invitation (
        id uuid PRIMARY KEY,
        community_ref text NOT NULL REFERENCES communities.community (ref),
        member_ref text NOT NULL REFERENCES core.account (ref),
        invited_by text NOT NULL REFERENCES core.account (ref),
        invited_at timestamptz(3) NOT NULL,
        UNIQUE (community_ref, member_ref)
      );
      CREATE INDEX invitation_member ON communities.invitation (member_ref, invited_at);

      CREATE INDEX entity_community ON core.entity (community_ref) WHERE community_ref IS NOT NULL;
    `);
    for (const code of careModelCodes) await addCareModel(runner, code);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX core.entity_community;
      DROP SCHEMA communities CASCADE;
      DELETE FROM core.entity WHERE kind = '${communityKind}';
    `);
  }
}

/** In every hub, the empty one too: it has no facilitator until the network team gives it one. */
async function addCareModel(runner: QueryRunner, code: string): Promise<void> {
  const model = reference.modelTypes.find((known) => known.code === code);
  if (!model) throw new Error(`model-types.json says nothing of ${code}.`);
  const careModel = careModelRef(code);
  const ref = communityOfCareModel(careModel);
  await runner.query(
    `INSERT INTO core.entity (ref, kind, title, summary, care_models, community_ref, visibility, needs, state, created_at, updated_at)
     VALUES ($1, '${communityKind}', $2, $3, ARRAY[$4], $1, 'public', '{}', '${careModelState}', now(), now())`,
    [ref, model.name, 'Everybody who works on this care model, and everybody who wants to.', careModel],
  );
  await runner.query(
    `INSERT INTO communities.community (ref, kind, care_model_ref, created_at) VALUES ($1, 'OPEN', $2, now())`,
    [ref, careModel],
  );
}

export const communitiesMigrations = [CreateCommunities1900000001100];
