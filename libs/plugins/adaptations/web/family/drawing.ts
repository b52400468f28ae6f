/** Where the members of a family stand in its drawing, and the lines between them. The layout is worked out by dagre. Pure. */
import dagre from '@dagrejs/dagre';
import type { FamilyPlace } from './family';

export interface DrawnMember {
  readonly place: FamilyPlace;
  /** Its upper left corner. */
  readonly x: number;
  readonly y: number;
}

export interface DrawnLine {
  readonly id: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly drawsOn: boolean;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** From the first generation to the last, each from left to right. */
  readonly members: readonly DrawnMember[];
  readonly lines: readonly DrawnLine[];
}

export const memberSize = { width: 210, height: 84 } as const;

/** The drawing of the trees: what stands in several of them is drawn once, with a line from each source. */
export function drawingOf(trees: readonly FamilyPlace[]): Drawing {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 44, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  const places = new Map<string, FamilyPlace>();
  const drawsOn = new Map<string, boolean>();
  const take = (place: FamilyPlace): void => {
    if (!places.has(place.reference) || !place.isAgain) places.set(place.reference, place);
    graph.setNode(place.reference, { ...memberSize });
    for (const child of place.children) {
      take(child);
      const line = `${place.reference} ${child.reference}`;
      graph.setEdge(place.reference, child.reference, {}, line);
      drawsOn.set(line, child.adaptation?.drawsOnThis ?? false);
    }
  };
  trees.forEach(take);
  dagre.layout(graph);
  const members = [...places].map(([reference, place]) => {
    const { x, y } = graph.node(reference) as { x: number; y: number };
    return { place, x: x - memberSize.width / 2, y: y - memberSize.height / 2 };
  });
  const lines = graph.edges().map((edge) => {
    const { points } = graph.edge(edge) as { points: { x: number; y: number }[] };
    return { id: edge.name ?? '', points, drawsOn: drawsOn.get(edge.name ?? '') ?? false };
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { width, height, members: members.sort((a, b) => a.y - b.y || a.x - b.x), lines };
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The member that one goes to from another with an arrow key: the nearest in that direction, itself where there is none. */
export function neighbour(members: readonly DrawnMember[], from: DrawnMember, direction: Direction): DrawnMember {
  const isAcross = direction === 'ArrowLeft' || direction === 'ArrowRight';
  const sign = direction === 'ArrowUp' || direction === 'ArrowLeft' ? -1 : 1;
  const ahead = members
    .map((member) => ({ member, dx: member.x - from.x, dy: member.y - from.y }))
    .filter(({ dx, dy }) => (isAcross ? Math.abs(dy) < 1 && dx * sign > 0 : dy * sign > 0))
    .sort((a, b) => (isAcross ? 0 : Math.abs(a.dy) - Math.abs(b.dy)) || Math.abs(a.dx) - Math.abs(b.dx));
  return ahead[0]?.member ?? from;
}

/** A text in lines of about so many characters; what does not fit ends in three dots. */
export function inLines(text: string, longest: number, most: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last === '' || `${last} ${word}`.length <= longest) lines[lines.length - 1] = last ? `${last} ${word}` : word;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1] ?? ''}…`;
  return kept.map((line) => (line.length > longest + 1 ? `${line.slice(0, longest - 1).toWellFormed()}…` : line));
}
