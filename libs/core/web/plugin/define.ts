/** What a plugin is on the web: one pure value that says which pages, cards, actions and words it adds. */
import type { ComponentType, ReactNode } from 'react';
import type { DocumentNode } from 'graphql';
import type { EntityPage } from '@hub/core/contract';

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

/** What a plugin knows of the things in a list of another: by their ids. */
export interface Notes {
  /** What they are shown in. What it does not name, such as the reader's own, stands before them. */
  readonly order: readonly string[];
  readonly noteOn: (id: string) => ReactNode;
  /** How it is ordered, above the list. */
  readonly about: ReactNode;
}

export interface NotesProps {
  /** The entity that has the list. */
  readonly reference: string;
  readonly children: (notes: Notes) => ReactNode;
}

/** The order of a list and a line on each thing in it. One plugin knows them for a list. */
export interface NotesOnList {
  /** The list's name, given by the plugin that shows it. */
  readonly list: string;
  readonly component: Part<NotesProps>;
}

export interface ListToolProps {
  /** How many are in the list, on all its pages. */
  readonly count: number;
}

/** What a plugin offers for a whole list of another's. It knows from the address how the list is narrowed. */
export interface ListTool {
  readonly id: string;
  /** The list's name, given by the plugin that shows it. */
  readonly list: string;
  readonly order: number;
  readonly component: Part<ListToolProps>;
}

/** How a list of another plugin is narrowed for the reader by what this one knows of them. */
export interface ListScope {
  /** The list's name, given by the plugin that shows it. */
  readonly list: string;
  /** Fields of the list's filter, which this plugin adds on the server. */
  readonly filter: Readonly<Record<string, boolean>>;
}

/** A button or link on an entity's header. */
export interface EntityAction {
  readonly id: string;
  readonly kinds: readonly string[] | 'any';
  readonly order: number;
  readonly signedIn?: boolean;
  readonly component: Part<EntityPartProps>;
}

/** What the row of a hit gets, beside what its own fragment asks for. */
export interface HitProps<Hit> {
  readonly hit: Hit;
  /** The line that held the words, as plain text; null when only the title did. */
  readonly matchedLine: string | null;
  /** The same line with the words marked. */
  readonly marked: ReactNode;
  /** What follows # in the address of the part of its page that the line stands in. */
  readonly place: string | null;
}

/** How one kind looks in search results: a fragment spread into the page's one query, and the row that shows it. */
export interface SearchResultView {
  readonly kind: string;
  readonly typename: string;
  readonly fragment: DocumentNode;
  // A component takes exactly what its own fragment asks for, so the common type cannot say more.
  readonly component: Part<HitProps<never>>;
}

/** How one kind is named where others speak of it (what a discussion is about, what a notice is on). */
export interface Mention {
  readonly kind: string;
  readonly typename: string;
  readonly fragment: DocumentNode;
  readonly words: (node: never) => string;
}

/** What a notification of one event says beneath its sentence, of its subject as that is now. */
export interface NoticeView {
  /** The domain event's name. */
  readonly event: string;
  /** Of the subject, of which it gets what the mention of that type asks for. */
  readonly typename: string;
  /** Null where there is nothing to say. */
  readonly words: (subject: never) => string | null;
  /** The page of what it opens in place of its subject, by the id of that. */
  readonly to?: (opens: string) => string;
  /** The answers to what it asks, as links, by the id of what it opens. */
  readonly answers?: (opens: string) => readonly { readonly label: string; readonly to: string }[];
}

/** A list on the home page. `public` ones are what signed-out visitors see. */
export interface HomeSection {
  readonly id: string;
  readonly group: 'waiting' | 'since' | 'ours' | 'public';
  readonly order: number;
  /** Domain events that it shows what came of: notifications of them do not stand on the home page beside it. */
  readonly insteadOf?: readonly string[];
  readonly component: Part;
}

export interface AccountSection {
  readonly id: string;
  readonly order: number;
  readonly component: Part;
}

/** A page of the member's own account, listed at /account with a sentence about it. */
export interface AccountLink {
  readonly id: string;
  readonly order: number;
  readonly to: string;
  readonly label: string;
  readonly about: string;
}

export interface SignInProps {
  /** Where to go once signed in: an address of this hub, with what follows its question mark. */
  readonly returnTo: string;
}

/** A way to sign in, shown at /sign-in where the hub has it. */
export interface SignInWay {
  readonly id: string;
  readonly order: number;
  /** Whether this hub has it now. Asked each time the page is opened; throwing says that nobody knows. */
  readonly isOffered: () => Promise<boolean>;
  /** Says something about signing in and is none: it stands above the ways. */
  readonly isRemark?: boolean;
  readonly component: Part<SignInProps>;
  /** Pages of its own on the way: shown instead of the ways at `/sign-in?step=<name>`. */
  readonly steps?: Readonly<Record<string, Part<SignInProps>>>;
}

export interface StepUpProps {
  /** Call it once they have confirmed: what they wanted to do is then done. */
  readonly onConfirmed: () => void;
}

export interface SimilarProps {
  /** The title that somebody is typing. */
  readonly text: string;
  /** Which searchable kinds may answer it. */
  readonly kinds: readonly string[];
  /** What stands above them, such as "Somebody may have asked this". */
  readonly heading: string;
}

/** What a plugin says of the things of another: spread into the other's own fragment, wherever that is asked for. */
export interface FragmentPart {
  /** The name of the fragment, given by the plugin that has it, such as `PostParts`. */
  readonly of: string;
  readonly fragment: DocumentNode;
  // A component takes exactly what its own fragment asks for, so the common type cannot say more.
  readonly component: Part<{ readonly thing: never }>;
}

/** A file that was sent and comes with what is being written, or is with it already. */
export interface FileInHand {
  readonly id: string;
  readonly name: string;
  readonly isImage: boolean;
  /** What a picture shows. */
  readonly alternative: string;
}

export interface FilesFieldProps {
  readonly value: readonly FileInHand[];
  readonly onChange: (files: readonly FileInHand[]) => void;
  /** Hears whether a file is on its way. */
  readonly onBusy: (isBusy: boolean) => void;
}

export interface FilesPartProps extends FilesFieldProps {
  /** Files that were pasted or dropped into the box, to be sent. */
  readonly dropped: readonly File[];
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
  readonly listNotes?: readonly NotesOnList[];
  readonly listTools?: readonly ListTool[];
  readonly listScopes?: readonly ListScope[];
  readonly searchResults?: readonly SearchResultView[];
  readonly mentions?: readonly Mention[];
  readonly notices?: readonly NoticeView[];
  readonly homeSections?: readonly HomeSection[];
  readonly accountSections?: readonly AccountSection[];
  readonly accountLinks?: readonly AccountLink[];
  readonly accountItems?: readonly AccountItem[];
  readonly signInWays?: readonly SignInWay[];
  readonly fragmentParts?: readonly FragmentPart[];
  /** The field for files that come with what is being written. One plugin has it. */
  readonly filesField?: Part<FilesPartProps>;
  /** The form by which a person confirms, in the middle of something, that it is them. One plugin has it. */
  readonly stepUp?: Part<StepUpProps>;
  /** What is there already and may be about the same as a title that is typed. One plugin has it. */
  readonly similar?: Part<SimilarProps>;
}

/** Declares a plugin's web part. It does nothing by itself; the registry checks it when the list is composed. */
export function defineWebPlugin(plugin: WebPlugin): WebPlugin {
  return Object.freeze(plugin);
}
