/** FRAME, the vocabulary for what was changed and why, from this plugin's own copy of frame-taxonomy.json. */
import taxonomy from './frame-taxonomy.json' with { type: 'json' };

export interface FrameValue {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}

export interface FrameAxis {
  readonly id: string;
  readonly group: string;
  readonly question: string;
  readonly choose: 'one' | 'many';
  readonly required: boolean;
  /** Null: always asked. Otherwise only when the other axis includes the value. */
  readonly when_shown: { readonly axis: string; readonly includes: string } | null;
  readonly values: readonly FrameValue[];
  /** The axis whose values this one borrows. */
  readonly values_from?: string;
}

export interface FrameCode {
  /** `axis:value` */
  readonly code: string;
  readonly axis: FrameAxis;
  readonly value: FrameValue;
}

const written = taxonomy.axes as readonly FrameAxis[];

/** The axes in the order they are asked, each with its own values. */
export const frameAxes: readonly FrameAxis[] = written.map((axis) => ({ ...axis, values: valuesOf(axis) }));

const codes: ReadonlyMap<string, FrameCode> = new Map(
  frameAxes.flatMap((axis) =>
    axis.values.map((value) => [`${axis.id}:${value.id}`, { code: `${axis.id}:${value.id}`, axis, value }]),
  ),
);

/** The axis and value of a code such as `content_nature:substituted`, or null when FRAME has none by that name. */
export function frameCode(code: string): FrameCode | null {
  return codes.get(code) ?? null;
}

function valuesOf(axis: FrameAxis): readonly FrameValue[] {
  return axis.values_from ? (written.find((other) => other.id === axis.values_from)?.values ?? []) : axis.values;
}
