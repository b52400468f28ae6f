/** Communities: people who talk about one thing, among themselves or with everybody. */
import { contribute, definePlugin } from '@hub/core/server';
import { communityEvents, communityKind, communityPage } from '@hub/plugins/communities/contract';
import sdl from '@hub/plugins/communities/contract/schema.graphql';
import { personalData } from '@hub/plugins/identity/contract';
import { searchDocuments } from '@hub/plugins/search/contract';
import { notices, recipients } from '@hub/plugins/subscriptions/contract';
import { communitiesMigrations } from './communities.migrations';
import { communityNotices } from './communities.notices';
import { CommunitiesPersonalData } from './communities.personal-data';
import { communitiesPolicy } from './communities.policy';
import { CommunitiesResolver } from './communities.resolver';
import { CommunitiesSeed } from './communities.seed';
import { CommunitiesService } from './communities.service';
import { careModelCommunity, communityRead, communityRoots, membershipRead, membersNamed } from './community.read';
import { communityRecords } from './community.record';
import { CommunitySearch } from './community.search';
import { CommunityInvitations } from './invitations.service';
import { CommunityPeople } from './people.service';
import { CommunityRemovals } from './removals.service';
import { PinResources1900000001533 } from './resources.migrations';
import { communityResources, resourceRead } from './resources.read';
import { CommunityResources } from './resources.service';
import { CommunityRequests } from './requests.service';
import { FacilitatorsHearOfQuestions, questionsRule } from './unanswered-questions.recipients';
import { unansweredMemberRead, unansweredMembers } from './unanswered.read';
import { communityWaysIn, invitationRead, requestRead, waysInRoots } from './ways-in.read';
import { WaysInResolver } from './ways-in.resolver';

export const communitiesPlugin = definePlugin({
  id: 'communities',
  needs: ['sites', 'identity'],
  uses: ['threads', 'search', 'subscriptions'],
  kinds: [{ kind: communityKind, type: 'Community', page: communityPage, followable: true, searchKind: 'COMMUNITY' }],
  schema: sdl,
  records: communityRecords,
  migrations: [...communitiesMigrations, PinResources1900000001533],
  reads: [communityRead, membershipRead, requestRead, invitationRead, resourceRead, unansweredMemberRead],
  readExtensions: [careModelCommunity, membersNamed, communityWaysIn, communityResources],
  composedReads: (plugins) => [unansweredMembers(plugins)],
  roots: { ...communityRoots, ...waysInRoots },
  permissions: communitiesPolicy,
  resolvers: [CommunitiesResolver, WaysInResolver],
  events: communityEvents,
  providers: [
    CommunitiesService,
    CommunityPeople,
    CommunityRequests,
    CommunityInvitations,
    CommunityRemovals,
    CommunityResources,
  ],
  defaultRules: [questionsRule],
  contributes: [
    contribute(searchDocuments, CommunitySearch),
    contribute(personalData, CommunitiesPersonalData),
    ...communityNotices.map((notice) => contribute(notices, notice)),
    contribute(recipients, FacilitatorsHearOfQuestions),
  ],
  seed: CommunitiesSeed,
});
