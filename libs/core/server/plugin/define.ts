/** What a server plugin is: one plain value. Core turns the list of them into a running hub. */
import type { Provider, Type } from '@nestjs/common';
import type { DomainEventKind, ExtensionPoint } from '@hub/core/contract';
import type { MigrationInterface } from 'typeorm';
import type { Permission } from '../access/permission';
import type { LiveField } from '../live/live-field';
import type { DomainEventHandler } from '../outbox/handler';
import type { Frame } from '../read/frame';
import type { ReadExtension, ReadModel } from '../read/model';
import type { RootRead } from '../read/root';
import type { Schedule } from '../schedule/schedule';
import type { DemonstrationSeed } from '../database/seed';

/** A kind of directory entity and the GraphQL type that stands for it. */
export interface EntityKind {
  readonly kind: string;
  readonly type: string;
  /** Where its page is, such as `/sites/:name`: in the plugin's contract, because the web part says the same. */
  readonly page?: string;
  /** Followable kinds get `viewerFollow` on their type from the subscriptions plugin. */
  readonly followable?: boolean;
  /** Why somebody who follows one hears of something, before its quoted title: `Because of your saved search`. Otherwise `You follow` and its title. */
  readonly followedWhy?: string;
  /**
   * A view of whose followers hear of one: `subject_ref`, `topic`, `ref` and `position`, 1 for the most particular. Lists of the type can then
   * be asked for what the viewer hears of.
   */
  readonly circles?: string;
  /** Searchable kinds join the union of search hits under this name. */
  readonly searchKind?: string;
  /** Attachable kinds get their files from the files plugin. */
  readonly attachable?: AttachableKind;
}

/** What people hear of without having chosen it, until they switch it off: the subscriptions plugin asks it of every plugin. */
export interface DefaultRule {
  /** The plugin's id and what it is about: `threads.written-in`. Kept where somebody switched it off. */
  readonly name: string;
  /** Among the settings: `Discussions that I write in`. */
  readonly label: string;
  /** With a notification, why it came: `You wrote in this discussion`. Names nobody and nothing. */
  readonly because: string;
  /** What it makes people follow. A rule without it says by itself, for each event, to whom it is addressed (`rule` of an addressee). */
  readonly follows?: {
    /** The kind of what is followed. */
    readonly kind: string;
    /** A view: `member_ref`, `target_ref`, `in_hub_alone` (told by no mail) and `since` (null: since ever). */
    readonly view: string;
    /** Of which news (topics of the subscriptions plugin); of all without it. */
    readonly topics?: readonly string[];
  };
}

/** What the files plugin is told of a kind whose things have files. */
export interface AttachableKind {
  /** The permission of those who add files to a thing and take them away. */
  readonly by: string;
  /** Where things are published in versions: files wait with the draft, and each version keeps those it was published with. */
  readonly versions?: { readonly type: string; readonly draftReaders: string };
}

/** What the files plugin is told of rows within something in the directory that have files, such as the posts of a discussion. */
export interface AttachableRows {
  /** The GraphQL type, the prefix of its ids, and the table, whose key is `id`. */
  readonly type: string;
  readonly prefix: string;
  readonly source: string;
  /** The column with the reference of the directory entity that guards a row. */
  readonly guard: string;
  /** The column with who wrote a row: its files take up their room, and nobody else is told. */
  readonly author: string;
  /** The inputs that write a row: each takes the files that come with it. */
  readonly inputs: readonly string[];
  /** The permission of those who write rows: they send files before the row is there. */
  readonly by: string;
  /** SQL of whether a row shows its files to a viewer. */
  readonly isShown: (row: Pick<Frame, 't' | 'viewer'>) => string;
  /** SQL of whether a row will not come back: its files need not be kept. `row` is its alias. */
  readonly isGone: (row: string) => string;
}

export interface HandlerOf {
  readonly event: string;
  readonly handler: Type<DomainEventHandler>;
}

export interface ContributionTo {
  readonly point: ExtensionPoint<unknown>;
  readonly provider: Type<unknown>;
}

export interface ServerPlugin {
  readonly id: string;
  /** Plugins that must come earlier in the list. */
  readonly needs?: readonly string[];
  /** Plugins that may be left out; contributions to their points are then dropped. */
  readonly uses?: readonly string[];
  readonly kinds?: readonly EntityKind[];
  readonly attachableRows?: readonly AttachableRows[];
  readonly defaultRules?: readonly DefaultRule[];
  /**
   * Things of a kind have families: an SQL function of a reference gives those that it comes from at any depth (`ref`), and what leads to
   * each (`via`, text[]), which a viewer must see to know of it; another one gives, alike, those that come of it.
   */
  readonly families?: { readonly kind: string; readonly origins: string; readonly offspring: string };
  /** The plugin's SDL; `extend`s only types of core and of plugins it needs. */
  readonly schema?: string;
  /** SDL that depends on the whole list, such as a union of every searchable kind. */
  readonly composedSchema?: (plugins: readonly ServerPlugin[]) => string;
  readonly records?: readonly Type<unknown>[];
  readonly migrations?: readonly (new () => MigrationInterface)[];
  readonly reads?: readonly ReadModel[];
  /** Read models that depend on the whole list. */
  readonly composedModels?: (plugins: readonly ServerPlugin[]) => readonly ReadModel[];
  readonly readExtensions?: readonly ReadExtension[];
  /** Read extensions that depend on the whole list. */
  readonly composedReads?: (plugins: readonly ServerPlugin[]) => readonly ReadExtension[];
  /** How each Query field is read: name of the field to its read. */
  readonly roots?: Readonly<Record<string, RootRead>>;
  /** How each Subscription field is fed. */
  readonly live?: Readonly<Record<string, LiveField>>;
  readonly permissions?: readonly Permission[];
  readonly resolvers?: readonly Type<unknown>[];
  readonly providers?: readonly Provider[];
  /** Plain HTTP beside GraphQL, where a browser or another server must be answered without it. */
  readonly controllers?: readonly Type<unknown>[];
  /** Paths where other servers post forms. Everywhere else forms are refused: a browser sends them from any page. */
  readonly formPaths?: readonly string[];
  /** Paths where large bodies are sent, which may take longer than others. */
  readonly uploadPaths?: readonly string[];
  readonly events?: readonly DomainEventKind<string, object>[];
  readonly handlers?: readonly HandlerOf[];
  /** What is done at certain times. */
  readonly schedules?: readonly Schedule[];
  readonly offers?: readonly ExtensionPoint<unknown>[];
  readonly contributes?: readonly ContributionTo[];
  readonly seed?: Type<DemonstrationSeed>;
}

/** Declares a server plugin. The value is checked together with the others when the hub starts. */
export function definePlugin(plugin: ServerPlugin): ServerPlugin {
  return Object.freeze(plugin);
}

/** Ties a contribution to a point, checked by type. */
export function contribute<Contribution>(
  point: ExtensionPoint<Contribution>,
  provider: Type<Contribution>,
): ContributionTo {
  return Object.freeze({ point, provider });
}

/** The injection token under which the owner of a point finds the list of contributions. */
export function contributionsOf(point: ExtensionPoint<unknown>): string {
  return `contributions:${point.id}`;
}
