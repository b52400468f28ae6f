/** Runs reads: compiles a selection once per document and shape of variables, then asks PostgreSQL one statement. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@hub/core/contract';
import {
  getNamedType,
  isNonNullType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { Permissions } from '../access/permissions';
import type { Presumed, Proof } from '../auth/proof';
import { Database, type Read } from '../database/database';
import type { NamedStatement } from '../database/run-statement';
import { NotFound } from '../graphql/errors';
import { Numbers } from '../graphql/numbers';
import { Compiler, type CompiledRead } from './compile';
import { any, type FieldRead } from './model';
import { ReadModels } from './models';
import { ReadRun } from './run-context';
import { selectedFields, type SelectedField } from './selection';
import { shapeOfVariables } from './variable-shape';
import type { ViewerTrace } from './viewer-trace';

/** Who asks for what, and whether they still wait for it. */
export interface Asked {
  readonly info: GraphQLResolveInfo;
  readonly viewer: Viewer;
  readonly gone?: AbortSignal | undefined;
  /** How to read where a connection is at hand. */
  readonly by?: Read;
  /** Told what the answer asks of the viewer. */
  readonly trace?: ViewerTrace;
}

/** What a read gives when the viewer is not (any more) who they were presumed to be: nothing was read. */
export const noLonger = Symbol('not who they were presumed to be');

interface ReadRequest extends Asked {
  readonly proof: Proof | null;
  readonly field: SelectedField;
  readonly read: FieldRead;
  readonly start: string | null;
  /** Whether it answers nothing that was just changed by the same request: then a replica may be asked. */
  readonly isAnywhere: boolean;
  /** Tells apart reads of one field that are compiled differently, such as by the type of the start. */
  readonly variant: string;
}

interface ReadRow {
  readonly data: unknown;
  /** Where the viewer was presumed: whether the proof holds. */
  readonly holds?: boolean;
  /** Where the read is traced: what it asked of the viewer. */
  readonly asked?: string | null;
}

@Injectable()
export class Reader {
  private readonly compiled = new LRUCache<string, CompiledRead & { uses: number; readonly name: string }>({
    max: 1000,
  });
  private readonly fields = new Numbers();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Permissions) private readonly permissions: Permissions,
  ) {}

  /** Reads a root field of Query for a viewer. Gives `noLonger` where the viewer was presumed and the proof does not hold. */
  readRoot(read: FieldRead, { viewer, proof }: Presumed, { info, gone }: Omit<Asked, 'viewer'>): Promise<unknown> {
    const variant = proof?.way.name ?? '';
    const field = rootField(info);
    return this.run({ field, read, info, gone, viewer, proof, start: null, isAnywhere: true, variant });
  }

  /** Fills a payload: every id in it becomes the selected object, as the viewer may see it. Absent objects become null, or NOT_FOUND where there must be one. */
  async hydrate(payload: Record<string, unknown>, asked: Asked): Promise<Record<string, unknown>> {
    const type = getNamedType(asked.info.returnType) as GraphQLObjectType;
    return this.hydrateObject(payload, type, asked);
  }

  /** Reads one object by id where the field itself is of that type. */
  async hydrateId(id: string, asked: Asked): Promise<unknown> {
    return this.byId(rootField(asked.info), id, asked);
  }

  private async hydrateObject(
    payload: Record<string, unknown>,
    type: GraphQLObjectType,
    asked: Asked,
  ): Promise<Record<string, unknown>> {
    const { info } = asked;
    const operation = { schema: info.schema, fragments: info.fragments, variables: info.variableValues };
    const filled: Record<string, unknown> = {};
    for (const field of selectedFields(operation, type, info.fieldNodes))
      filled[field.key] = await this.filled(field, payload[field.definition.name], asked);
    return filled;
  }

  private async filled(field: SelectedField, value: unknown, asked: Asked): Promise<unknown> {
    const typeName = getNamedType(field.definition.type).name;
    if (typeof value !== 'string' || !this.isObject(typeName)) return value ?? null;
    const read = await this.byId(field, value, asked);
    if (read === null && isNonNullType(field.definition.type)) throw new NotFound();
    return read;
  }

  private isObject(typeName: string): boolean {
    return typeName === 'Node' || this.models.find(typeName) !== undefined;
  }

  private byId(field: SelectedField, id: string, asked: Asked): Promise<unknown> {
    const model = this.models.ofId(id);
    if (!model) return Promise.resolve(null);
    const read = any((frame) => frame.start());
    const variant = model.type;
    return this.run({ field, read, ...asked, proof: null, start: id, isAnywhere: false, variant });
  }

  private async run(request: ReadRequest): Promise<unknown> {
    const compiled = this.compile(request);
    const run = new ReadRun(request.viewer, request.info.variableValues, request.start, request.proof?.values);
    const values = compiled.readers.map((reader) => reader(run));
    const name = compiled.uses > 1 ? compiled.name : undefined;
    const statement = { name, text: compiled.text, values };
    const [row] = await this.rows(statement, request);
    if (row?.holds === false) return noLonger;
    request.trace?.add(row?.asked ?? '');
    const data = row?.data ?? null;
    return data !== null && compiled.finish ? compiled.finish(data, run) : data;
  }

  private rows(statement: NamedStatement, { by, isAnywhere, gone }: ReadRequest): Promise<ReadRow[]> {
    if (by) return by(statement);
    return isAnywhere ? this.database.readAnywhere(statement, gone) : this.database.read(statement, gone);
  }

  private compile({ field, read, info, variant, proof, trace }: ReadRequest) {
    const isTraced = trace !== undefined;
    const key = `${this.fields.of(field.node)}|${variant}|${isTraced}|${shapeOfVariables(info)}`;
    const known = this.compiled.get(key);
    if (known) {
      known.uses += 1;
      return known;
    }
    const operation = { schema: info.schema, fragments: info.fragments, variables: info.variableValues };
    new ReadRun({ ref: null, keys: [], sessionId: null }, info.variableValues).argumentsOf({
      definition: field.definition,
      node: field.node,
      coordinate: field.key,
    });
    const compiler = new Compiler(operation, this.models, this.permissions.byId, isTraced);
    const made = compiler.compile(field, read, proof?.way ?? null);
    const name = `r${createHash('sha256').update(made.text).digest('hex').slice(0, 40)}`;
    const entry = { ...made, name, uses: 1 };
    this.compiled.set(key, entry);
    return entry;
  }
}

function rootField(info: GraphQLResolveInfo): SelectedField {
  const [node] = info.fieldNodes;
  const definition = info.parentType.getFields()[info.fieldName] as GraphQLField<unknown, unknown> | undefined;
  if (!node || !definition) throw new Error(`"${info.fieldName}" is not a field of ${info.parentType.name}.`);
  return { key: String(info.path.key), nodes: info.fieldNodes, node, definition, parentType: info.parentType };
}
