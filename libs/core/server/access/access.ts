/** Decides: may this viewer do this to that thing? Reads one row through the scope, and asks the permission. */
import { Inject, Injectable } from '@nestjs/common';
import { kindOfId, parseEntityRef, type EntityRef, type Viewer, type Visibility } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { together } from '../database/together';
import { Values } from '../database/values';
import { Forbidden, NotFound, SecondFactorRequired, Unauthenticated } from '../graphql/errors';
import { keyColumn, ReadModels } from '../read/models';
import { Permissions } from './permissions';
import { visibleSql, type Needed } from './scope';

/** May this viewer do this to the thing that the id names, or at all? */
export interface Question {
  readonly viewer: Viewer;
  readonly permission: string;
  readonly id: string | null;
}

export interface Answered {
  /** What guards the thing. */
  readonly ref: EntityRef | null;
  readonly may: boolean | null;
}

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

  /** Whether it takes a second factor proved lately, which only who asks as they are now can show. */
  takesSecondFactor(permission: string): boolean {
    return this.permissions.of(permission).secondFactor === true;
  }

  /** Throws NOT_FOUND when the viewer cannot see the thing, FORBIDDEN when they can but may not do this. */
  async require(tx: EntityManager, viewer: Viewer, permission: string, id: string | null): Promise<void> {
    this.requireMember(viewer);
    const question = { viewer, permission, id };
    const values = new Values();
    const rows: Answered[] = await tx.query(this.sqlOf(question, values), values.all);
    this.judge(question, rows[0]);
  }

  /** A statement that answers with one row, or with none where the viewer cannot see the thing. */
  sqlOf({ viewer, permission, id }: Question, values: Values): string {
    const entity = id === null ? null : 'e';
    const keys = () => values.once('keys', viewer.keys, 'text[]');
    const who = this.permissions.of(permission).who({
      entity,
      get viewerRef() {
        return values.once('ref', viewer.ref, 'text');
      },
      get viewerKeys() {
        return keys();
      },
    });
    if (id === null) return `SELECT NULL AS ref, ${who} AS may`;
    return `SELECT e.ref, ${who} AS may FROM core.entity e WHERE e.ref = ${this.guardSql(id, values.of(keyIn(id), 'text'))} AND ${visibleSql('e', keys())}`;
  }

  /**
   * The reference of what guards the thing, or null where the permission is about nothing in particular. Throws NOT_FOUND where there was
   * no answer or it names nothing, FORBIDDEN where it is no.
   */
  judge(question: Question, answer: Answered | undefined): EntityRef | null {
    if (question.id !== null && !answer?.ref) throw this.refusal(question, 'unseen');
    if (!answer?.may) throw this.refusal(question, 'denied');
    if (!this.hasSecondFactorFor(question)) throw new SecondFactorRequired();
    return answer.ref;
  }

  /** NOT_FOUND where the viewer does not see the thing, FORBIDDEN where they do and may not do this. */
  refusal({ permission }: Question, why: 'unseen' | 'denied'): Error {
    return why === 'unseen' ? new NotFound() : new Forbidden(this.permissions.of(permission).sentence);
  }

  /** Whether the viewer proved a second factor lately, where the permission asks for it. */
  hasSecondFactorFor({ viewer, permission }: Question): boolean {
    const at = viewer.secondFactorAt?.getTime() ?? 0;
    return !this.takesSecondFactor(permission) || Date.now() - at <= secondFactorMs;
  }

  /** Throws NOT_FOUND when the viewer cannot see the thing that the id names. Gives the guarding reference. */
  async requireVisible(tx: EntityManager, viewer: Viewer, id: string, kind?: string): Promise<EntityRef> {
    if (kind && kindOfId(id) !== kind) throw new NotFound();
    const rows: { ref: EntityRef }[] = await tx.query(
      `SELECT e.ref FROM core.entity e WHERE e.ref = ${this.guardSql(id, '$1::text')} AND ${visibleSql('e', '$2::text[]')}`,
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
      `SELECT e.ref, e.needs FROM core.entity e WHERE e.ref = ${this.guardSql(id, '$1::text')}`,
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
    const asked: Promise<{ visibility: Visibility }[]> = tx.query(
      `SELECT e.visibility FROM core.entity e WHERE e.ref = $1 AND e.community_ref = $1 AND ${visibleSql('e', '$2::text[]')} FOR SHARE`,
      [community, viewer.keys],
    );
    const asMember: Promise<unknown[]> = tx.query(
      'SELECT 1 FROM core.account a WHERE a.ref = $1 AND $2 = ANY(a.keys) FOR SHARE',
      [viewer.ref, community],
    );
    const [[row], members] = await together([asked, asMember]);
    if (!row) throw new NotFound();
    if (row.visibility === 'public') return 'network';
    if (members.length === 0) throw new Forbidden('Only its members take part in this community');
    return 'community';
  }

  /** The directory entity that guards what an id names, looked up in the same statement: an unseen row takes no more work than none. */
  private guardSql(id: string, key: string): string {
    const model = this.models.ofId(id);
    if (!model) throw new NotFound();
    // Rows with a condition of their own are not opened by what guards them: nothing is done to them by id alone.
    if (model.rowId && model.always) throw new NotFound();
    if (!model.rowId || !model.guard || !model.source) return key;
    return `(SELECT g.${model.guard} FROM ${model.source} g WHERE g.${keyColumn(model)} = ${key}::uuid)`;
  }
}

/** What tells a thing among its kind: its reference, or the uuid in the id of a row. */
function keyIn(id: string): string {
  return parseEntityRef(id) ? id : id.slice(id.indexOf(':') + 1);
}

/** How long a second factor counts as proved lately. */
const secondFactorMs = 60 * 60_000;
