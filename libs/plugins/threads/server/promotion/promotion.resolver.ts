/** The mutations that write something from a post into a record, and take it out again. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import type { PromotePost, TakeOutPromotion } from './promotion.rules';
import { PromotionService } from './promotion.service';

@Resolver()
export class PromotionResolver {
  constructor(@Inject(PromotionService) private readonly promotions: PromotionService) {}

  @Mutation()
  async promotePost(@Args('input') input: PromotePost, @InAction() action: Action) {
    return { promotion: await this.promotions.promote(action, input) };
  }

  @Mutation()
  async takeOutPromotion(@Args('input') input: TakeOutPromotion, @InAction() action: Action) {
    return { record: await this.promotions.takeOut(action, input) };
  }
}
