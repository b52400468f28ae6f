/** Names in Markdown that stand for pages: as links with the titles of what they name. Code keeps them as they are written. */
import type { Link, Nodes, PhrasingContent, Root } from 'mdast';
import { findAndReplace } from 'mdast-util-find-and-replace';

/** What stands in a text, and where it leads in which words. */
export interface NamedLink {
  readonly written: string;
  readonly words: string;
  readonly to: string;
}

/** The remark plugin that does it. Longer names first, so that one that another begins with stays whole. */
export function namedLinks(names: readonly NamedLink[]) {
  const links = new Map(names.map((name) => [name.written, name]));
  const longestFirst = [...names].sort((a, b) => b.written.length - a.written.length);
  return () => (tree: Root) => {
    renameAddresses(tree, links);
    findAndReplace(
      tree,
      longestFirst.map((name) => [asAWhole(name.written), () => linkTo(name)]),
      { ignore: ['link', 'linkReference'] },
    );
  };
}

/** An address that stands bare in the text is a link already: it takes the words of what it names. */
function renameAddresses(node: Nodes, links: ReadonlyMap<string, NamedLink>): void {
  if (node.type === 'link') {
    const name = links.get(textOf(node));
    if (name) Object.assign(node, linkTo(name));
    return;
  }
  if ('children' in node) for (const child of node.children) renameAddresses(child, links);
}

function textOf({ children }: Link): string {
  return children.map((child: PhrasingContent) => (child.type === 'text' ? child.value : '')).join('');
}

function linkTo({ words, to }: NamedLink): Link {
  return { type: 'link', url: to, children: [{ type: 'text', value: words }] };
}

function asAWhole(written: string): RegExp {
  return new RegExp(`(?<![\\w/-])${written.replace(/[^A-Za-z0-9]/g, '\\$&')}(?![\\w/-])`, 'g');
}
