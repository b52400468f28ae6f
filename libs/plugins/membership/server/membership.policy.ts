/** Who may ask, propose and answer. Who says who belongs to a site stands with the sites. */
import { anyMember, anyoneSignedIn, permission, roleInTheNetwork } from '@hub/core/server';

export const askToJoin = permission('sites.ask-to-join', anyoneSignedIn, 'Sign in to ask to join a site');
export const proposeSites = permission(
  'sites.propose',
  anyMember,
  'Guests read, and propose no sites. Ask a lead of your site for another role',
);
export const answerProposals = permission(
  'sites.answer-proposals',
  roleInTheNetwork('administrator'),
  'Only the network team opens new sites',
  { secondFactor: true },
);

export const membershipPolicy = [askToJoin, proposeSites, answerProposals];
