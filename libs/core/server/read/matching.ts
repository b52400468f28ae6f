/** Which rows of a list a change is about: by the list's own filters, under the same scope, for one statement that changes them all. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@hub/core/contract';
import type { GraphQLResolveInfo } from 'graphql';
import { Permissions } from '../access/permissions';
import { Compiler } from './compile';
import { filters } from './compile-many';
import type { ManyRead } from './model';
import { ReadModels } from './models';
import { ReadRun, type Arguments } from './run-context';

/** Parts of a statement: what stands before its SELECT, FROM and WHERE, their values, which are its first parameters, and the alias of the row. */
export interface Matching {
  readonly head: string;
  readonly row: string;
  readonly from: string;
  readonly where: string;
  readonly values: readonly unknown[];
}

/** The arguments as given, wherever they stand in the operation. */
class GivenArguments extends ReadRun {
  constructor(
    viewer: Viewer,
    private readonly given: Arguments,
  ) {
    super(viewer, {});
  }

  override argumentsOf(): Arguments {
    return this.given;
  }
}

@Injectable()
export class MatchingRows {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Permissions) private readonly permissions: Permissions,
  ) {}

  /** The rows that the viewer would be shown by the list with these arguments (`filter`), on all its pages. `info` is of the mutation. */
  of(read: ManyRead, args: Arguments, viewer: Viewer, info: GraphQLResolveInfo): Matching {
    const { schema, fragments, parentType, fieldName } = info;
    const definition = parentType.getFields()[fieldName];
    const [node] = info.fieldNodes;
    if (!definition || !node) throw new Error(`"${fieldName}" is not a field of ${parentType.name}.`);
    const model = this.models.of(read.type);
    const compiler = new Compiler({ schema, fragments, variables: {} }, this.models, this.permissions.byId);
    const row = compiler.statement.alias('t');
    const frame = compiler.frame({
      ...{ model, t: row, e: compiler.statement.alias('e'), lateral: '', parent: null, args },
      site: { definition, node, coordinate: read.type },
    });
    const { from, where } = compiler.rows(model, read, frame, filters(model, frame, args));
    const run = new GivenArguments(viewer, args);
    const { head, readers } = compiler.statement;
    return { head, row, from, where, values: readers.map((reader) => reader(run)) };
  }
}
