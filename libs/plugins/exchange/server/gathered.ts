/** What an export is made of: the interventions asked for, and the whole families around them, as one viewer may see them. */
import { Inject, Injectable, UnprocessableEntityException } from '@nestjs/common';
import { NotFound, Questions, type HubContext } from '@hub/core/server';
import { mostExported } from '@hub/plugins/exchange/contract';
import {
  familyQuery,
  listQuery,
  type FamilyAnswer,
  type ListAnswer,
  type RawAdaptation,
  type RawIntervention,
} from './family.query';

export interface Gathered {
  /** Those that were asked for, in their order. */
  readonly asked: readonly RawIntervention[];
  /** All of their families, by id. What was never published is not among them. */
  readonly interventions: readonly RawIntervention[];
  readonly adaptations: readonly RawAdaptation[];
}

@Injectable()
export class Gathering {
  constructor(@Inject(Questions) private readonly questions: Questions) {}

  /** One intervention's family. NOT_FOUND where the viewer may not see it, 422 where it is too large to be exported whole. */
  async family(slug: string, context: HubContext): Promise<Gathered> {
    const found = await this.questions.ask<FamilyAnswer>(familyQuery, { slug }, context);
    if (!found.intervention) throw new NotFound();
    return gathered([found.intervention.id], [found]);
  }

  /** Those of a list, and their families. 422 where they are more than are exported at once. */
  async list(filter: object, context: HubContext): Promise<Gathered> {
    const { interventions } = await this.questions.ask<ListAnswer>(listQuery, { filter, first: mostExported }, context);
    if (interventions.pageInfo.hasNextPage) {
      throw new UnprocessableEntityException(
        `At most ${mostExported} interventions are exported at once. Narrow the list`,
      );
    }
    const asked = interventions.edges.map(({ node }) => node);
    const answers: FamilyAnswer[] = [];
    const known = new Set<string>();
    for (const { id, slug } of asked) {
      if (known.has(id)) continue;
      context.deadline.check();
      const answer = await this.questions.ask<FamilyAnswer>(familyQuery, { slug }, context);
      answers.push(answer);
      for (const node of answer.intervention?.lineage.nodes ?? []) known.add(node.id);
    }
    return gathered(
      asked.map(({ id }) => id),
      answers,
    );
  }
}

function gathered(asked: readonly string[], answers: readonly FamilyAnswer[]): Gathered {
  const families = answers.flatMap(({ intervention }) => intervention?.lineage ?? []);
  const nodes = byId(families.flatMap((family) => family.nodes));
  const isCut =
    families.some(({ truncated }) => truncated) || nodes.some(({ versions }) => versions.pageInfo.hasNextPage);
  if (isCut)
    throw new UnprocessableEntityException('This family is too large to be exported whole. Export parts of it');
  const interventions = nodes.filter(({ status }) => status !== 'DRAFT');
  return {
    asked: asked.flatMap((id) => interventions.filter((intervention) => intervention.id === id)),
    interventions,
    adaptations: byId(families.flatMap((family) => family.edges)),
  };
}

/** Each once, in the order of ids: by code points, so that it is the same everywhere. */
export function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): Thing[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
