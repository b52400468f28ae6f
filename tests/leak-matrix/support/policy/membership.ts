/** Who may read the types of `membership`. */
import { type TypesOfPlugin } from './rows';

export const membership: TypesOfPlugin = {
  guarded: {
    SiteInvitation: {
      rule: 'the leads of the site',
      unfilled: { acceptedBy: 'nobody accepts one here: invitations.db.spec.ts' },
    },
    SiteInvitationConnection: { rule: 'the leads of the site' },
    SiteInvitationEdge: { rule: 'the leads of the site', plain: ['cursor'] },
    JoinRequest: {
      rule: 'whoever asked, and the leads of the site',
      unfilled: { role: 'whoever is let in here is a member then, and asks no more: joining.db.spec.ts' },
    },
    JoinRequestConnection: { rule: 'as its requests' },
    JoinRequestEdge: { rule: 'as its request', plain: ['cursor'] },
    SiteProposal: {
      rule: 'whoever proposed it, and administrators',
      unfilled: { site: 'no site is opened here: proposals.db.spec.ts' },
    },
    SiteProposalConnection: { rule: 'as its proposals' },
    SiteProposalEdge: { rule: 'as its proposal', plain: ['cursor'] },
  },
  payloads: [
    'OpenedInvitationPayload',
    'InvitationPayload',
    'AcceptedInvitationPayload',
    'JoinRequestPayload',
    'SiteProposalPayload',
    'SitePersonPayload',
  ],
};
