/** The mutations about what one has read of many threads. */
import { Inject } from '@nestjs/common';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import type { GraphQLResolveInfo } from 'graphql';
import { ReadAllService, type MarkMany } from './read-all.service';

@Resolver()
export class ReadAllResolver {
  constructor(@Inject(ReadAllService) private readonly readAll: ReadAllService) {}

  @Mutation()
  markThreadsRead(@Args('input') input: MarkMany, @InAction() action: Action, @Info() info: GraphQLResolveInfo) {
    return this.readAll.markAll(action, input, info);
  }

  @Mutation()
  undoMarkThreadsRead(@Args('input') input: { undo: string }, @InAction() action: Action) {
    return this.readAll.undo(action, input.undo);
  }
}
