/** The list of plugins, checked once at start and turned into what pages look up. */
import { check } from './registry-checks';
import type { FilesPartProps, Part, SimilarProps, StepUpProps, WebPlugin } from './define';

type Contributions = Required<Omit<WebPlugin, 'id' | 'stepUp' | 'similar' | 'filesField'>>;

export interface WebRegistry extends Contributions {
  readonly pluginIds: readonly string[];
  /** Null where no plugin can ask. */
  readonly stepUp: Part<StepUpProps> | null;
  /** Null where no plugin looks. */
  readonly similar: Part<SimilarProps> | null;
  /** Null where there are no files. */
  readonly filesField: Part<FilesPartProps> | null;
}

/**
 * Composes plugins in list order. Throws an Error naming the plugins when two claim one page address, entity kind, search
 * result, mention, notice reason or id: the hub then does not start.
 */
export function composeWebPlugins(plugins: readonly WebPlugin[]): WebRegistry {
  check(plugins);
  const all = <Key extends keyof Contributions>(key: Key) =>
    Object.freeze(plugins.flatMap((plugin) => [...(plugin[key] ?? [])])) as Contributions[Key];
  return Object.freeze({
    pluginIds: plugins.map((plugin) => plugin.id),
    pages: all('pages'),
    entityPages: all('entityPages'),
    cards: inOrder(all('cards')),
    actions: inOrder(all('actions')),
    listNotes: all('listNotes'),
    listTools: inOrder(all('listTools')),
    listScopes: all('listScopes'),
    searchResults: all('searchResults'),
    mentions: all('mentions'),
    notices: all('notices'),
    homeSections: inOrder(all('homeSections')),
    accountSections: inOrder(all('accountSections')),
    accountLinks: inOrder(all('accountLinks')),
    accountItems: inOrder(all('accountItems')),
    signInWays: inOrder(all('signInWays')),
    fragmentParts: all('fragmentParts'),
    filesField: plugins.find((plugin) => plugin.filesField)?.filesField ?? null,
    stepUp: plugins.find((plugin) => plugin.stepUp)?.stepUp ?? null,
    similar: plugins.find((plugin) => plugin.similar)?.similar ?? null,
  });
}

/** Whether a contribution is meant for this kind. */
export function isFor(contribution: { readonly kinds: readonly string[] | 'any' }, kind: string): boolean {
  return contribution.kinds === 'any' || contribution.kinds.includes(kind);
}

function inOrder<Item extends { readonly order: number }>(items: readonly Item[]): readonly Item[] {
  return Object.freeze(items.toSorted((a, b) => a.order - b.order));
}
