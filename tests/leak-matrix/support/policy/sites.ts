/** Who may read the types of `sites`. */
import { noFamily, type TypesOfPlugin } from './rows';

export const sites: TypesOfPlugin = {
  guarded: {
    Member: {
      rule: 'anyone signed in; the number of unread notifications by themselves alone',
      plain: ['whoCanSee', 'photo', 'professionalGroup'],
      unfilled: noFamily,
    },
    SiteMembershipConnection: { rule: 'anyone signed in' },
    SiteMembershipEdge: { rule: 'anyone signed in', plain: ['cursor'] },
    MemberConnection: { rule: 'as its members' },
    MemberEdge: { rule: 'as its member', plain: ['cursor'] },
  },
  publicTypes: [
    'Site',
    'SiteConnection',
    'SiteEdge',
    'SitePopulation',
    'SiteOrganisation',
    'SiteContextFactor',
    'SitePriorInitiative',
    'SiteSkill',
    'Vanguard',
    'VanguardConnection',
    'VanguardEdge',
    'VanguardPopulation',
    'VanguardIntervention',
    'VanguardEvaluation',
    'VanguardSource',
  ],
  payloads: ['SiteIndexingPayload', 'ProfilePayload'],
};
