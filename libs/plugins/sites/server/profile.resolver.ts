/** The mutations about what others see of oneself. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import { PhotosService } from './photos.service';
import type { UpdateProfileInput } from './profile.rules';
import { ProfilesService } from './profiles.service';

@Resolver()
export class ProfileResolver {
  constructor(
    @Inject(ProfilesService) private readonly profiles: ProfilesService,
    @Inject(PhotosService) private readonly photos: PhotosService,
  ) {}

  @Mutation()
  async updateProfile(@Args('input') input: UpdateProfileInput, @InAction() action: Action) {
    return { member: await this.profiles.update(action, input) };
  }

  @Mutation()
  async removePhoto(@InAction() action: Action) {
    return { member: await this.photos.remove(action) };
  }
}
