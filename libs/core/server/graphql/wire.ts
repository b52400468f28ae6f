/** Wires the composed schema: each root field is wrapped once with its access rule, checks, and way of being answered. */
import { Inject, Injectable } from '@nestjs/common';
import { getNamedType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Viewer } from '@hub/core/contract';
import { Access } from '../access/access';
import type { Presumed } from '../auth/proof';
import { Database, type Read } from '../database/database';
import { LiveReads } from '../live/live-reads';
import type { Action } from './action';
import { Mutations, NoLonger, type Answered } from './mutations';
import type { LiveField } from '../live/live-field';
import { PluginList } from '../plugin/plugin-list';
import { ReadModels } from '../read/models';
import { noLonger, Reader } from '../read/reader';
import type { RootRead } from '../read/root';
import { accessOf, type AccessRule } from './access-directive';
import { targetOf } from './access-target';
import { checkSchema } from './check-schema';
import type { HubContext } from './context';
import { Unauthenticated } from './errors';
import { takenArguments } from './input-check';
import { explainedDetails } from './patient-guard';

type Field = GraphQLField<unknown, HubContext, Record<string, unknown>>;

@Injectable()
export class SchemaWiring {
  /** The wired schema, once it is made. */
  schema: GraphQLSchema | null = null;

  constructor(
    @Inject(PluginList) private readonly plugins: PluginList,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Reader) private readonly reader: Reader,
    @Inject(Access) private readonly access: Access,
    @Inject(Database) private readonly database: Database,
    @Inject(Mutations) private readonly mutations: Mutations,
    @Inject(LiveReads) private readonly liveReads: LiveReads,
  ) {}

  /** Checks the schema and wires it in place. Throws PluginListError when a rule is broken. */
  wire(schema: GraphQLSchema): GraphQLSchema {
    checkSchema(schema, this.plugins.all, this.models);
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('__')) continue;
      for (const field of Object.values(type.getFields()) as Field[]) {
        if (type === schema.getQueryType()) this.wireQuery(field);
        else if (type === schema.getMutationType()) this.wireMutation(field);
        else if (type === schema.getSubscriptionType()) this.wireLive(field);
        else
          field.resolve = (source, _args, _context, info) => (source as Record<string, unknown>)[String(info.path.key)];
      }
    }
    this.schema = schema;
    return schema;
  }

  private wireQuery(field: Field): void {
    const rule = ruleOf(field);
    const read = this.plugins.find<RootRead>((plugin) => plugin.roots?.[field.name]);
    const { resolve } = field;
    const take = (viewer: Viewer, given: Record<string, unknown>) => {
      if (rule.kind !== 'public' && !viewer.ref) throw new Unauthenticated();
      return takenArguments(field as GraphQLField<unknown, unknown>, given);
    };
    field.resolve = inTime(async (source, given, context, info) => {
      const { gone, settled } = context;
      const known = settled?.get(String(info.path.key));
      if (known) return known;
      if (read && rule.kind !== 'allow')
        return asPresumed(context, (presumed) => {
          take(presumed.viewer, given);
          return this.reader.readRoot(read, presumed, { info, gone });
        });
      const viewer = await context.viewer();
      const args = take(viewer, given);
      if (rule.kind === 'allow') {
        await this.access.require(this.database.source.manager, viewer, rule.to, targetOf(rule, args));
      }
      if (read) return this.reader.readRoot(read, { viewer, proof: null }, { info, gone });
      const answer: unknown = await resolve?.(source, args, context, info);
      return isPayload(answer) ? this.reader.hydrate(answer, { info, viewer, gone }) : answer;
    });
  }

  private wireMutation(field: Field): void {
    const rule = ruleOf(field);
    const isSecret = givesSecrets(field);
    const { resolve } = field;
    if (!resolve) throw new Error(`"Mutation.${field.name}" has no resolver.`);
    field.resolve = inTime(async (source, given, context, info) => {
      const change = async (asks: Presumed) => {
        if (rule.kind !== 'public' && !asks.viewer.ref) throw new Unauthenticated();
        const args = formOf(asks, () => takenArguments(field as GraphQLField<unknown, unknown>, given));
        const explained = formOf(asks, () => explainedDetails(field as GraphQLField<unknown, unknown>, args));
        const traits = { rule, isSecret, explained };
        let token: string | null = null;
        const handOver = (fresh: string) => (token = fresh);
        const work = async (action: Action) => {
          const result: unknown = await resolve(source, args, { ...context, action: { ...action, handOver } }, info);
          context.deadline.check();
          return result as Record<string, unknown>;
        };
        const viewerWith = (keys: Answered['keys']) => (keys ? { ...asks.viewer, keys } : asks.viewer);
        const say = ({ answer, keys }: Answered, by: Read) =>
          this.reader.hydrate(answer, { info, viewer: viewerWith(keys), by });
        const { result, said } = await this.mutations.run(field.name, asks, args, traits, { work, say });
        if (token) context.handOver?.(token);
        if (result.keys) context.becomes?.(viewerWith(result.keys));
        return said;
      };
      if (rule.kind === 'allow' && this.access.takesSecondFactor(rule.to))
        return change({ viewer: await context.viewer(), proof: null });
      return asPresumed(context, (asks) => change(asks).catch(noLongerWhere));
    });
  }

  private wireLive(field: Field): void {
    const rule = ruleOf(field);
    const live = this.plugins.find<LiveField>((plugin) => plugin.live?.[field.name]);
    if (!live) throw new Error(`"Subscription.${field.name}" is not fed.`);
    field.subscribe = async (_source, given, context, info) => {
      const viewer = await context.viewer();
      if (rule.kind !== 'public' && !viewer.ref) throw new Unauthenticated();
      const args = takenArguments(field as GraphQLField<unknown, unknown>, given);
      return context.deadline.within(this.liveReads.subscribe(live, args, context, info));
    };
    field.resolve = (source) => (source as Record<string, unknown>)[field.name];
  }
}

