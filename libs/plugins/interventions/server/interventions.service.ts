/** What people do with interventions: their input is checked here, the work is done by the drafts. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { Action } from '@hub/core/server';
import { siteNamed } from '@hub/plugins/sites/contract';
import { DraftsService } from './drafts.service';
import type { CreateInterventionInput, PublishInterventionInput, UpdateInterventionInput } from './intervention.input';
import { revisionIn } from './writing.rules';

@Injectable()
export class InterventionsService {
  constructor(@Inject(DraftsService) private readonly drafts: DraftsService) {}

  /** Begins a draft of a site. Throws BAD_USER_INPUT. */
  async create(action: Action, input: CreateInterventionInput): Promise<EntityRef> {
    const written = revisionIn(input);
    return this.drafts.createDraft(action, {
      site: siteNamed(input.site),
      title: written.title ?? '',
      summary: written.summary ?? '',
      careModels: written.careModels ?? [],
      maturity: written.maturity ?? 'IDEA',
      visibility: written.visibility ?? 'network',
      sections: written.sections ?? [],
    });
  }

  /** Changes its facts at once, and the sections of its next version. Throws BAD_USER_INPUT or CONFLICT. */
  async update(action: Action, input: UpdateInterventionInput): Promise<EntityRef> {
    await this.drafts.revise(action, input.id, revisionIn(input), input.expectedRevision);
    return input.id;
  }

  /** Makes its next version. Throws CONFLICT, or BAD_USER_INPUT naming each required section without text. */
  async publish(action: Action, input: PublishInterventionInput): Promise<EntityRef> {
    await this.drafts.publishDraft(action, input.id, input.changeNote, input.expectedRevision);
    return input.id;
  }
}
