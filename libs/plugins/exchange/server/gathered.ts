/** What an export is made of: the interventions asked for, and the whole families around them, as one viewer may see them. */
import { Inject, Injectable, UnprocessableEntityException } from '@nestjs/common';
import { nameOf } from '@hub/core/contract';
import { contributionsOf, NotFound, Questions, type HubContext } from '@hub/core/server';
import { familyFiles, mostExported, type FamilyFiles } from '@hub/plugins/exchange/contract';
import {
  familyQuery,
  familyQueryWithoutFiles,
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
  constructor(
    @Inject(Questions) private readonly questions: Questions,
    @Inject(contributionsOf(familyFiles)) private readonly files: readonly FamilyFiles[],
  ) {}

  /** One intervention's family. NOT_FOUND where the viewer may not see it, 422 where it is too large to be exported whole. */
  async family(slug: string, context: HubContext): Promise<Gathered> {
    const answers = await this.families([slug], context);
    const found = answers[0]?.intervention;
    if (!found) throw new NotFound();
    return gathered([found.id], answers);
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
    const answers = await this.families(
      asked.map(({ slug }) => slug),
      context,
    );
    return gathered(
      asked.map(({ id }) => id),
      answers,
    );
  }

  /** Their families, and those that an adaptation without a result yet draws on: whatever a file names is in it. */
  private async families(slugs: readonly string[], context: HubContext): Promise<readonly FamilyAnswer[]> {
    const answers: FamilyAnswer[] = [];
    const known = new Set<string>();
    const waiting = [...slugs];
    for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
      if (known.has(slug)) continue;
      known.add(slug);
      context.deadline.check();
      const query = this.files.length > 0 ? familyQuery : familyQueryWithoutFiles;
      const answer = await this.questions.ask<FamilyAnswer>(query, { slug }, context);
      answers.push(answer);
      const { nodes, edges } = answer.intervention?.lineage ?? { nodes: [], edges: [] };
      for (const node of nodes) known.add(node.slug);
      waiting.push(...edges.flatMap(sourcesOf));
    }
    return answers;
  }
}

function sourcesOf({ sourceIntervention, furtherSources }: RawAdaptation): string[] {
  return [sourceIntervention.id, ...furtherSources.map(({ intervention }) => intervention.id)].map(nameOf);
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
