/** The family of an intervention as trees: what it grew from above, what grew from it below. Pure. */
import type { AdaptationStage, InterventionStatus } from '@hub/graphql';
import { counted } from '@hub/ui';
import { sectionsNamed } from '../changes/changes-by-section';

export interface FamilyNode {
  readonly id: string;
  readonly title: string;
  readonly status: InterventionStatus;
  readonly site: { readonly name: string };
}

export interface FamilyEdge {
  readonly id: string;
  readonly stage: AdaptationStage;
  readonly site: { readonly name: string };
  readonly sourceIntervention: { readonly id: string };
  readonly furtherSources: readonly { readonly intervention: { readonly id: string } }[];
  readonly result: { readonly id: string } | null;
  readonly modifications: readonly { readonly sectionKeys: readonly string[] }[];
}

export interface FamilyPlace {
  /** The intervention's reference, or the adaptation's where it has no result that one may see. */
  readonly reference: string;
  readonly name: string;
  readonly site: string;
  /** How the site came to it; null for a root. */
  readonly adaptation: {
    readonly id: string;
    readonly stage: AdaptationStage;
    readonly sections: readonly string[];
    /** It starts from another, and draws on what it stands below here. */
    readonly drawsOnThis: boolean;
  } | null;
  readonly isThisPage: boolean;
  /** Taken back by its site: nothing new is to start from it. */
  readonly isWithdrawn: boolean;
  /** It has several sources and stands here once more: what grew from it is where it stands first. */
  readonly isAgain: boolean;
  readonly children: readonly FamilyPlace[];
}

export interface FamilyFacts {
  readonly roots: readonly { readonly id: string }[];
  readonly nodes: readonly FamilyNode[];
  readonly edges: readonly FamilyEdge[];
}

/** A tree for each root. What has several sources stands below each of them, and in full below the first. */
export function familyTrees({ roots, nodes, edges }: FamilyFacts, thisPage: string): FamilyPlace[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const shown = new Set<string>();
  return roots.flatMap(({ id }) => {
    const start = byId.get(id);
    return start ? [placeOf(start, null)] : [];
  });

  function placeOf(node: FamilyNode, adaptation: FamilyPlace['adaptation']): FamilyPlace {
    const isAgain = shown.has(node.id);
    shown.add(node.id);
    return {
      ...{ reference: node.id, name: node.title, site: node.site.name, adaptation },
      ...{ isThisPage: node.id === thisPage, isWithdrawn: node.status === 'WITHDRAWN', isAgain },
      children: isAgain ? [] : edges.filter((edge) => sourcesOf(edge).includes(node.id)).map(childOf(node.id)),
    };
  }

  function childOf(source: string) {
    return (edge: FamilyEdge): FamilyPlace => {
      const { id, stage, modifications } = edge;
      const drawsOnThis = edge.sourceIntervention.id !== source;
      const adaptation = { id, stage, sections: sectionsNamed(modifications), drawsOnThis };
      const result = edge.result && byId.get(edge.result.id);
      if (result) return placeOf(result, adaptation);
      return {
        ...{ reference: id, name: recordName(edge), site: edge.site.name, adaptation },
        ...{ isThisPage: false, isWithdrawn: false, isAgain: false, children: [] },
      };
    };
  }
}

/** Those at one of the stages, with the ways that lead to them and to this page; all of them where no stage is given. */
export function atStages(places: readonly FamilyPlace[], stages: readonly string[]): FamilyPlace[] {
  if (stages.length === 0) return [...places];
  return places.flatMap((place) => {
    const children = atStages(place.children, stages);
    const isWanted = place.isThisPage || (place.adaptation !== null && stages.includes(place.adaptation.stage));
    return isWanted || children.length > 0 ? [{ ...place, children }] : [];
  });
}

/** How many stand in the trees, each counted once: all of them, or those at one of the stages. */
export function familySize(places: readonly FamilyPlace[], stages: readonly string[] = []): number {
  const references = new Set<string>();
  const count = (each: readonly FamilyPlace[]): void =>
    each.forEach(({ reference, adaptation, children }) => {
      if (stages.length === 0 || (adaptation && stages.includes(adaptation.stage))) references.add(reference);
      count(children);
    });
  count(places);
  return references.size;
}

/** "3 members"; where stages are chosen, how many of them are at one. */
export function sizeWords(places: readonly FamilyPlace[], stages: readonly string[]): string {
  const all = counted(familySize(places), 'member');
  if (stages.length === 0) return all;
  const chosen = familySize(places, stages);
  const which = stages.length === 1 ? 'at this stage' : 'at these stages';
  return chosen === 0 ? `None of ${all} ${which}` : `${chosen} of ${all} ${which}, with the ways to them`;
}

/** An adaptation without a result of its own is named by its site. */
function recordName({ site }: FamilyEdge): string {
  return `${site.name}’s adaptation`;
}

function sourcesOf({ sourceIntervention, furtherSources }: FamilyEdge): string[] {
  return [sourceIntervention.id, ...furtherSources.map(({ intervention }) => intervention.id)];
}
