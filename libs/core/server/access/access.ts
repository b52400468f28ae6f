/** Decides: may this viewer do this to that thing? Reads one row through the scope, and asks the permission. */
import { Inject, Injectable } from '@nestjs/common';
import { kindOfId, parseEntityRef, type EntityRef, type Viewer, type Visibility } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { Forbidden, NotFound, SecondFactorRequired, Unauthenticated } from '../graphql/errors';
import { keyColumn, ReadModels } from '../read/models';
import type { Permission } from './permission';
import { Permissions } from './permissions';
import { visibleSql, type Needed } from './scope';

@Injectable()
export class Access {
  constructor(
    @Inject(Permissions) private readonly permissions: Permissions,
    @Inject(ReadModels) private readonly models: ReadModels,
  ) {}

  /** Throws UNAUTHENTICATED for a signed-out viewer. */
  requireMember(viewer: Viewer): EntityRef {
    if (!viewer.ref) throw new Unauthenticated();
    return viewer.ref;
  }

  /** Throws NOT_FOUND when the viewer cannot see the thing, FORBIDDEN when they can but may not do this. */
  async require(tx: EntityManager, viewer: Viewer, permissionId: string, id: string | null): Promise<void> {
    await this.requireFor(tx, viewer, permissionId, id);
  }

  /** The same; gives the reference of what guards the thing, or null where the permission is about nothing in particular. */
  async requireFor(
    tx: EntityManager,
    viewer: Viewer,
    permissionId: string,
    id: string | null,
  ): Promise<EntityRef | null> {
    this.requireMember(viewer);
    const permission = this.permissions.of(permissionId);
    if (id === null) {
      const sql = permission.who({ entity: null, viewerRef: '$1', viewerKeys: '$2::text[]' });
      const rows: { may: boolean }[] = await tx.query(`SELECT ${sql} AS may, $1::text, $2::text[]`, [
        viewer.ref,
        viewer.keys,
      ]);
      if (!rows[0]?.may) throw new Forbidden(permission.sentence);
      requireSecondFactor(permission, viewer);
      return null;
    }
    const who = permission.who({ entity: 'e', viewerRef: '$2', viewerKeys: '$3::text[]' });
    const rows: { ref: EntityRef; may: boolean | null }[] = await tx.query(
      `SELECT e.ref, ${who} AS may, $2::text FROM core.entity e WHERE e.ref = ${this.guardSql(id)} AND ${visibleSql('e', '$3::text[]')}`,
      [keyIn(id), viewer.ref, viewer.keys],
    );
    const [row] = rows;
    if (!row) throw new NotFound();
    if (!row.may) throw new Forbidden(permission.sentence);
    requireSecondFactor(permission, viewer);
    return row.ref;
  }

  /** Throws NOT_FOUND when the viewer cannot see the thing that the id names. Gives the guarding reference. */
  async requireVisible(tx: EntityManager, viewer: Viewer, id: string, kind?: string): Promise<EntityRef> {
    if (kind && kindOfId(id) !== kind) throw new NotFound();
    const rows: { ref: EntityRef }[] = await tx.query(
      `SELECT e.ref FROM core.entity e WHERE e.ref = ${this.guardSql(id)} AND ${visibleSql('e', '$2::text[]')}`,
      [keyIn(id), viewer.keys],
    );
    const [row] = rows;
    if (!row) throw new NotFound();
    return row.ref;
  }

  /** What it takes to see the thing that the id names, past the access scope; null where there is none. */
  async neededFor(tx: EntityManager, id: string, kind?: string): Promise<Needed | null> {
    if (kind && kindOfId(id) !== kind) return null;
    const rows: Needed[] = await tx.query(
      `SELECT e.ref, e.needs FROM core.entity e WHERE e.ref = ${this.guardSql(id)}`,
      [keyIn(id)],
    );
    return rows[0] ?? null;
  }

  /**
   * Who sees what is put into a community: everyone signed in where anyone sees that it is there, else its members. Throws NOT_FOUND
   * when the viewer cannot see the community, FORBIDDEN when they see it and do not belong to it now. Neither who belongs to it nor
   * what kind it is changes until the transaction ends.
   */
  async requireInside(tx: EntityManager, viewer: Viewer, community: EntityRef): Promise<'network' | 'community'> {
    const rows: { visibility: Visibility }[] = await tx.query(
      `SELECT e.visibility FROM core.entity e WHERE e.ref = $1 AND e.community_ref = $1 AND ${visibleSql('e', '$2::text[]')} FOR SHARE`,
      [community, viewer.keys],
    );
    const [row] = rows;
    if (!row) throw new NotFound();
    if (row.visibility === 'public') return 'network';
    const members: unknown[] = await tx.query(
      'SELECT 1 FROM core.account a WHERE a.ref = $1 AND $2 = ANY(a.keys) FOR SHARE',
      [viewer.ref, community],
    );
    if (members.length === 0) throw new Forbidden('Only its members take part in this community');
    return 'community';
  }

  /** The directory entity that guards what an id names, looked up in the same statement: an unseen row takes no more work than none. */
  private guardSql(id: string): string {
    const model = this.models.ofId(id);
    if (!model) throw new NotFound();
    // Rows with a condition of their own are not opened by what guards them: nothing is done to them by id alone.
    if (model.rowId && model.always) throw new NotFound();
    if (!model.rowId || !model.guard || !model.source) return '$1::text';
    return `(SELECT g.${model.guard} FROM ${model.source} g WHERE g.${keyColumn(model)} = $1::uuid)`;
  }
}

/** What tells a thing among its kind: its reference, or the uuid in the id of a row. */
function keyIn(id: string): string {
  return parseEntityRef(id) ? id : id.slice(id.indexOf(':') + 1);
}

/** How long a second factor counts as proved lately. */
const secondFactorMs = 60 * 60_000;

function requireSecondFactor({ secondFactor }: Permission, viewer: Viewer): void {
  if (!secondFactor) return;
  const at = viewer.secondFactorAt?.getTime() ?? 0;
  if (Date.now() - at > secondFactorMs) throw new SecondFactorRequired();
}
