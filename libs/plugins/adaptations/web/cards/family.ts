/** The family of an intervention as a tree: parents above, adaptations below. Pure. */
import type { AdaptationStage } from '@hub/graphql';
import { sectionsNamed } from '../changes/changes-by-section';

export interface FamilyNode {
  readonly id: string;
  readonly title: string;
  readonly site: { readonly name: string };
}

export interface FamilyEdge {
  readonly id: string;
  readonly stage: AdaptationStage;
  readonly site: { readonly name: string };
  readonly sourceIntervention: { readonly id: string };
  readonly result: { readonly id: string } | null;
  readonly modifications: readonly { readonly sectionKeys: readonly string[] }[];
}

export interface FamilyPlace {
  /** The intervention's reference, or the adaptation's where it has no result that one may see. */
  readonly reference: string;
  readonly name: string;
  readonly site: string;
  /** How the site came to it; null for the root. */
  readonly adaptation: {
    readonly id: string;
    readonly stage: AdaptationStage;
    readonly sections: readonly string[];
  } | null;
  readonly isThisPage: boolean;
  readonly children: readonly FamilyPlace[];
}

export interface FamilyFacts {
  readonly root: { readonly id: string };
  readonly nodes: readonly FamilyNode[];
  readonly edges: readonly FamilyEdge[];
}

/** The tree from the root. An intervention with two sources stands in full under the first and without children under others. */
export function familyTree({ root, nodes, edges }: FamilyFacts, thisPage: string): FamilyPlace | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const start = byId.get(root.id);
  const shown = new Set<string>();
  return start ? placeOf(start, null) : null;

  function placeOf(node: FamilyNode, edge: FamilyEdge | null): FamilyPlace {
    const isFirst = !shown.has(node.id);
    shown.add(node.id);
    return {
      reference: node.id,
      name: node.title,
      site: node.site.name,
      adaptation: edge && adaptationOf(edge),
      isThisPage: node.id === thisPage,
      children: isFirst ? edges.filter((each) => each.sourceIntervention.id === node.id).map(childOf) : [],
    };
  }

  function childOf(edge: FamilyEdge): FamilyPlace {
    const result = edge.result && byId.get(edge.result.id);
    if (result) return placeOf(result, edge);
    const name = `${edge.site.name}’s adaptation`;
    return {
      reference: edge.id,
      name,
      site: edge.site.name,
      adaptation: adaptationOf(edge),
      isThisPage: false,
      children: [],
    };
  }
}

function adaptationOf({ id, stage, modifications }: FamilyEdge): NonNullable<FamilyPlace['adaptation']> {
  return { id, stage, sections: sectionsNamed(modifications) };
}
