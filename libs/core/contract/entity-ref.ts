/** References: the one name by which everything in the directory is known, `kind:namespace/name`. */

export type EntityRef = string;

export interface EntityRefParts {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

const referencePattern = /^([a-z][a-z-]{0,39}):([a-z0-9][a-z0-9-]{0,79})\/([a-z0-9][a-z0-9-]{0,119})$/;
const rowIdPattern = /^([a-z][a-z-]{0,39}):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** Builds a reference. The parts must already be lower case letters, digits and hyphens. */
export function entityRef(kind: string, namespace: string, name: string): EntityRef {
  return `${kind}:${namespace}/${name}`;
}

/** The three parts of a reference, or null when the text is not one. */
export function parseEntityRef(text: string): EntityRefParts | null {
  const match = referencePattern.exec(text);
  if (!match) return null;
  const [, kind = '', namespace = '', name = ''] = match;
  return { kind, namespace, name };
}

/** The kind named by a Node id (a reference, or `kind:uuid` for rows that are not in the directory), or null when malformed. */
export function kindOfId(id: string): string | null {
  const match = referencePattern.exec(id) ?? rowIdPattern.exec(id);
  return match?.[1] ?? null;
}

/** The uuid inside a row id (`post:…`), or null when the id is not of that kind. */
export function rowIdOf(kind: string, id: string): string | null {
  const match = rowIdPattern.exec(id);
  return match?.[1] === kind ? (match[2] ?? null) : null;
}

/** The name part of a reference, for addresses. Empty when malformed. */
export function nameOf(ref: EntityRef): string {
  return parseEntityRef(ref)?.name ?? '';
}
