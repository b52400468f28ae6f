/** The demonstration's people on their way in: one invited, one who asks to join, one who proposes a site. All invented. */
import { Inject, Injectable } from '@nestjs/common';
import { actionOf, type DemonstrationSeed } from '@hub/core/server';
import { memberRef } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { InvitationsService } from './invitations.service';
import { JoinRequestsService } from './join-requests.service';
import { ProposalsService } from './proposals.service';

/** A day of the demonstration's own time. Only an invitation is of today: it lasts a week. */
const inTheStory = new Date('2016-11-21T09:00:00.000Z');

@Injectable()
export class MembershipSeed implements DemonstrationSeed {
  constructor(
    @Inject(InvitationsService) private readonly invitations: InvitationsService,
    @Inject(JoinRequestsService) private readonly requests: JoinRequestsService,
    @Inject(ProposalsService) private readonly proposals: ProposalsService,
  ) {}

  /** Nobody is written to: the address is one that cannot exist, and members of the demonstration have none. */
  async load(tx: EntityManager): Promise<void> {
    const lately = new Date(Date.now() - 2 * 24 * 60 * 60_000);
    const as = (slug: string) => actionOf(tx, memberRef(slug), inTheStory);
    await this.invitations.make(await actionOf(tx, memberRef('anjali-thornapple'), lately), {
      site: 'northvale',
      email: 'made-up.colleague@illustration.example',
      role: 'MEMBER',
    });
    await this.requests.make(await as('ruth-cobblestane'), {
      site: 'northvale',
      words: 'We share two practices with you and want to follow your breathlessness work. (Made up for illustration.)',
    });
    await this.proposals.make(await as('mei-lin-hazelgrove'), {
      name: 'Illustration Bay',
      region: 'An invented coast',
      modelTypes: ['EHCH'],
      why: 'Three care homes and a practice next to us want to try what we do. (Made up for illustration.)',
    });
  }
}
