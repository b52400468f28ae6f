/** How people get into sites, what they are there, and how new sites begin. */
import { contribute, definePlugin } from '@hub/core/server';
import { admissions, personalData } from '@hub/plugins/identity/contract';
import { invitationAccepted, joinAnswered, joinAsked, proposalAnswered } from '@hub/plugins/membership/contract';
import sdl from '@hub/plugins/membership/contract/schema.graphql';
import { notices } from '@hub/plugins/subscriptions/contract';
import { ForgetInvitations } from './forget-invitations';
import { invitationRead, siteInvitations } from './invitation.read';
import { InvitationsResolver } from './invitations.resolver';
import { InvitationsService } from './invitations.service';
import { InvitedPeople } from './invited-people';
import { joinRequestRead, joinRequestRoots, siteJoinRequests } from './join-request.read';
import { JoinRequestsService } from './join-requests.service';
import { Letters } from './letters.service';
import { MembershipData } from './membership-data';
import { membershipMigrations } from './membership.migrations';
import { membershipNotices } from './membership.notices';
import { membershipPolicy } from './membership.policy';
import { membershipRecords } from './membership.records';
import { MembershipResolver } from './membership.resolver';
import { MembershipSeed } from './membership.seed';
import { proposalRead, proposalRoots } from './proposal.read';
import { ProposalsResolver } from './proposals.resolver';
import { ProposalsService } from './proposals.service';

export const membershipPlugin = definePlugin({
  id: 'membership',
  needs: ['sites', 'identity'],
  uses: ['subscriptions'],
  schema: sdl,
  records: membershipRecords,
  migrations: membershipMigrations,
  reads: [invitationRead, joinRequestRead, proposalRead],
  readExtensions: [siteInvitations, siteJoinRequests],
  roots: { ...joinRequestRoots, ...proposalRoots },
  permissions: membershipPolicy,
  resolvers: [InvitationsResolver, MembershipResolver, ProposalsResolver],
  providers: [Letters, InvitationsService, JoinRequestsService, ProposalsService],
  events: [invitationAccepted, joinAsked, joinAnswered, proposalAnswered],
  contributes: [
    contribute(admissions, InvitedPeople),
    contribute(personalData, MembershipData),
    ...membershipNotices.map((notice) => contribute(notices, notice)),
  ],
  schedules: [{ name: 'membership.forget-invitations', when: { at: '03:10' }, work: ForgetInvitations }],
  seed: MembershipSeed,
});
