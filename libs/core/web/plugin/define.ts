/** What a plugin is on the web: one pure value that says which pages, cards, actions and words it adds. */
import type { ComponentType } from 'react';
import type { DocumentNode } from 'graphql';

/** A component that arrives when it is first needed: `lazy(() => import('./x.page'))`, or a small one given directly. */
export type Part<Props = object> = ComponentType<Props>;

/** `menu` is the header's menu, `footer` the links at the foot, `account` those beside the person's name. */
export interface Nav {
  readonly group: 'menu' | 'footer' | 'account';
  readonly label: string;
  readonly order: number;
}

export interface PageDefinition {
  /** `/interventions/:name`. Static parts win over named ones. */
  readonly path: string;
  /** The section that the page belongs to: the middle of the document title, and what the menu marks as current. */
  readonly title: string;
  readonly component: Part;
  readonly nav?: Nav;
  /** Signed-out visitors are sent to sign in and come back. */
  readonly signedIn?: boolean;
}

/** Where the page of a kind of entity is: `:name` and `:namespace` stand for parts of the reference. */
export interface EntityPage {
  readonly kind: string;
  readonly path: string;
}

export interface EntityPartProps {
  /** The entity's reference, which is also its GraphQL id. */
  readonly reference: string;
  readonly kind: string;
}

export interface Card {
  readonly id: string;
  readonly kinds: readonly string[] | 'any';
  /** The slot on the page: `main` and `aside` on every entity page; pages may offer more, such as `facts`. */
  readonly place: string;
  readonly order: number;
  readonly component: Part<EntityPartProps>;
}

/** A button or link on an entity's header. */
export interface EntityAction {
  readonly id: string;
  readonly kinds: readonly string[] | 'any';
  readonly order: number;
  readonly signedIn?: boolean;
  readonly component: Part<EntityPartProps>;
}

/** How one kind looks in search results: a fragment spread into the page's one query, and the row that shows it. */
export interface SearchResultView {
  readonly kind: string;
  readonly typename: string;
  readonly fragment: DocumentNode;
  // A component takes exactly what its own fragment asks for, so the common type cannot say more.
  readonly component: Part<{ readonly hit: never; readonly matchedLine: string | null }>;
}

/** How one kind is named where others speak of it (what a discussion is about, what a notice is on). */
export interface Mention {
  readonly kind: string;
  readonly typename: string;
  readonly fragment: DocumentNode;
  readonly words: (node: never) => string;
}

/** The sentence for one reason of a notification. */
export interface NoticeView {
  readonly reason: string;
  /** `you` is what is addressed to the reader, `following` what they follow. */
  readonly group: 'you' | 'following';
  readonly words: (notice: { readonly actor: string | null; readonly subject: string }) => string;
}

/** A list on the home page. `public` ones are what signed-out visitors see. */
export interface HomeSection {
  readonly id: string;
  readonly group: 'waiting' | 'since' | 'ours' | 'public';
  readonly order: number;
  readonly component: Part;
}

export interface AccountSection {
  readonly id: string;
  readonly order: number;
  readonly component: Part;
}

/** Something beside the person's name in the header, such as "Notifications, 3 new". It renders a link. */
export interface AccountItem {
  readonly id: string;
  readonly order: number;
  readonly component: Part<{ readonly className: string }>;
}

export interface WebPlugin {
  readonly id: string;
  readonly pages?: readonly PageDefinition[];
  readonly entityPages?: readonly EntityPage[];
  readonly cards?: readonly Card[];
  readonly actions?: readonly EntityAction[];
  readonly searchResults?: readonly SearchResultView[];
  readonly mentions?: readonly Mention[];
  readonly notices?: readonly NoticeView[];
  readonly homeSections?: readonly HomeSection[];
  readonly accountSections?: readonly AccountSection[];
  readonly accountItems?: readonly AccountItem[];
}

/** Declares a plugin's web part. It does nothing by itself; the registry checks it when the list is composed. */
export function defineWebPlugin(plugin: WebPlugin): WebPlugin {
  return Object.freeze(plugin);
}
