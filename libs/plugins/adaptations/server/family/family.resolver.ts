/** The mutations by which an adaptation finds its place in its family. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import { BenefitService, type RecordBenefit } from '../learning/benefit.service';
import { FoldingService, type FoldBack, type UndoFoldBack } from '../learning/folding.service';
import { FollowingService, type FollowVersion } from '../following/following.service';
import { SourcesService, type AddAdaptationSource, type RemoveAdaptationSource } from '../sources/sources.service';

@Resolver()
export class FamilyResolver {
  constructor(
    @Inject(SourcesService) private readonly sources: SourcesService,
    @Inject(FollowingService) private readonly following: FollowingService,
    @Inject(FoldingService) private readonly folding: FoldingService,
    @Inject(BenefitService) private readonly benefit: BenefitService,
  ) {}

  @Mutation()
  async addAdaptationSource(@Args('input') input: AddAdaptationSource, @InAction() action: Action) {
    return { adaptation: await this.sources.add(action, input) };
  }

  @Mutation()
  async removeAdaptationSource(@Args('input') input: RemoveAdaptationSource, @InAction() action: Action) {
    return { adaptation: await this.sources.remove(action, input) };
  }

  @Mutation()
  async followVersion(@Args('input') input: FollowVersion, @InAction() action: Action) {
    return { adaptation: await this.following.follow(action, input) };
  }

  @Mutation()
  async foldBack(@Args('input') input: FoldBack, @InAction() action: Action) {
    return { intervention: await this.folding.fold(action, input) };
  }

  @Mutation()
  async undoFoldBack(@Args('input') input: UndoFoldBack, @InAction() action: Action) {
    const textPutBack = await this.folding.undo(action, input);
    return { intervention: input.intervention, textPutBack };
  }

  @Mutation()
  async recordBenefit(@Args('input') input: RecordBenefit, @InAction() action: Action) {
    return { adaptation: await this.benefit.record(action, input) };
  }
}
