/** Where the pages of entities are: each kind's owner says it once, and links are made from references on both sides. */
import { parseEntityRef, type EntityRef } from './entity-ref';

/** Where the page of a kind of entity is: `:name` and `:namespace` stand for parts of the reference. */
export interface EntityPage {
  readonly kind: string;
  readonly path: string;
}

/** The address of an entity's page, without the hub's own; null when its kind has no page or the text is no reference. */
export function pageOf(pages: readonly EntityPage[], reference: EntityRef): string | null {
  const parts = parseEntityRef(reference);
  const page = parts && pages.find((each) => each.kind === parts.kind);
  if (!page) return null;
  return page.path
    .replace(':namespace', encodeURIComponent(parts.namespace))
    .replace(':name', encodeURIComponent(parts.name));
}

/** What the address of an entity's page says of the entity. Where the namespace is not in it, the name alone tells. */
export interface NamedEntity {
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
}

/** The entity that an address (without what follows a question mark) names, or null when it is no entity's page. */
export function entityAt(pages: readonly EntityPage[], address: string): NamedEntity | null {
  for (const { kind, path } of pages) {
    const found = matching(path, address);
    if (found) return { kind, ...found };
  }
  return null;
}

function matching(path: string, address: string): Omit<NamedEntity, 'kind'> | null {
  const wanted = path.split('/');
  const given = address.split('/');
  if (wanted.length !== given.length) return null;
  const named: Record<string, string> = {};
  for (const [position, part] of wanted.entries()) {
    const text = given[position] ?? '';
    if (part.startsWith(':') && /^[a-z0-9][a-z0-9-]*$/.test(text)) named[part.slice(1)] = text;
    else if (part !== text) return null;
  }
  return named.name ? { namespace: named.namespace ?? null, name: named.name } : null;
}
