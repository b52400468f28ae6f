/** The roles that somebody may have at a site: what each opens, and the sentence that says so where it is given. */
import {
  keyOfSiteDrafts,
  keyOfSiteEditors,
  keyOfSiteEvaluators,
  keyOfSiteLeads,
  keyOfSiteMembers,
  keyOfSitePublishers,
  type EntityRef,
} from '@hub/core/contract';

export const siteRoles = ['LEAD', 'ENGINE_ROOM', 'MEMBER', 'EVALUATOR', 'PATIENT_REPRESENTATIVE', 'GUEST'] as const;
export type SiteRole = (typeof siteRoles)[number];

/** The permission to say who belongs to a site, for mutations of other plugins: `@allow(to: "sites.lead", on: …, kind: "site")`. */
export const leadSitePermission = 'sites.lead';

interface SiteRoleFacts {
  readonly name: string;
  /** What whoever has it may see and do, in one sentence. */
  readonly sentence: string;
  readonly keys: readonly ((site: EntityRef) => string)[];
}

export const siteRoleFacts: Readonly<Record<SiteRole, SiteRoleFacts>> = {
  LEAD: {
    name: 'Site lead',
    sentence: 'Says who belongs to the site and what others see of it, and does everything an engine-room member does.',
    keys: [
      keyOfSiteMembers,
      keyOfSiteDrafts,
      keyOfSiteEditors,
      keyOfSiteEvaluators,
      keyOfSitePublishers,
      keyOfSiteLeads,
    ],
  },
  ENGINE_ROOM: {
    name: 'Engine-room member',
    sentence: 'Writes the site’s interventions, adaptations and evaluations, and publishes them in the site’s name.',
    keys: [keyOfSiteMembers, keyOfSiteDrafts, keyOfSiteEditors, keyOfSiteEvaluators, keyOfSitePublishers],
  },
  MEMBER: {
    name: 'Member',
    sentence: 'Writes drafts and records what the site changes; an engine-room member or a lead publishes.',
    keys: [keyOfSiteMembers, keyOfSiteDrafts, keyOfSiteEditors],
  },
  EVALUATOR: {
    name: 'Evaluator',
    sentence:
      'Reads the site’s drafts and findings and changes none of them, and writes and publishes its evaluations.',
    keys: [keyOfSiteMembers, keyOfSiteDrafts, keyOfSiteEvaluators],
  },
  PATIENT_REPRESENTATIVE: {
    name: 'Patient or public representative',
    sentence: 'Sees what the site shares among its members, and takes part in discussions.',
    keys: [keyOfSiteMembers],
  },
  GUEST: {
    name: 'Guest',
    sentence: 'Reads what the site shares among its members and what the network shares, and writes nothing.',
    keys: [keyOfSiteMembers],
  },
};

/** Every key that a role at a site opens it with. */
export function keysOfSiteRole(role: SiteRole, site: EntityRef): string[] {
  return siteRoleFacts[role].keys.map((keyOf) => keyOf(site));
}

/** Every key that any role at a site opens it with. */
export function allKeysOfSite(site: EntityRef): string[] {
  return keysOfSiteRole('LEAD', site);
}
