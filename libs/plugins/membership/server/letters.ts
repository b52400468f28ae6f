/** The letters that membership writes: each says who did what, and the one thing to do. */
import type { Letter } from '@hub/core/server';
import { siteRoleFacts, type SiteRole } from '@hub/plugins/sites/contract';
import { invitationDays } from './open-invitations';

interface Invited {
  readonly by: string;
  readonly site: string;
  readonly role: SiteRole;
  readonly href: string;
}

/** To somebody who may have no account yet. */
export function invitationLetter({ by, site, role, href }: Invited): Letter {
  const { name, sentence } = siteRoleFacts[role];
  return {
    subject: `${by} invites you to ${site} on the vanguard hub`,
    paragraphs: [
      `${by} invites you to join ${site} on the vanguard hub, where sites share what they try and what they learn.`,
      `Your role there: ${name}. ${sentence}`,
      `Sign in with the address that this letter came to. The link works once, within ${invitationDays} days.`,
    ],
    action: { label: 'Accept the invitation', href },
    footer: ['If you did not expect this, you need do nothing. Do not pass the link on: it works for nobody else.'],
  };
}

/** To each lead of a site. */
export function joinAskedLetter(facts: { by: string; site: string; words: string; href: string }): Letter {
  return {
    subject: `${facts.by} asks to join ${facts.site}`,
    paragraphs: [`${facts.by} asks to join ${facts.site}, which you lead. They write:`, facts.words],
    action: { label: 'Answer the request', href: facts.href },
  };
}

/** To whoever asked, when they are let in. */
export function joinApprovedLetter(facts: { site: string; role: SiteRole; href: string }): Letter {
  const { name, sentence } = siteRoleFacts[facts.role];
  return {
    subject: `You are a member of ${facts.site} now`,
    paragraphs: [`${facts.site} has said yes to your request to join. Your role there: ${name}. ${sentence}`],
    action: { label: `Go to ${facts.site}`, href: facts.href },
  };
}

/** To whoever asked, when they are not. */
export function joinDeclinedLetter(facts: { site: string; words: string; href: string }): Letter {
  return {
    subject: `${facts.site} has answered your request to join`,
    paragraphs: [`${facts.site} has declined your request to join. They write:`, facts.words],
    action: { label: `Go to ${facts.site}`, href: facts.href },
  };
}

/** To whoever proposed a site that was opened. */
export function siteOpenedLetter(facts: { site: string; href: string }): Letter {
  return {
    subject: `${facts.site} is a site of the hub now`,
    paragraphs: [
      `The network team has opened ${facts.site}, which you proposed. You lead it: invite your colleagues from its page.`,
    ],
    action: { label: `Go to ${facts.site}`, href: facts.href },
  };
}

/** To whoever proposed a site that was not. */
export function proposalDeclinedLetter(facts: { name: string; words: string; href: string }): Letter {
  return {
    subject: `The network team has answered about ${facts.name}`,
    paragraphs: [`The network team has declined the site that you proposed, ${facts.name}. They write:`, facts.words],
    action: { label: 'Read your proposals', href: facts.href },
  };
}
