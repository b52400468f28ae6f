/** The directory: everything worth talking about has a row here, written in the transaction that writes the thing itself. */
import { Inject, Injectable } from '@nestjs/common';
import { parseEntityRef, type EntityRef, type Visibility } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { EntityRecord } from '../database/core.records';
import { writeAhead } from '../database/write-ahead';
import { entityTopic, Live } from '../live/live';
import { entityChanged } from '../outbox/core-events';
import { Outbox } from '../outbox/outbox';
import { ownKey } from './own-key';

export interface DirectoryEntry {
  readonly ref: EntityRef;
  readonly title: string;
  readonly summary?: string;
  readonly careModels?: readonly EntityRef[];
  /** The site that owns it. Required for `draft` and `site` visibility. */
  readonly owner?: EntityRef | null;
  readonly community?: EntityRef | null;
  readonly visibility: Visibility;
  /** What a viewer must also be able to see. */
  readonly within?: readonly EntityRef[];
  readonly state?: string | null;
  readonly at: Date;
  /**
   * What changed may be hidden from some who see the entry, as the text of a next version is: the time of change then moves only
   * with what the entry itself says.
   */
  readonly quiet?: boolean;
}

@Injectable()
export class Directory {
  constructor(
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Live) private readonly live: Live,
  ) {}

  /** Writes an entry, new or changed, and raises `entity.changed`. The time of creation stays. */
  async put(tx: EntityManager, entry: DirectoryEntry): Promise<void> {
    const kind = parseEntityRef(entry.ref)?.kind;
    if (!kind) throw new Error(`Not a reference: ${entry.ref}`);
    const row = { ...entryDefaults, ...entry, kind };
    await writeAhead(
      tx,
      `INSERT INTO core.entity (ref, kind, title, summary, care_models, owner_ref, community_ref, visibility, within, needs, state, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, ${needsSql('$10', '$9')}, $11, $12, $12)
       ON CONFLICT (ref) DO UPDATE SET title = excluded.title, summary = excluded.summary, care_models = excluded.care_models,
         owner_ref = excluded.owner_ref, community_ref = excluded.community_ref, visibility = excluded.visibility,
         within = excluded.within, needs = excluded.needs, state = excluded.state,
         updated_at = CASE WHEN $13::boolean AND (entity.title, entity.summary, entity.care_models, entity.visibility, entity.state)
           IS NOT DISTINCT FROM (excluded.title, excluded.summary, excluded.care_models, excluded.visibility, excluded.state)
           THEN entity.updated_at ELSE excluded.updated_at END`,
      [
        row.ref,
        kind,
        row.title,
        row.summary,
        row.careModels,
        row.owner,
        row.community,
        row.visibility,
        row.within,
        ownKeys(row),
        row.state,
        row.at,
        row.quiet,
      ],
    );
    await this.refreshDependents(tx, entry.ref, entry.at);
    await this.raiseChanged(tx, entry.ref, entry.at);
  }

  /**
   * What is in a community is seen by its members alone from now on, or by the network. What lies within that follows, and
   * `entity.changed` is raised for each thing.
   */
  async showWhatIsIn(
    tx: EntityManager,
    community: EntityRef,
    { visibility, at }: { visibility: 'community' | 'network'; at: Date },
  ): Promise<void> {
    const [changed] = await tx.query<[{ ref: EntityRef }[], number]>(
      `UPDATE core.entity e SET visibility = $2, needs = ${needsSql('ARRAY[$3]', 'e.within')}
       WHERE e.community_ref = $1 AND e.ref <> $1 AND e.visibility <> $2 RETURNING e.ref`,
      [community, visibility, ownKey({ ref: community, visibility, owner: null, community })],
    );
    for (const { ref } of changed) await this.raiseChanged(tx, ref, at);
    const holders = await tx.query<{ ref: EntityRef }[]>(
      'SELECT DISTINCT w AS ref FROM core.entity d, unnest(d.within) w WHERE d.within && $1::text[] AND w = ANY($1::text[])',
      [changed.map(({ ref }) => ref)],
    );
    for (const { ref } of holders) await this.refreshDependents(tx, ref, at);
  }

  /** The entry as stored, past the access scope: for services that have already asked whether the viewer may see it. */
  get(tx: EntityManager, ref: EntityRef): Promise<EntityRecord | null> {
    return tx.findOneBy(EntityRecord, { ref });
  }

  /** Stores a relation between two entities once; it is read both ways. */
  async link(tx: EntityManager, from: EntityRef, relation: string, to: EntityRef): Promise<void> {
    await writeAhead(
      tx,
      'INSERT INTO core.link (from_ref, relation, to_ref) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [from, relation, to],
    );
  }

  private async needsOf(
    tx: EntityManager,
    entry: {
      ref: EntityRef;
      visibility: Visibility;
      owner: EntityRef | null;
      community: EntityRef | null;
      within: readonly EntityRef[];
    },
  ): Promise<string[]> {
    const rows: { needs: string[] }[] = await tx.query(`SELECT ${needsSql('$1', '$2')} AS needs`, [
      ownKeys(entry),
      entry.within,
    ]);
    return rows[0]?.needs ?? [];
  }

  /** What lies within a changed entity needs what it needs now, at every depth, and has changed with it. */
  private async refreshDependents(tx: EntityManager, changed: EntityRef, at: Date): Promise<void> {
    const waiting = [changed];
    const seen = new Set(waiting);
    for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
      const dependents = await tx
        .createQueryBuilder(EntityRecord, 'e')
        .where('e.within @> ARRAY[:ref]::text[]', { ref })
        .getMany();
      for (const dependent of dependents) {
        const needs = await this.needsOf(tx, {
          ...dependent,
          owner: dependent.ownerRef,
          community: dependent.communityRef,
        });
        if (needs.join() === [...dependent.needs].sort().join() || seen.has(dependent.ref)) continue;
        seen.add(dependent.ref);
        await tx.update(EntityRecord, { ref: dependent.ref }, { needs });
        await this.raiseChanged(tx, dependent.ref, at);
        waiting.push(dependent.ref);
      }
    }
  }

  /** Whoever listens to it is looked at again as well: they may not see it any more. */
  private async raiseChanged(tx: EntityManager, subject: EntityRef, at: Date): Promise<void> {
    await this.live.publishAhead(tx, [entityTopic(subject)], {});
    await this.outbox.add(tx, { name: entityChanged.name, subject, actor: null, at, facts: {} });
  }
}

/** SQL of what it takes to see a thing: its own keys, and all that it takes to see what it lies within. */
function needsSql(own: string, within: string): string {
  return `ARRAY(SELECT k COLLATE "C" FROM unnest(${own}::text[]) k
    UNION SELECT n COLLATE "C" FROM core.entity w, unnest(w.needs) n WHERE w.ref = ANY(${within}::text[]) ORDER BY 1)`;
}

function ownKeys(entry: Parameters<typeof ownKey>[0]): string[] {
  const own = ownKey(entry);
  return own ? [own] : [];
}

const entryDefaults = {
  ...{ summary: '', careModels: [], owner: null, community: null },
  ...{ within: [], state: null, quiet: false },
} as const;
