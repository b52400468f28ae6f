/**
 * Breaking the glass: an administrator opens one thing that they may not see, with a reason and for 30 minutes. It is audited, and those
 * who lead its site are told. What is lent are keys of this one thing, and of what it lies within or holds.
 */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { keyOfGlass, kindOfId, rowIdOf, type EntityRef } from '@hub/core/contract';
import { Accounts, Audit, badInput, Directory, Links, NotFound, Outbox, type Action } from '@hub/core/server';
import { glassBroken } from '@hub/plugins/administration/contract';
import { BrokenGlassRecord } from './administration.records';
import { glassKind } from './broken-glass.read';
import { GlassLetters } from './glass-letters';
import { reasonIn } from './reasons';
import { whatOpensWith } from './what-opens';

export interface BreakGlass {
  /** The id of the thing, or the address of its page with or without the hub's own. */
  readonly entity: string;
  readonly reason: string;
}

const openForMs = 30 * 60_000;

@Injectable()
export class GlassService {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Links) private readonly links: Links,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(GlassLetters) private readonly letters: GlassLetters,
  ) {}

  /** Opens it. NOT_FOUND when nothing has that name; BAD_USER_INPUT when the actor sees it anyway. */
  async open(action: Action, input: BreakGlass): Promise<{ glass: string; entityId: EntityRef }> {
    const { tx, actor, at } = action;
    const reason = reasonIn(input);
    const entity = await this.named(action, input.entity.trim());
    const thing = entity && (await this.directory.get(tx, entity));
    if (!thing) throw new NotFound();
    const missing = thing.needs.filter((key) => !actor.keys.includes(key));
    const isSeen = missing.length === 0 || actor.keys.includes(keyOfGlass(thing.ref));
    if (isSeen) throw badInput('input.entity', 'You can see this already. There is no glass to break');
    const keys = (await whatOpensWith(tx, thing, actor.keys)).map(keyOfGlass);
    const until = new Date(at.getTime() + openForMs);
    const glass = { id: randomUUID(), memberRef: actor.ref, entityRef: thing.ref, keys, reason, openedAt: at, until };
    await tx.insert(BrokenGlassRecord, glass);
    await this.accounts.lend(tx, actor.ref, keys, until);
    await this.audit.add(tx, {
      ...{ action: glassBroken.name, actor: actor.ref, subject: thing.ownerRef },
      facts: { entity: thing.ref, keys: missing, reason, until: until.toISOString() },
    });
    const id = `${glassKind}:${glass.id}`;
    await this.outbox.add(tx, {
      ...{ name: glassBroken.name, subject: thing.ref, actor: actor.ref, at },
      facts: { glass: id, until: until.toISOString() },
    });
    await this.letters.write(action, thing, reason);
    return { glass: id, entityId: thing.ref };
  }

  /** Closes one of one's own before its time. Keys that another open one lent stay. NOT_FOUND for what is not open or not one's own. */
  async close({ tx, actor, at }: Action, id: string): Promise<{ glass: string }> {
    const uuid = rowIdOf(glassKind, id);
    const open = await tx.query<{ id: string; entity_ref: EntityRef; keys: string[] }[]>(
      'SELECT id, entity_ref, keys FROM administration.broken_glass WHERE member_ref = $1 AND until > $2 FOR UPDATE',
      [actor.ref, at],
    );
    const glass = open.find((each) => each.id === uuid);
    if (!glass) throw new NotFound();
    const kept = open.flatMap((each) => (each === glass ? [] : each.keys));
    await tx.update(BrokenGlassRecord, { id: glass.id }, { until: at });
    await this.accounts.takeBackLent(
      tx,
      actor.ref,
      glass.keys.filter((key) => !kept.includes(key)),
    );
    const thing = await this.directory.get(tx, glass.entity_ref);
    await this.audit.add(tx, {
      ...{ action: 'break-glass.closed', actor: actor.ref, subject: thing?.ownerRef ?? null },
      facts: { entity: glass.entity_ref },
    });
    return { glass: id };
  }

  /** Closes all that somebody has open: they are no administrator any more, or are shut out. */
  async closeAllOf({ tx, at }: Action, member: EntityRef): Promise<void> {
    const [open] = await tx.query<[{ keys: string[] }[], number]>(
      'UPDATE administration.broken_glass SET until = $2 WHERE member_ref = $1 AND until > $2 RETURNING keys',
      [member, at],
    );
    if (open.length > 0)
      await this.accounts.takeBackLent(
        tx,
        member,
        open.flatMap(({ keys }) => keys),
      );
  }

  /** The reference that a text names: an id, or the address of a page. */
  private async named({ tx }: Action, text: string): Promise<EntityRef | null> {
    if (kindOfId(text)) return text;
    const path = URL.canParse(text) ? new URL(text).pathname : (text.split(/[?#]/)[0] ?? '');
    const named = this.links.entityAt(path);
    if (!named) return null;
    const [row] = await tx.query<{ ref: EntityRef }[]>(
      `SELECT ref FROM core.entity WHERE kind = $1 AND split_part(ref, '/', 2) = $2
         AND ($3::text IS NULL OR split_part(split_part(ref, ':', 2), '/', 1) = $3)`,
      [named.kind, named.name, named.namespace],
    );
    return row?.ref ?? null;
  }
}
