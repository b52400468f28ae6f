/** The live operations of this process: those who asked the same are served together. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef, Viewer } from '@hub/core/contract';
import type { GraphQLResolveInfo } from 'graphql';
import type { HubContext } from '../graphql/context';
import { Numbers } from '../graphql/numbers';
import { Live } from './live';
import { LiveAnswers } from './live-answers';
import type { LiveField } from './live-field';
import { LiveGroup, type LiveSource } from './live-group';
import type { LiveListener } from './listener';
import type { Subscriber } from './subscriber';

@Injectable()
export class LiveReads {
  private readonly groups = new Map<string, LiveGroup>();
  private readonly documents = new Numbers();

  constructor(
    @Inject(Live) private readonly live: Live,
    @Inject(LiveAnswers) private readonly answers: LiveAnswers,
  ) {}

  /**
   * The stream of one live operation. Listening begins before the check, so that nothing falls between. One that names a thing ends with
   * NOT_FOUND as soon as the viewer may not see that any more: when their keys or the thing change.
   */
  async subscribe(
    field: LiveField,
    args: Record<string, unknown>,
    context: HubContext,
    info: GraphQLResolveInfo,
  ): Promise<Subscriber> {
    const { listener } = context;
    if (!listener) throw new Error('Live operations are heard over a connection that stays open.');
    const topics = field.topics(args, await context.viewer());
    const on = field.on ? (args[field.on] as EntityRef) : null;
    const look = (): Promise<(viewer: Viewer) => Error | null> =>
      on ? this.answers.look(on, field.kind) : Promise.resolve(() => null);
    const group = this.groupOf(this.keyOf(listener, topics), (onEmpty) => {
      const answer: LiveSource['answer'] = (...of) => this.answers.answer(...of, info);
      return new LiveGroup(this.live, { topics, on, answer, look }, onEmpty);
    });
    const member = group.join(listener);
    try {
      const reason = (await look())(await context.viewer());
      if (reason) throw reason;
      return member;
    } catch (error) {
      member.end();
      throw error;
    }
  }

  private groupOf(key: string, make: (onEmpty: () => void) => LiveGroup): LiveGroup {
    const known = this.groups.get(key);
    if (known) return known;
    const made = make(() => this.groups.get(key) === made && this.groups.delete(key));
    this.groups.set(key, made);
    return made;
  }

  /** Equal for those who asked the same: one document object stands for one text. */
  private keyOf({ operation }: LiveListener, topics: readonly string[]): string {
    const document = this.documents.of(operation.document);
    return JSON.stringify([document, operation.operationName, operation.variableValues, topics]);
  }
}
