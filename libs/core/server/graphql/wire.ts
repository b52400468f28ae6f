/** Wires the composed schema: each root field is wrapped once with its access rule, checks, and way of being answered. */
import { Inject, Injectable } from '@nestjs/common';
import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { Access } from '../access/access';
import { Database } from '../database/database';
import { LiveReads } from '../live/live-reads';
import { Mutations } from './mutations';
import type { LiveField } from '../live/live-field';
import { PluginList } from '../plugin/plugin-list';
import { ReadModels } from '../read/models';
import { Reader } from '../read/reader';
import type { RootRead } from '../read/root';
import { accessOf, type AccessRule } from './access-directive';
import { targetOf } from './access-target';
import { checkSchema } from './check-schema';
import type { HubContext } from './context';
import { Unauthenticated } from './errors';
import { checkArguments } from './input-check';

type Field = GraphQLField<unknown, HubContext, Record<string, unknown>>;

@Injectable()
export class SchemaWiring {
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
    return schema;
  }

  private wireQuery(field: Field): void {
    const rule = ruleOf(field);
    const read = this.plugins.find<RootRead>((plugin) => plugin.roots?.[field.name]);
    const resolve = field.resolve;
    field.resolve = async (source, args, context, info) => {
      const viewer = await context.viewer();
      if (rule.kind !== 'public' && !viewer.ref) throw new Unauthenticated();
      checkArguments(field as GraphQLField<unknown, unknown>, args);
      if (rule.kind === 'allow') {
        await this.access.require(this.database.source.manager, viewer, rule.to, targetOf(rule, args));
      }
      return read ? this.reader.readRoot(read, info, viewer, read.unnamed) : resolve?.(source, args, context, info);
    };
  }

  private wireMutation(field: Field): void {
    const rule = ruleOf(field);
    const { resolve } = field;
    if (!resolve) throw new Error(`"Mutation.${field.name}" has no resolver.`);
    field.resolve = async (source, args, context, info) => {
      const viewer = await context.viewer();
      if (rule.kind !== 'public' && !viewer.ref) throw new Unauthenticated();
      checkArguments(field as GraphQLField<unknown, unknown>, args);
      const answer = await this.mutations.run(field.name, viewer, args, rule, async (action) => {
        const result: unknown = await resolve(source, args, { ...context, action }, info);
        return result as Record<string, unknown>;
      });
      return this.reader.hydrate(answer, info, await context.viewer());
    };
  }

  private wireLive(field: Field): void {
    const rule = ruleOf(field);
    const live = this.plugins.find<LiveField>((plugin) => plugin.live?.[field.name]);
    if (!live) throw new Error(`"Subscription.${field.name}" is not fed.`);
    field.subscribe = async (_source, args, context, info) => {
      const viewer = await context.viewer();
      if (rule.kind !== 'public' && !viewer.ref) throw new Unauthenticated();
      checkArguments(field as GraphQLField<unknown, unknown>, args);
      return this.liveReads.subscribe(live, args, context, info);
    };
    field.resolve = (source) => (source as Record<string, unknown>)[field.name];
  }
}

function ruleOf(field: Field): AccessRule {
  const rule = accessOf(field as GraphQLField<unknown, unknown>);
  if (!rule) throw new Error(`"${field.name}" has no access rule.`);
  return rule;
}
