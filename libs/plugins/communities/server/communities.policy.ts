/** Who may do what with communities. */
import {
  anyMember,
  anyOf,
  anyoneSignedIn,
  facilitatorsOfItsCommunity,
  permission,
  roleInTheNetwork,
  type Relation,
} from '@hub/core/server';
import { careModelState } from '@hub/plugins/communities/contract';

/** The network's facilitators look after the communities of the care models, until these have their own, and beside them. */
const networkFacilitatorsOfCareModels: Relation = (sql) =>
  sql.entity
    ? `coalesce(${sql.entity}.state = '${careModelState}', false) AND ${roleInTheNetwork('facilitator')(sql)}`
    : 'false';

export const createCommunities = permission(
  'communities.create',
  anyMember,
  'Guests read, and make no communities. Ask a lead of your site for another role',
);
export const joinCommunities = permission('communities.join', anyoneSignedIn, 'Sign in to join a community');
export const facilitate = permission(
  'communities.facilitate',
  anyOf(facilitatorsOfItsCommunity, networkFacilitatorsOfCareModels),
  'Only those who facilitate this community can do this. Ask one of them',
);

export const communitiesPolicy = [createCommunities, joinCommunities, facilitate];
