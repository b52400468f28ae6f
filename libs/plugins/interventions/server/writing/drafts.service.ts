/** Makes, revises and publishes interventions: for people's changes, for other plugins, and for demonstration content alike. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef, Visibility } from '@hub/core/contract';
import { badInput, BadUserInput, contributionsOf, insertAhead, Outbox, type Action } from '@hub/core/server';
import {
  InterventionDrafts,
  interventionPublished,
  interventionRef,
  publishedWith,
  versionId,
  nothingDescribed,
  versionUuid,
  type InterventionRevision,
  type InterventionText,
  type NewIntervention,
  type PublishedVersion,
  type PublishedWith,
  type TakenIn,
  type VersionText,
} from '@hub/plugins/interventions/contract';
import type { EntityManager } from 'typeorm';
import { missingReasons } from '../description/components.rules';
import { publishedCredits, takenBack, withCredits, type Parts } from '../versions/credits.rules';
import { FreeNames } from './free-names';
import { factsOf, factsOfNew } from '../description/intervention-facts';
import { InterventionStore, type HeldIntervention } from '../intervention.store';
import { mergeSections, missingSections } from '../description/sections.rules';
import { VersionRecord } from '../versions/version.record';
import { WithdrawingService } from '../withdrawing/withdrawing.service';

export interface Publication {
  readonly expectedRevision?: number;
  /** Who sees it from now on, instead of what was wished so far. */
  readonly visibility?: Visibility | undefined;
}

@Injectable()
export class DraftsService extends InterventionDrafts {
  constructor(
    @Inject(InterventionStore) private readonly store: InterventionStore,
    @Inject(FreeNames) private readonly names: FreeNames,
    @Inject(WithdrawingService) private readonly withdrawing: WithdrawingService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(contributionsOf(publishedWith)) private readonly goingWith: readonly PublishedWith[],
  ) {
    super();
  }

  async createDraft(action: Action, draft: NewIntervention): Promise<EntityRef> {
    const { title, summary, careModels, maturity } = draft;
    const name = draft.slug ?? (await this.names.for(action.tx, title));
    const ref = interventionRef(draft.site, name);
    const record = {
      ...{ ref, name, siteRef: draft.site, maturity, intendedVisibility: draft.visibility },
      ...{ status: 'DRAFT' as const, revision: 1, currentVersionId: null, publishedAt: null, listedAt: action.at },
      draft: mergeSections([], draft.sections),
      components: [...(draft.components ?? [])],
      description: { ...nothingDescribed, ...draft.description },
      ...{ withdrawnAt: null, withdrawnBy: null, withdrawalReason: null },
      draftCredits: [],
      ...factsOfNew(draft.facts),
    };
    await this.store.add(action, { record, title, summary, careModels });
    return ref;
  }

  /** With an expected revision, CONFLICT when somebody else changed it first. */
  async revise(
    action: Action,
    ref: EntityRef,
    revision: InterventionRevision,
    expectedRevision?: number,
  ): Promise<void> {
    const held = await this.store.hold(action.tx, ref, expectedRevision);
    const { record } = held;
    const draft = mergeSections(record.draft, revision.sections ?? []);
    const components = [...(revision.components ?? record.components)];
    await this.store.change(action, {
      title: revision.title ?? held.title,
      summary: revision.summary ?? held.summary,
      careModels: revision.careModels ?? held.careModels,
      record: {
        ...record,
        maturity: revision.maturity ?? record.maturity,
        intendedVisibility: revision.visibility ?? record.intendedVisibility,
        draft,
        components,
        description: { ...record.description, ...revision.description },
        draftCredits: withCredits(record.draftCredits, revision.credits ?? [], {
          number: await nextNumber(action.tx, held),
          before: partsOf(record),
          after: { sections: draft, components },
        }),
        ...factsOf(revision.facts),
      },
    });
  }

  async takeBack(action: Action, ref: EntityRef, change: TakenIn, expectedRevision: number): Promise<boolean> {
    const held = await this.store.hold(action.tx, ref, expectedRevision);
    const { record } = held;
    const left = takenBack(partsOf(record), record.draftCredits, change, await nextNumber(action.tx, held));
    if (!left) throw badInput('input.key', 'No such change waits to be published. What is published keeps its thanks');
    const { sections, components } = left.parts;
    const draft = mergeSections([], sections);
    await this.store.change(action, {
      ...held,
      record: { ...record, draft, components: [...components], draftCredits: left.credits },
    });
    return left.textPutBack;
  }

