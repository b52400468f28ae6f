/** What is said to those who listen: a message read anew through the viewer's scope, with what that asked of the viewer. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef, Viewer } from '@hub/core/contract';
import { execute, getNamedType, isNonNullType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import { Access } from '../access/access';
import { isSeenWith, type Needed } from '../access/scope';
import { Database } from '../database/database';
import { HubError, NotFound } from '../graphql/errors';
import { ReadModels } from '../read/models';
import { Reader } from '../read/reader';
import { ViewerTrace } from '../read/viewer-trace';
import type { LivePayload } from './live';
import type { LiveAnswer } from './known-answers';
import type { LiveListener } from './listener';

@Injectable()
export class LiveAnswers {
  /** How many were worked out, counted so that tests can say how many a message takes. */
  count = 0;

  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Access) private readonly access: Access,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** The answer of a live operation to a message, as this viewer has it coming: nothing where they may not see what it is about. */
  async answer(
    payload: LivePayload,
    viewer: Viewer,
    listener: LiveListener,
    info: GraphQLResolveInfo,
  ): Promise<LiveAnswer> {
    this.count += 1;
    const trace = new ViewerTrace(viewer);
    const value = await this.fill(payload, viewer, trace, info).catch(unseen);
    if (value === null) return { bytes: null, trace };
    const result = await execute({ ...listener.operation, rootValue: { [info.fieldName]: value } });
    return { bytes: listener.asBytes(result), trace };
  }

  /** Gives what says of a viewer whether they see a thing: NOT_FOUND for those who do not. */
  async look(on: EntityRef, kind?: string): Promise<(viewer: Viewer) => Error | null> {
    const needed = await this.access.neededFor(this.database.source.manager, on, kind);
    return ({ keys }) => (needed && isSeenWith(keys, needed) ? null : new NotFound());
  }

  private async fill(payload: LivePayload, viewer: Viewer, trace: ViewerTrace, info: GraphQLResolveInfo) {
    const type = getNamedType(info.returnType);
    const asked = { info, viewer, trace };
    if (this.models.find(type.name)) return this.reader.hydrateId(String(payload.id), asked);
    const required = isObjectType(type)
      ? Object.values(type.getFields()).filter(
          (field) => isNonNullType(field.type) && this.models.find(getNamedType(field.type).name),
        )
      : [];
    const [needed, value] = await Promise.all([
      this.neededFor(required.map(({ name }) => String(payload[name]))),
      this.reader.hydrate({ ...payload }, asked),
    ]);
    for (const each of needed) if (each) trace.addNeeded(each);
    return needed.every((each) => each && isSeenWith(viewer.keys, each)) ? value : null;
  }

  private neededFor(ids: readonly string[]): Promise<(Needed | null)[]> {
    return Promise.all(ids.map((id) => this.access.neededFor(this.database.source.manager, id)));
  }
}

/** Nothing stands for a thing that the viewer may not see; other failures stay failures. */
function unseen(error: unknown): null {
  if (error instanceof HubError) return null;
  throw error;
}
