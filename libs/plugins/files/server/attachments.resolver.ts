/** The mutations of files. Files themselves come in by POST. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import { AttachmentsService, type NamedAttachment } from './attachments.service';

@Resolver()
export class AttachmentsResolver {
  constructor(@Inject(AttachmentsService) private readonly attachments: AttachmentsService) {}

  @Mutation()
  async describeAttachment(
    @Args('input') input: NamedAttachment & { readonly alternative: string },
    @InAction() action: Action,
  ) {
    return { attachment: await this.attachments.describe(action, input, input.alternative) };
  }

  @Mutation()
  async removeAttachment(@Args('input') input: NamedAttachment, @InAction() action: Action) {
    return { removed: await this.attachments.remove(action, input) };
  }

  @Mutation()
  async restoreAttachment(@Args('input') input: NamedAttachment, @InAction() action: Action) {
    return { attachment: await this.attachments.restore(action, input) };
  }
}
