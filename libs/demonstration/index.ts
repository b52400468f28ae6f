/** The illustrative demonstration network: invented sites, people, interventions, adaptations and threads. */
import communal from './communities.json' with { type: 'json' };
import discussed from './discussions.json' with { type: 'json' };
import described from './descriptions.json' with { type: 'json' };
import moderated from './moderation.json' with { type: 'json' };
import network from './demo-network.json' with { type: 'json' };
import mailed from './mail.json' with { type: 'json' };
import searched from './searches.json' with { type: 'json' };

/** What descriptions.json says of an intervention. */
export interface InterventionDescription {
  readonly components: readonly {
    readonly key: string;
    readonly name: string;
    readonly description: string | null;
    readonly core: boolean;
    readonly reason: string;
  }[];
  readonly needs?: readonly {
    readonly kind: 'PEOPLE' | 'MONEY' | 'EQUIPMENT';
    readonly text: string;
    readonly figures: readonly { readonly label: string; readonly value: number; readonly unit: string | null }[];
  }[];
  readonly risks?: readonly { readonly risk: string; readonly response: string }[];
  /** A day. */
  readonly reviewOn?: string;
  /** Counted from when the network is loaded. */
  readonly reviewInDays?: number;
  readonly withdrawn?: { readonly on: string; readonly bySlug: string; readonly reason: string };
}

type WrittenNetwork = typeof network;
export type DemonstrationNetwork = Omit<WrittenNetwork, 'interventions'> & {
  readonly interventions: readonly (WrittenNetwork['interventions'][number] & InterventionDescription)[];
};

const descriptions = new Map(Object.entries(described.interventions as Record<string, InterventionDescription>));
const nothing: InterventionDescription = { components: [] };

/** The network as written in demo-network.json, each intervention with what descriptions.json adds to it. */
export const demonstrationNetwork: DemonstrationNetwork = {
  ...network,
  interventions: network.interventions.map((intervention) => ({
    ...intervention,
    ...(descriptions.get(intervention.slug) ?? nothing),
  })),
};

/** What the network's discussions went through besides their posts. */
export const demonstrationDiscussions = {
  /** What a reply said until it was edited. */
  editOf: new Map(discussed.edits.map((edit) => [edit.reply, edit])),
  /** What facilitators keep of a discussion. */
  kept: discussed.kept,
  /** Replies that name members and things. */
  naming: discussed.naming,
  /** What was asked twice, and merged. */
  doubled: discussed.doubled,
  /** Replies that come with a measure, as a table and as a picture. */
  files: discussed.files,
  /** What replies became in records. */
  promoted: discussed.promoted,
};

/** A community of the network, with what is said in it. */
export interface DemonstrationCommunity {
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  readonly kind: 'OPEN' | 'CLOSED' | 'PRIVATE';
  readonly modelTypes: readonly string[];
  readonly by: string;
  readonly at: string;
  readonly welcome: string;
  readonly facilitators: readonly string[];
  readonly members: readonly string[];
  /** Who joined not long ago, counted from when the network is loaded. */
  readonly joined?: readonly { readonly member: string; readonly daysAgo: number }[];
  readonly asking?: readonly { readonly by: string; readonly at: string; readonly words: string }[];
  readonly invited?: readonly { readonly member: string; readonly at: string }[];
  /** References of what is pinned in it. */
  readonly pinned?: readonly string[];
  /** Threads of the network that are in it. */
  readonly threads?: readonly string[];
  /** What its members say among themselves. */
  readonly discussions?: readonly {
    readonly title: string;
    readonly kind: string;
    readonly by: string;
    readonly at: string;
    readonly modelTypes: readonly string[];
    readonly body: string;
    readonly replies: readonly { readonly by: string; readonly at: string; readonly body: string }[];
  }[];
}

/** What the communities of the care models say to whoever is new, by code. */
export const demonstrationWelcomes: Readonly<Record<string, string>> = communal.careModels;

export const demonstrationCommunities = communal.communities as readonly DemonstrationCommunity[];

/** Searches that members keep and follow. `kinds` as SearchKind names them. */
export const demonstrationSearches: readonly {
  readonly by: string;
  readonly at: string;
  readonly name: string;
  readonly text: string;
  readonly kinds: readonly string[];
}[] = searched.searches;

/** A post that was reported, and what came of it so far. */
export interface DemonstrationReported {
  /** The thread's slug, or its title where it is in a community. */
  readonly thread?: string;
  readonly threadTitled?: string;
  readonly by: string;
  readonly at: string;
  readonly body: string;
  readonly anonymous?: boolean;
  readonly reports: readonly {
    readonly by: string;
    readonly at: string;
    readonly reason: string;
    readonly words?: string;
  }[];
  /** Who looked at it, and decides where there is a decision. */
  readonly opened?: { readonly by: string; readonly at: string };
  /** When and why they opened the name of a post without one. */
  readonly name?: { readonly at: string; readonly reason: string };
  readonly decided?: {
    readonly at: string;
    readonly decision: string;
    readonly reason: string;
    readonly cuts?: readonly string[];
  };
  readonly appeal?: { readonly at: string; readonly words: string };
  readonly answered?: { readonly by: string; readonly at: string; readonly upheld: boolean; readonly answer: string };
}

export const demonstrationModeration = moderated as {
  /** Beside the one who looks after the network. */
  readonly moderators: readonly string[];
  readonly since: string;
  readonly posts: readonly DemonstrationReported[];
};

/** What is told when the network is loaded, as if it happened then: unread, and mailed to whoever wants mail at once. */
export const demonstrationNews: readonly { readonly subject: string; readonly event: string }[] = mailed.news;

/** What some members follow, and how they want to be told of it by mail. */
export const demonstrationMail = mailed.members as readonly {
  readonly by: string;
  readonly at: string;
  readonly settings: {
    readonly mailed: string;
    readonly forYou?: string;
    readonly day?: string;
    readonly mostADay?: number;
  };
  readonly follows: readonly {
    readonly target: string;
    readonly level: string;
    readonly mailed?: string;
    readonly leaveOut?: readonly string[];
    readonly wholeFamily?: boolean;
  }[];
}[];
