/** Decides: may this viewer do this to that thing? Reads one row through the scope, and asks the permission. */
import { Inject, Injectable } from '@nestjs/common';
import { kindOfId, type EntityRef, type Viewer } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { Forbidden, NotFound, Unauthenticated } from '../graphql/errors';
import { keyColumn, ReadModels } from '../read/models';
import { Permissions } from './permissions';
import { visibleSql } from './scope';

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
    this.requireMember(viewer);
    const permission = this.permissions.of(permissionId);
    if (id === null) {
      const sql = permission.who({ entity: null, viewerRef: '$1', viewerKeys: '$2::text[]' });
      const rows: { may: boolean }[] = await tx.query(`SELECT ${sql} AS may, $1::text, $2::text[]`, [
        viewer.ref,
        viewer.keys,
      ]);
      if (!rows[0]?.may) throw new Forbidden(permission.sentence);
      return;
    }
    const who = permission.who({ entity: 'e', viewerRef: '$2', viewerKeys: '$3::text[]' });
    const rows: { may: boolean | null }[] = await tx.query(
      `SELECT ${who} AS may, $2::text FROM core.entity e WHERE e.ref = $1 AND ${visibleSql('e', '$3::text[]')}`,
      [await this.guardOf(tx, id), viewer.ref, viewer.keys],
    );
    const [row] = rows;
    if (!row) throw new NotFound();
    if (!row.may) throw new Forbidden(permission.sentence);
  }

  /** Throws NOT_FOUND when the viewer cannot see the thing that the id names. Gives the guarding reference. */
  async requireVisible(tx: EntityManager, viewer: Viewer, id: string, kind?: string): Promise<EntityRef> {
    if (kind && kindOfId(id) !== kind) throw new NotFound();
    const guard = await this.guardOf(tx, id);
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM core.entity e WHERE e.ref = $1 AND ${visibleSql('e', '$2::text[]')}`,
      [guard, viewer.keys],
    );
    if (rows.length === 0) throw new NotFound();
    return guard;
  }

  /** The reference of the directory entity that guards what an id names. */
  private async guardOf(tx: EntityManager, id: string): Promise<EntityRef> {
    const model = this.models.ofId(id);
    if (!model) throw new NotFound();
    if (!model.rowId || !model.guard || !model.source) return id;
    const rows: { guard: EntityRef }[] = await tx.query(
      `SELECT ${model.guard} AS guard FROM ${model.source} WHERE ${keyColumn(model)} = $1::uuid`,
      [id.slice(model.rowId.prefix.length + 1)],
    );
    const [row] = rows;
    if (!row) throw new NotFound();
    return row.guard;
  }
}
