/** Menus derived from the pages that want to be in them. */
import type { Nav, PageDefinition } from '../plugin/define';

export interface NavLink {
  readonly path: string;
  readonly label: string;
}

/** The links of one group, in order. */
export function navOf(pages: readonly PageDefinition[], group: Nav['group']): NavLink[] {
  return pages
    .flatMap(({ path, nav }) => (nav?.group === group ? [{ path, label: nav.label, order: nav.order }] : []))
    .sort((a, b) => a.order - b.order)
    .map(({ path, label }) => ({ path, label }));
}