  /** With an expected revision, CONFLICT when somebody else changed it first. */
  async publishDraft(
    action: Action,
    ref: EntityRef,
    changeNote: string | null = null,
    { expectedRevision, visibility }: Publication = {},
  ): Promise<PublishedVersion> {
    const held = await this.store.hold(action.tx, ref, expectedRevision);
    if (held.record.status === 'WITHDRAWN')
      throw badInput('input.id', 'It is withdrawn. Bring it back before you publish a version');
    const missing = [...missingSections(held.record.draft), ...missingReasons(held.record.components)];
    if (missing.length > 0) throw new BadUserInput(missing);

    const version = await this.addVersion(action, held, changeNote);
    await this.store.change(action, {
      ...held,
      record: {
        ...held.record,
        status: 'PUBLISHED',
        intendedVisibility: visibility ?? held.record.intendedVisibility,
        currentVersionId: version.id,
        draftCredits: version.credits,
        publishedAt: action.at,
        listedAt: action.at,
      },
    });
    const published = { number: version.number, versionId: versionId(version.id) };
    for (const part of this.goingWith)
      await part.publish(action, ref, { id: published.versionId, number: version.number });
    await this.outbox.add(action.tx, {
      ...{ name: interventionPublished.name, subject: ref, actor: action.actor.ref, at: action.at },
      facts: published,
    });
    return { id: published.versionId, number: published.number };
  }

  /** Shows what is published to others from now on; what lies within it follows. Throws BAD_USER_INPUT for a draft. */
  async show(action: Action, ref: EntityRef, visibility: Visibility): Promise<void> {
    const held = await this.store.hold(action.tx, ref);
    if (held.record.status === 'DRAFT')
      throw badInput('input.id', 'It is a draft. You choose who can see it when you publish it');
    if (held.record.intendedVisibility !== visibility) await this.store.show(action, held, visibility);
  }

  withdraw(action: Action, ref: EntityRef, reason: string, expectedRevision?: number): Promise<void> {
    return this.withdrawing.withdraw(action, ref, reason, expectedRevision);
  }

  async requireNotWithdrawn(tx: EntityManager, ref: EntityRef, path: string): Promise<void> {
    const rows: { status: string }[] = await tx.query(
      'SELECT status FROM interventions.intervention WHERE ref = $1 FOR SHARE',
      [ref],
    );
    if (rows[0]?.status === 'WITHDRAWN') throw badInput(path, 'It has been withdrawn. Read why on its page');
  }

  async readVersion(tx: EntityManager, id: string): Promise<VersionText | null> {
    const uuid = versionUuid(id);
    const version = uuid ? await tx.findOneBy(VersionRecord, { id: uuid }) : null;
    if (!version) return null;
    const { interventionRef: intervention, number, title, summary, sections, components, description } = version;
    return { id, number, intervention, title, summary, sections, components, description };
  }

  async readIntervention(tx: EntityManager, ref: EntityRef): Promise<InterventionText | null> {
    const held = await this.store.find(tx, ref);
    return held && textOf(tx, held);
  }

  async holdDraft(tx: EntityManager, ref: EntityRef, expectedRevision: number): Promise<InterventionText> {
    return textOf(tx, await this.store.hold(tx, ref, expectedRevision));
  }

  private async addVersion({ tx, at, actor }: Action, held: HeldIntervention, changeNote: string | null) {
    const { record, title, summary } = held;
    const version = {
      ...{ id: randomUUID(), interventionRef: record.ref, title, summary },
      ...{
        sections: record.draft,
        components: record.components,
        description: record.description,
        credits: publishedCredits(record.draftCredits),
      },
      ...{ number: await nextNumber(tx, held), publishedAt: at, publishedBy: actor.ref },
      changeNote: changeNote?.trim() || null,
    };
    await insertAhead(tx, VersionRecord, version);
    return version;
  }
}

async function textOf(tx: EntityManager, held: HeldIntervention): Promise<InterventionText> {
  const { record, ...words } = held;
  const { siteRef: site, status, revision, maturity, intendedVisibility: visibility, draft } = record;
  return {
    ref: record.ref,
    site,
    status,
    revision,
    maturity,
    visibility,
    draft,
    draftComponents: record.components,
    draftDescription: record.description,
    ...words,
    currentVersion: await currentVersion(tx, held),
  };
}

async function currentVersion(tx: EntityManager, { record }: HeldIntervention): Promise<PublishedVersion | null> {
  const { currentVersionId: id } = record;
  const version = id ? await tx.findOneBy(VersionRecord, { id }) : null;
  return version && { id: versionId(version.id), number: version.number };
}

async function nextNumber(tx: EntityManager, held: HeldIntervention): Promise<number> {
  return ((await currentVersion(tx, held))?.number ?? 0) + 1;
}

function partsOf({ draft, components }: HeldIntervention['record']): Parts {
  return { sections: draft, components };
}
