/** What in a post's text may name a member or a thing: @name, #name, #site/name, and the addresses of pages of the hub. Pure. */
import type { NamedEntity } from '@hub/core/contract';
import { memberKind } from '@hub/plugins/sites/contract';

/** Some text of a post, and what it would be the name of. */
export interface Written {
  /** As it stands in the text. */
  readonly written: string;
  readonly kind: string;
  /** Null where the name alone tells. */
  readonly namespace: string | null;
  readonly name: string;
}

/** Says which entity's page is at a path, without what follows a question mark; it need not exist. */
export type EntityAt = (path: string) => NamedEntity | null;

const most = 50;
const name = '[a-z0-9][a-z0-9-]{0,119}';
const before = '(?<=^|[\\s(>"\'])';
const marked = new RegExp(`${before}([@#])(?:(${name})/)?(${name})(?![\\w/-])`, 'g');
const link = new RegExp(`${before}(https?://[^\\s/]+)?(/[a-z-]+(?:/${name}){1,2})(?![\\w/-])(?:[?#][^\\s)<>]*)?`, 'g');

/** Each once, in the order of the text. Addresses count where they are of the hub: its `origin`, or none. */
export function writtenIn(body: string, origin: string, entityAt: EntityAt): Written[] {
  const found = [...markedIn(body), ...linkedIn(body, origin, entityAt)];
  return [...new Map(found.map((each) => [each.written, each])).values()].slice(0, most);
}

function markedIn(body: string): Written[] {
  return [...body.matchAll(marked)].flatMap(([written, mark, namespace, ownName = '']) => {
    if (mark === '@') return namespace ? [] : [{ written, kind: memberKind, namespace: 'network', name: ownName }];
    return [{ written, kind: namespace ? 'adaptation' : 'intervention', namespace: namespace ?? null, name: ownName }];
  });
}

function linkedIn(body: string, origin: string, entityAt: EntityAt): Written[] {
  return [...body.matchAll(link)].flatMap(([written, host, path = '']) => {
    const entity = !host || host === origin ? entityAt(path) : null;
    return entity ? [{ written, ...entity }] : [];
  });
}
