/** Every mutation with every id that it takes: one of something unseen, and one of nothing. Their answers must be the same bytes. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Thing } from './furnish';
import { oneOfEach, oneOfEachType, type Question } from './knowledge';
import { home } from './viewers';

/** The same mutation about something, and about nothing of that kind. */
export interface Pair {
  readonly name: string;
  readonly leaf: string;
  readonly thing: Thing;
  readonly about: Question;
  readonly missing: Question;
}

/** Texts that a place takes, where any text would not do. */
const fitting: Readonly<Record<string, unknown>> = {
  modelTypes: ['MCP'],
  codes: [],
  key: 'why',
  kind: 'USEFUL',
  site: home,
  sectionKeys: ['how'],
};

/** What the id at a place names; elsewhere it may be anything. */
const kindsAt: Readonly<Record<string, readonly string[]>> = {
  thread: ['Thread'],
  subject: ['Intervention', 'Post'],
  case: ['ModerationCase'],
  attachment: ['Attachment'],
  into: ['Thread'],
  post: ['Post'],
  posts: ['Post'],
  inReplyTo: ['Post'],
  upToPost: ['Post'],
  record: ['Adaptation'],
  promotion: ['Promotion'],
  adaptation: ['Adaptation'],
  checkIn: ['CheckIn'],
  entry: ['SuitabilityEntry'],
  modification: ['Modification'],
  sourceVersion: ['InterventionVersion'],
  ids: ['Notification'],
  member: ['Member'],
  request: ['JoinRequest', 'CommunityRequest'],
  proposal: ['SiteProposal'],
  invitation: ['SiteInvitation', 'CommunityInvitation'],
  community: ['Community'],
  session: ['Notification'],
  token: ['Notification'],
  letter: ['Notification'],
  glass: ['Notification'],
  contacts: ['Member'],
  eventId: ['Notification'],
  undo: ['Notification'],
  savedSearch: ['SavedSearch'],
};

/** One pair for each mutation, place of an id, and thing of each type and audience. `seen` are things that the viewer can name. */
export function mutationPairs(schema: GraphQLSchema, things: readonly Thing[], seen: readonly Thing[]): Pair[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => {
    const [arg] = field.args;
    const type = arg && getNamedType(arg.type);
    if (!isInputObjectType(type)) return [];
    const leaves = Object.values(type.getFields()).filter((input) => getNamedType(input.type).name === 'ID');
    const query = `mutation ($input: ${type.name}!) { ${field.name}(input: $input) { __typename } }`;
    return leaves.flatMap((leaf) =>
      (leaf.name in kindsAt ? oneOfEach(things) : oneOfEachType(things))
        .filter((thing) => (kindsAt[leaf.name] ?? [thing.type]).includes(thing.type))
        .map((thing): Pair => {
          const input = inputWithout(Object.values(type.getFields()), leaf, seen);
          const put = (id: string) => ({ ...input, [leaf.name]: isListType(nullable(leaf.type)) ? [id] : id });
          const path = `Mutation.${field.name}(${leaf.name}) about ${thing.type} ${thing.audience}`;
          return {
            ...{ name: field.name, leaf: leaf.name, thing },
            about: { path, query, variables: { input: put(thing.id) } },
            missing: { path, query, variables: { input: put(missingLike(thing.id)) } },
          };
        }),
    );
  });
}

/** An id of the same form and length that nothing has. */
export function missingLike(id: string): string {
  const swap = (text: string) =>
    text.replaceAll(/[0-9a-f]/g, (letter) => ((parseInt(letter, 16) + 7) % 16).toString(16));
  const [kind = '', rest = ''] = id.split(':');
  if (!rest.includes('/')) return `${kind}:${swap(rest)}`;
  const [namespace = '', name = ''] = rest.split('/');
  return `${kind}:${namespace}/${name.replaceAll(/[a-z]/g, (letter) => (letter === 'z' ? 'y' : 'z'))}`;
}

/** An input that names what the viewer can see: once for each thing of each kind and audience, where it takes the id of one. */
export function inputsFor(type: GraphQLInputObjectType, seen: readonly Thing[]): Record<string, unknown>[] {
  const fields = Object.values(type.getFields());
  const leaf = fields.find((field) => getNamedType(field.type).name === 'ID');
  const input = inputWithout(fields, leaf, seen);
  if (!leaf) return [input];
  const named = (kindsAt[leaf.name] ?? [leaf.name.charAt(0).toUpperCase() + leaf.name.slice(1)]).join();
  const fit = oneOfEach(seen).filter((thing) => named.includes(thing.type));
  return (fit.length ? fit : oneOfEachType(seen)).map(({ id }) => ({
    ...input,
    [leaf.name]: isListType(nullable(leaf.type)) ? [id] : id,
  }));
}

function inputWithout(
  fields: readonly GraphQLInputField[],
  without: GraphQLInputField | undefined,
  seen: readonly Thing[],
) {
  const needed = fields.filter((field) => isNonNullType(field.type) && field !== without);
  return Object.fromEntries(needed.map((field) => [field.name, valueOf(field.name, field.type, seen)]));
}

function valueOf(name: string, type: GraphQLInputType, seen: readonly Thing[]): unknown {
  if (isNonNullType(type)) return valueOf(name, type.ofType, seen);
  if (name in fitting && !isEnumType(getNamedType(type))) return fitting[name];
  if (isListType(type)) return [valueOf(name, type.ofType, seen)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return inputWithout(Object.values(type.getFields()), undefined, seen);
  if (type.name === 'ID')
    return (
      seen.find((thing) => (kindsAt[name] ?? [thing.type]).includes(thing.type))?.id ?? missingLike('site:network/none')
    );
  if (type.name === 'Int' || type.name === 'Float') return 1;
  if (type.name === 'Boolean') return true;
  return type.name === 'DateTime' ? '2016-03-05T10:00:00.000Z' : 'Words';
}

function nullable(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) ? type.ofType : type;
}