/** Asks as whoever the viewer was lately, which the statement proves; as whoever they are now where that does not hold. */
async function asPresumed(context: HubContext, read: (presumed: Presumed) => Promise<unknown>): Promise<unknown> {
  const presumed = await context.presumed?.();
  const answer = presumed ? await read(presumed) : noLonger;
  return answer === noLonger ? read({ viewer: await context.viewer(), proof: null }) : answer;
}

/** Whoever is nobody any more hears that, and not what is wrong with the form of what they ask. */
function formOf<T>({ proof }: Presumed, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw proof ? new NoLonger() : error;
  }
}

/** A change was asked for by somebody who is not who they were lately: it is asked for again, by whoever they are now. */
function noLongerWhere(error: unknown): typeof noLonger {
  if (error instanceof NoLonger) return noLonger;
  throw error;
}

/** What a resolver gives for an object: ids and plain values, as mutations give them. */
function isPayload(answer: unknown): answer is Record<string, unknown> {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
}

type Resolve = (...args: Parameters<NonNullable<Field['resolve']>>) => Promise<unknown>;

/** Nothing begins, and nobody waits, after the request's deadline. */
function inTime(resolve: Resolve): Resolve {
  return async (source, args, context, info) => {
    context.deadline.check();
    return context.deadline.within(resolve(source, args, context, info));
  };
}

/** Whether a payload holds something marked `@secret`. */
function givesSecrets(field: Field): boolean {
  const payload = getNamedType(field.type);
  if (!isObjectType(payload)) return false;
  return Object.values(payload.getFields()).some(({ astNode }) =>
    astNode?.directives?.some(({ name }) => name.value === 'secret'),
  );
}

function ruleOf(field: Field): AccessRule {
  const rule = accessOf(field as GraphQLField<unknown, unknown>);
  if (!rule) throw new Error(`"${field.name}" has no access rule.`);
  return rule;
}
