/** The mutations about a thread as a whole. Payloads hold ids; core reads what was asked for, as the viewer. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import { RearrangeService, type SplitThread } from './curating/rearrange.service';
import { ThreadDetailsService, type UpdateThread } from './curating/thread-details.service';
import { ThreadsService, type StartThread } from './threads.service';

@Resolver()
export class ThreadsResolver {
  constructor(
    @Inject(ThreadsService) private readonly threads: ThreadsService,
    @Inject(ThreadDetailsService) private readonly details: ThreadDetailsService,
    @Inject(RearrangeService) private readonly rearrange: RearrangeService,
  ) {}

  @Mutation()
  async startThread(@Args('input') input: StartThread, @InAction() action: Action) {
    return { thread: await this.threads.start(action, input) };
  }

  @Mutation()
  async markThreadRead(@Args('input') input: { thread: string; upToPost?: string | null }, @InAction() action: Action) {
    return { thread: await this.threads.markRead(action, input) };
  }

  @Mutation()
  async acceptAnswer(@Args('input') input: { thread: string; post?: string | null }, @InAction() action: Action) {
    return { thread: await this.threads.acceptAnswer(action, input) };
  }

  @Mutation()
  async updateThread(@Args('input') input: UpdateThread, @InAction() action: Action) {
    return { thread: await this.details.update(action, input) };
  }

  @Mutation()
  async mergeThreads(@Args('input') input: { thread: string; into: string }, @InAction() action: Action) {
    return { thread: await this.rearrange.merge(action, input) };
  }

  @Mutation()
  async splitThread(@Args('input') input: SplitThread, @InAction() action: Action) {
    return { thread: await this.rearrange.split(action, input) };
  }

  @Mutation()
  async setThreadLocked(
    @Args('input') input: { thread: string; locked: boolean; reason?: string | null },
    @InAction() action: Action,
  ) {
    return { thread: await this.threads.setLocked(action, input) };
  }
}
