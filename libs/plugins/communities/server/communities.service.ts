/** What is said of communities, and who may see them. */
import { Inject, Injectable } from '@nestjs/common';
import { careModelCode, nameOf, type EntityRef } from '@hub/core/contract';
import { Audit, badInput, Conflict, Directory, Forbidden, NotFound, Outbox, type Action } from '@hub/core/server';
import { communityKindChanged, communityRef, type CommunityKind } from '@hub/plugins/communities/contract';
import type { EntityManager } from 'typeorm';
import { CommunityRecord } from './community.record';
import { addressOf, careModelsOf, firstFree, tidy, visibilityInside, visibilityOf } from './community.rules';
import { CommunityPeople } from './people.service';

export interface CreateCommunity {
  readonly name: string;
  readonly purpose: string;
  readonly kind: CommunityKind;
  readonly modelTypes: readonly string[];
}

export interface UpdateCommunity extends Partial<Omit<CreateCommunity, 'kind'>> {
  readonly community: EntityRef;
  readonly expectedRevision: number;
  readonly welcome?: string | null;
}

@Injectable()
export class CommunitiesService {
  constructor(
    @Inject(Directory) private readonly directory: Directory,
    @Inject(CommunityPeople) private readonly people: CommunityPeople,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Makes a community that the actor facilitates, and gives its reference. `name` is its place in addresses, where it is given. */
  async create(action: Action, input: CreateCommunity, name?: string): Promise<EntityRef> {
    const { tx, at, actor } = action;
    const careModels = careModelsOf(input.modelTypes);
    const ref = communityRef(name ?? (await freeAddress(tx, input)));
    const said = { title: tidy(input.name), summary: tidy(input.purpose), careModels };
    await this.directory.put(tx, { ref, ...said, community: ref, visibility: visibilityOf[input.kind], at });
    await tx.insert(CommunityRecord, { ref, kind: input.kind, createdAt: at });
    await this.audit.add(tx, {
      action: 'community.created',
      actor: actor.ref,
      subject: ref,
      facts: { kind: input.kind },
    });
    await this.people.join(action, actor.ref, ref, 'FACILITATOR');
    return ref;
  }

  /** Changes what is said of it. Throws CONFLICT when stale, BAD_USER_INPUT for the name or care models of a care model's. */
  async update(action: Action, input: UpdateCommunity): Promise<EntityRef> {
    const { tx, at } = action;
    const community = await this.current(tx, input.community, input.expectedRevision);
    if (community.careModelRef && (input.name || input.modelTypes))
      throw badInput('input.name', 'The community of a care model is called as the care model is');
    const entry = await this.directory.get(tx, community.ref);
    if (!entry) throw new NotFound();
    const { ref, visibility, state } = entry;
    await this.directory.put(tx, {
      ...{ ref, visibility, state, at, community: ref },
      title: input.name ? tidy(input.name) : entry.title,
      summary: input.purpose ? tidy(input.purpose) : entry.summary,
      careModels: input.modelTypes ? careModelsOf(input.modelTypes) : entry.careModels,
    });
    const welcome = input.welcome?.trim() ?? community.welcome;
    await tx.update(CommunityRecord, { ref }, { welcome, revision: community.revision + 1 });
    return ref;
  }

  /** Opens, closes or hides it, with all that is said inside, at once. Throws CONFLICT when stale. */
  async changeKind(
    action: Action,
    input: { community: EntityRef; expectedRevision: number; kind: CommunityKind },
  ): Promise<EntityRef> {
    const { tx, at, actor } = action;
    const community = await this.current(tx, input.community, input.expectedRevision);
    const { ref, kind: from } = community;
    if (community.careModelRef) throw badInput('input.kind', 'The community of a care model is open to everybody');
    if (from === input.kind) return ref;
    const entry = await this.directory.get(tx, ref);
    if (!entry) throw new NotFound();
    const { title, summary, careModels } = entry;
    await this.directory.put(tx, {
      ...{ ref, title, summary, careModels, at, community: ref },
      visibility: visibilityOf[input.kind],
    });
    await this.directory.showWhatIsIn(tx, ref, { visibility: visibilityInside(input.kind), at });
    await tx.update(CommunityRecord, { ref }, { kind: input.kind, revision: community.revision + 1 });
    const facts = { from, to: input.kind };
    await this.outbox.add(tx, { name: communityKindChanged.name, subject: ref, actor: actor.ref, at, facts });
    await this.audit.add(tx, { action: communityKindChanged.name, actor: actor.ref, subject: ref, facts });
    return ref;
  }

  /** Goes into an open one. Throws FORBIDDEN where one has to ask or to be invited. */
  async join(action: Action, ref: EntityRef): Promise<EntityRef> {
    const community = await this.people.locked(action.tx, ref);
    if (community.careModelRef)
      throw badInput('input.community', 'Everybody belongs to the community of a care model. Follow it to hear of it');
    if (community.kind !== 'OPEN') throw new Forbidden('Ask those who facilitate this community to let you in');
    await this.people.join(action, action.actor.ref, ref);
    return ref;
  }

  private async current(tx: EntityManager, ref: EntityRef, expectedRevision: number): Promise<CommunityRecord> {
    const community = await this.people.locked(tx, ref);
    if (community.revision === expectedRevision) return community;
    const said = await this.directory.get(tx, ref);
    throw new Conflict('Somebody has changed this community since you opened it', {
      ...{ revision: community.revision, name: said?.title, purpose: said?.summary, welcome: community.welcome },
      modelTypes: said?.careModels.map(careModelCode),
    });
  }
}

/** An address that no other community has. Two that want the same one wait for each other here. */
async function freeAddress(tx: EntityManager, { name, kind }: CreateCommunity): Promise<string> {
  const wanted = addressOf(name, kind);
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [communityRef(wanted)]);
  const rows: { ref: EntityRef }[] = await tx.query(
    'SELECT ref FROM communities.community WHERE ref = $1 OR ref LIKE $2',
    [communityRef(wanted), `${communityRef(wanted)}-%`],
  );
  return firstFree(
    wanted,
    rows.map(({ ref }) => nameOf(ref)),
  );
}
