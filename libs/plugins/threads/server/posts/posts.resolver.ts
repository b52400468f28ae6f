/** The mutations about posts. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import { PostsService, type Reply } from './posts.service';

@Resolver()
export class PostsResolver {
  constructor(@Inject(PostsService) private readonly posts: PostsService) {}

  @Mutation()
  async reply(@Args('input') input: Reply, @InAction() action: Action) {
    return { post: await this.posts.reply(action, input) };
  }

  @Mutation()
  async editPost(
    @Args('input') input: { post: string; expectedRevision: number; body: string },
    @InAction() action: Action,
  ) {
    return { post: await this.posts.edit(action, input) };
  }

  @Mutation()
  async removePost(@Args('input') input: { post: string; reason?: string | null }, @InAction() action: Action) {
    return { post: await this.posts.remove(action, input) };
  }

  @Mutation()
  async react(@Args('input') input: { post: string; kind: string; on: boolean }, @InAction() action: Action) {
    return { post: await this.posts.react(action, input) };
  }
}
