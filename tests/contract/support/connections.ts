/** Every connection of the composed schema, and where in a furnished hub it can be read. */
import { getNamedType, isObjectType } from 'graphql';
import type { TestClient, TestResult } from '@hub/testing';
import { schema } from './inputs';
import type { World } from './world';

export interface ConnectionPlace {
  /** The type and field, such as `Site.members`. */
  readonly name: string;
  readonly owner: string;
  readonly field: string;
  readonly backwards: boolean;
}

export interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** All of them, found by the name of their types. */
export const connections: readonly ConnectionPlace[] = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type)
    ? Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
        .map((field) => ({
          name: `${type.name}.${field.name}`,
          owner: type.name,
          field: field.name,
          backwards: field.args.some(({ name }) => name === 'last'),
        }))
    : [],
);

const withinMcp = 'within: "care-model:network/mcp"';

/** What a list must be given besides its page, such as `text: "care"`. */
export function neededBy(field: string): string {
  return (
    {
      search: 'text: "care"',
      similar: 'text: "care home"',
      siteAudit: 'site: "northvale"',
      communityAudit: 'community: "community:network/mcp"',
      adopters: 'site: "oakenshore"',
      triedAlike: 'ended: false',
      membersToInvite: 'named: "lead"',
      waitingThreads: `${withinMcp}, awaiting: ANSWER`,
      sitesWithoutReply: withinMcp,
      stalledAdaptations: withinMcp,
    }[field] ?? ''
  );
}

/** Whoever may ask for a list: an administrator, who is a moderator too, for those of administration and moderation, a lead for all others. */
export function asking(field: string, { anjali, marisol }: World): TestClient {
  const rule = schema
    .getQueryType()
    ?.getFields()
    [field]?.astNode?.directives?.find(({ name }) => name.value === 'allow');
  const isForTheTeam = rule?.arguments?.some(
    ({ value }) => 'value' in value && /^(administration|moderation\.moderate)/.test(`${value.value}`),
  );
  return isForTheTeam ? marisol : anjali;
}

/** A union's members have their ids as Nodes. */
function pageOf(owner: string, field: string): string {
  const type = schema.getType(owner);
  const connection = isObjectType(type) ? getNamedType(type.getFields()[field]!.type) : null;
  const isSearch = connection?.name === 'SearchConnection';
  return `totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { __typename ${isSearch ? '... on Node { id }' : 'id'} } }`;
}

/** The types with lists or arguments of their own that `readAt` finds. */
export const readable: readonly string[] = ['Site', 'Intervention', 'Thread', 'EvaluationSubject', 'Community'];

/** The document that asks a selection of its owner, and where in the answer's data the owner stands. */
export function readAt(owner: string, selection: string, world: World): { document: string; at: string | null } {
  if (owner === 'Query') return { document: `{ ${selection} }`, at: null };
  if (owner === 'EvaluationSubject')
    return { document: `{ evaluationSubject(id: "${world.published}") { ${selection} } }`, at: 'evaluationSubject' };
  const holder = holders(world)[owner] ?? '';
  return { document: `{ node(id: "${holder}") { ... on ${owner} { ${selection} } } }`, at: 'node' };
}

const holders = (world: World): Readonly<Record<string, string>> => ({
  ...{ Site: 'site:network/northvale', Intervention: world.published },
  ...{ Thread: world.thread, Community: world.community },
});

/** One page of a connection; `args` such as `first: 2, after: "…"`. */
export async function askFor(
  { owner, field }: ConnectionPlace,
  world: World,
  args: string,
): Promise<{ page: Page | null; code: string | null; fields: readonly string[] }> {
  const words = [neededBy(field), args].filter(Boolean).join(', ');
  const selection = `${field}${words ? `(${words})` : ''} { ${pageOf(owner, field)} }`;
  const { document, at } = readAt(owner, selection, world);
  const answer: TestResult = await asking(field, world).run(document);
  const [error] = answer.errors ?? [];
  const data = at === null ? answer.data : answer.data?.[at];
  return {
    page: error ? null : data[field],
    code: error?.extensions.code ?? null,
    fields: error?.extensions.fields?.map(({ path }) => path) ?? [],
  };
}
