/** The sites and members of the demonstration file in the hub's own words. */
import { careModelRef } from '@hub/core/contract';
import type { demonstrationNetwork } from '@hub/demonstration';
import {
  contextFactors,
  engineRoomSkills,
  nameIn,
  organisationKinds,
  populationSegments,
  professionalGroups,
} from '@hub/plugins/sites/contract';
import type { NewMember } from './members.service';
import type { ContextNote, Organisation } from './site-facts';
import type { NewSite } from './sites.service';

type SiteInFile = (typeof demonstrationNetwork.sites)[number];
type MemberInFile = (typeof demonstrationNetwork.members)[number];

/** The first morning of the month in which a site joined. */
export function joiningDate(site: SiteInFile): Date {
  return new Date(`${site.joinedOn}-01T09:00:00.000Z`);
}

/** A site of the file, with names in place of the file's slugs. */
export function demonstrationSite(site: SiteInFile): NewSite {
  const { slug, name, tagline, localities, priorHistory, joinedOn, fictional: illustrative } = site;
  const { value, basis } = site.population;
  return {
    ...{ slug, name, tagline, localities, priorHistory, joinedOn, illustrative },
    region: null,
    careModels: [careModelRef(site.modelType)],
    population: { value, basis },
    populationSegments: site.populationSegmentSlugs.map((segment) => nameIn(populationSegments, segment)),
    leadOrganisation: organisation(site.leadOrganisation),
    partners: site.partnerOrganisations.map(organisation),
    contextFactors: site.context.map(contextNote),
    engineRoom: site.engineRoom.map(({ skillSlug: key, covered, note }) => ({
      ...{ key, covered, note },
      name: nameIn(engineRoomSkills, key),
    })),
  };
}

/** A member of the file. */
export function demonstrationMember(member: MemberInFile, site: SiteInFile): NewMember {
  return {
    slug: member.slug,
    displayName: member.name,
    roleTitle: member.role,
    professionalGroup: nameIn(professionalGroups, member.professionalGroupSlug),
    skills: member.skillsOffered,
    bio: member.bio,
    illustrative: member.fictional,
    careModels: [careModelRef(site.modelType)],
  };
}

function organisation({ name, kindSlug }: SiteInFile['leadOrganisation']): Organisation {
  return { name, kind: nameIn(organisationKinds, kindSlug) };
}

function contextNote({ contextFactorSlug: key, present, note }: SiteInFile['context'][number]): ContextNote {
  const factor = contextFactors.find(({ slug }) => slug === key);
  if (!factor) throw new Error(`"${key}" is no context factor.`);
  return { key, name: factor.name, kind: factor.kind, question: factor.question, present: presence(present), note };
}

function presence(word: string): ContextNote['present'] {
  const words: Record<string, ContextNote['present']> = { yes: 'YES', partly: 'PARTLY', mixed: 'MIXED', no: 'NO' };
  const found = words[word];
  if (!found) throw new Error(`"${word}" does not say whether a context factor is present.`);
  return found;
}
