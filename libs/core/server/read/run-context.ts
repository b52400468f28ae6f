/** What a compiled read needs when it runs: the viewer, and the arguments of each field in this request. */
import type { Viewer } from '@hub/core/contract';
import { getArgumentValues, type FieldNode } from 'graphql';
import { takenArguments } from '../graphql/input-check';
import type { FieldSite } from './statement';

export type Arguments = Readonly<Record<string, unknown>>;

export class ReadRun {
  private readonly known = new Map<FieldNode, Arguments>();

  constructor(
    readonly viewer: Viewer,
    readonly variables: Arguments,
    /** The id or other value that a read outside Query starts from, such as the object of a mutation's payload. */
    readonly start: string | null = null,
    /** The values that prove who the viewer is, where the statement proves it. */
    readonly proof: readonly unknown[] = [],
  ) {}

  /** The checked arguments of a field. Throws BAD_USER_INPUT. */
  argumentsOf(site: FieldSite): Arguments {
    const known = this.known.get(site.node);
    if (known) return known;
    const values = takenArguments(site.definition, getArgumentValues(site.definition, site.node, this.variables));
    this.known.set(site.node, values);
    return values;
  }
}

/** The value at a dotted path, or undefined. */
export function valueAt(values: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), values);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
