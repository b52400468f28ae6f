/** What a live operation sends: each message read anew through the viewer's scope; what they may not see is not sent. */
import { Inject, Injectable } from '@nestjs/common';
import { getNamedType, isNonNullType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import { Access } from '../access/access';
import { Database } from '../database/database';
import type { HubContext } from '../graphql/context';
import { HubError } from '../graphql/errors';
import { ReadModels } from '../read/models';
import { Reader } from '../read/reader';
import { entityTopic, Live, type LivePayload } from './live';
import type { LiveField } from './live-field';

@Injectable()
export class LiveReads {
  constructor(
    @Inject(Live) private readonly live: Live,
    @Inject(Reader) private readonly reader: Reader,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Access) private readonly access: Access,
    @Inject(Database) private readonly database: Database,
  ) {}

  /**
   * The stream of one live operation. Listening begins before the check, so that nothing falls between. One that names a thing ends with
   * NOT_FOUND as soon as the viewer may not see that any more: when their keys or the thing change.
   */
  async subscribe(field: LiveField, args: Record<string, unknown>, context: HubContext, info: GraphQLResolveInfo) {
    const messages = this.live.listen(field.topics(args, await context.viewer()), context.onUnheard);
    const on = field.on ? args[field.on] : null;
    const look = async () => {
      if (typeof on !== 'string') return;
      await this.access.requireVisible(this.database.source.manager, await context.viewer(), on, field.kind);
    };
    const ending: Ending = { reason: null, forget: () => undefined };
    const end = (reason: unknown) => {
      ending.reason = reason;
      void messages.return?.();
    };
    try {
      await look();
    } catch (error) {
      await messages.return?.();
      throw error;
    }
    if (typeof on === 'string') ending.forget = this.lookAgain(on, context, () => void look().catch(end));
    return filled(messages, ending, async (payload) => {
      const value = await this.fill(payload, context, info);
      return value && { [info.fieldName]: value };
    });
  }

  /** Calls back when the viewer may have lost sight of a thing. The returned function ends that. */
  private lookAgain(on: string, context: HubContext, look: () => void): () => void {
    const changes = this.live.listen([entityTopic(on)]);
    const forgetKeys = context.whenKeysChange?.(look);
    void (async () => {
      for await (const _change of changes) look();
    })();
    return () => {
      forgetKeys?.();
      void changes.return?.();
    };
  }

  private async fill(payload: LivePayload, context: HubContext, info: GraphQLResolveInfo): Promise<unknown> {
    const viewer = await context.viewer();
    if (!viewer.ref) return null;
    const type = getNamedType(info.returnType);
    if (this.models.find(type.name)) return this.reader.hydrateId(String(payload.id), { info, viewer });
    const required = isObjectType(type)
      ? Object.values(type.getFields()).filter(
          (field) => isNonNullType(field.type) && this.models.find(getNamedType(field.type).name),
        )
      : [];
    const guards = await Promise.all(required.map((field) => this.sees(viewer, String(payload[field.name]))));
    if (guards.includes(false)) return null;
    return this.reader.hydrate({ ...payload }, { info, viewer }).catch(unseen(null));
  }

  private async sees(viewer: Awaited<ReturnType<HubContext['viewer']>>, id: string): Promise<boolean> {
    return this.access
      .requireVisible(this.database.source.manager, viewer, id)
      .then(() => true)
      .catch(unseen(false));
  }
}

/** What stands for a thing that the viewer may not see; other failures stay failures. */
function unseen<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof HubError) return instead;
    throw error;
  };
}

/** Why a stream ends before its consumer wants it to, and what is to be undone then. */
interface Ending {
  reason: unknown;
  forget: () => void;
}

/** Maps messages in order, dropping nulls. Ends at once when the consumer returns, even while waiting; throws the reason where there is one. */
function filled<T>(
  messages: AsyncIterableIterator<LivePayload>,
  ending: Ending,
  fill: (payload: LivePayload) => Promise<T | null>,
): AsyncIterableIterator<T> {
  return {
    async next() {
      for (;;) {
        const message = await messages.next();
        if (message.done) {
          ending.forget();
          if (ending.reason) throw ending.reason;
          return { value: undefined, done: true };
        }
        const value = await fill(message.value);
        if (value !== null) return { value, done: false };
      }
    },
    async return() {
      ending.forget();
      await messages.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
