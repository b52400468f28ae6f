/** Who may read the types of `communities`. */
import { noFamily, type TypesOfPlugin } from './rows';

export const communities: TypesOfPlugin = {
  guarded: {
    Community: {
      rule: 'its card: of an open one anyone, of a closed one anyone signed in, of a private one its members and whoever is invited; what is inside: of an open one anyone signed in, of others their members',
      plain: ['whoCanSee'],
      unfilled: noFamily,
    },
    CommunityResource: {
      rule: 'whoever sees inside the community and may see the thing; what could be pinned, those who facilitate it',
      made: { title: 'the title of the thing', owner: 'a site' },
    },
    CommunityConnection: { rule: 'as its communities, counted for the viewer' },
    CommunityEdge: { rule: 'as its community', plain: ['cursor'] },
    CommunityMembershipConnection: { rule: 'whoever sees inside the community' },
    CommunityMembershipEdge: { rule: 'whoever sees inside the community', plain: ['cursor'] },
    UnansweredMemberConnection: { rule: 'those who facilitate the community' },
    UnansweredMemberEdge: { rule: 'those who facilitate the community, and may see what was said', plain: ['cursor'] },
    CommunityRequest: { rule: 'whoever asked, and those who facilitate the community' },
    CommunityRequestConnection: { rule: 'as its requests' },
    CommunityRequestEdge: { rule: 'as its request', plain: ['cursor'] },
    CommunityInvitation: { rule: 'whoever is invited, and those who facilitate the community' },
    CommunityInvitationConnection: { rule: 'as its invitations' },
    CommunityInvitationEdge: { rule: 'as its invitation', plain: ['cursor'] },
  },
  payloads: [
    'CommunityPayload',
    'CommunityRequestPayload',
    'CommunityInvitationPayload',
    'DeclineCommunityInvitationPayload',
    'LeaveCommunityPayload',
  ],
};
