/** `family.json` of what was gathered: keys, lists and blanks always in the same order, so that the same family is the same bytes. */
import {
  familyFormat,
  familyFormatVersion,
  type Family,
  type FamilyAdaptation,
  type FamilyEnding,
  type FamilyFile,
  type FamilyIntervention,
  type FamilyPerson,
  type FamilySite,
} from '@hub/plugins/exchange/contract';
import type { RawAdaptation, RawIntervention, RawSite } from './family.query';
import { byId, type Gathered } from './gathered';

/** The file's text. */
export function familyText(gathered: Gathered, files: readonly FamilyFile[]): string {
  return `${JSON.stringify(familyOf(gathered, files), null, 2)}\n`;
}

function familyOf({ interventions, adaptations }: Gathered, files: readonly FamilyFile[]): Family {
  const known = new Set([...interventions, ...adaptations].map(({ id }) => id));
  return {
    format: familyFormat,
    formatVersion: familyFormatVersion,
    sites: byId([...interventions, ...adaptations].map(({ site }) => siteOf(site))),
    people: byId([...interventions.flatMap(peopleOf), ...adaptations.flatMap(recordersOf)]),
    files,
    interventions: interventions.map((intervention) => interventionOf(intervention, known)),
    adaptations: adaptations.map((adaptation) => adaptationOf(adaptation, known)),
  };
}

function siteOf(site: RawSite): FamilySite {
  const { id, name, tagline, region, modelTypes, population, populationSegments, localities } = site;
  const { leadOrganisation, partners, contextFactors, priorHistory, engineRoom, joinedOn, illustrative } = site;
  return {
    ...{ id, name, tagline, region, modelTypes: codesOf(modelTypes), population, populationSegments, localities },
    ...{ leadOrganisation, partners, contextFactors, priorHistory, engineRoom, joinedOn, illustrative },
  };
}

function interventionOf(from: RawIntervention, known: ReadonlySet<string>): FamilyIntervention {
  const { id, site, title, summary, status, visibility, maturity, modelTypes } = from;
  const { lessons, enablers, contacts, startedOn, stoppedOn, reviewOn, withdrawal, illustrative, versions } = from;
  if (status === 'DRAFT') throw new Error(`${id} was never published.`);
  return {
    ...{ id, site: site.id, title, summary, status, visibility, maturity, modelTypes: codesOf(modelTypes) },
    ...{ lessons, enablers, contacts: contacts.map((person) => person.id) },
    ...{ startedOn, stoppedOn, reviewOn },
    withdrawal: withdrawal && { at: withdrawal.at, by: idOf(withdrawal.by), reason: withdrawal.reason },
    illustrative,
    versions: versions.edges
      .map(({ node }) => ({
        ...{ id: node.id, number: node.number, publishedAt: node.publishedAt, publishedBy: idOf(node.publishedBy) },
        ...{ changeNote: node.changeNote, title: node.title, summary: node.summary },
        ...{ sections: node.sections, components: node.components, description: node.description },
        credits: node.credits
          .filter((credit) => known.has(credit.from.id))
          .map(({ site: from, from: adaptation, part, key, heading, number }) => ({
            ...{ site: from.id, adaptation: adaptation.id, part, key, heading, number },
          })),
        files: (node.attachments ?? []).map((file) => file.id),
      }))
      .reverse(),
  };
}

function adaptationOf(from: RawAdaptation, known: ReadonlySet<string>): FamilyAdaptation {
  const { id, why, stage, decision, shared, startedAt, publishedAt, benefit, benefitWords } = from;
  const { furtherSources, versionsFollowed, suitability, modifications, history } = from;
  return {
    ...{ id, sourceIntervention: from.sourceIntervention.id, sourceVersion: from.source.id, site: from.site.id },
    ...{ result: resultOf(from), why, stage, decision, shared, startedAt, publishedAt, benefit, benefitWords },
    furtherSources: furtherSources
      .filter(({ intervention }) => known.has(intervention.id))
      .map(({ intervention, version, what, addedAt, addedBy }) => ({
        ...{ intervention: intervention.id, version: version.id, what, addedAt, addedBy: idOf(addedBy) },
      })),
    versionsFollowed: versionsFollowed.map(({ version, at, by, choices }) => ({
      ...{ version: version.id, at, by: idOf(by), choices },
    })),
    suitability: suitability.map(({ recordedBy, ...entry }) => ({ ...entry, recordedBy: idOf(recordedBy) })),
    modifications: modifications.map(({ recordedBy, ...change }) => ({ ...change, recordedBy: idOf(recordedBy) })),
    history: history.map(({ stage: to, at, by, learned, reason, decision: decided, ending }) => ({
      ...{ stage: to, at, by: idOf(by), learned, reason, decision: decided, ending: ending && endingOf(ending, known) },
    })),
  };
}

/** What grew from it elsewhere is no part of this file. */
function endingOf(
  { grew, ...ending }: NonNullable<RawAdaptation['history'][number]['ending']>,
  known: ReadonlySet<string>,
): FamilyEnding {
  return { ...ending, grew: grew.map(({ thing }) => thing.id).filter((id) => known.has(id)) };
}

/** A result that was never published is its editors' own. */
function resultOf({ result }: RawAdaptation): string | null {
  return result && result.status !== 'DRAFT' ? result.id : null;
}

function peopleOf({ contacts, versions, withdrawal }: RawIntervention): FamilyPerson[] {
  const authors = versions.edges.flatMap(({ node }) => [
    ...[node.publishedBy ?? []].flat(),
    ...(node.attachments ?? []).flatMap(({ addedBy }) => addedBy ?? []),
  ]);
  return [...contacts, ...authors, ...[withdrawal?.by ?? []].flat()].map(named);
}

function recordersOf(from: RawAdaptation): FamilyPerson[] {
  const { furtherSources, versionsFollowed, suitability, modifications, history } = from;
  return [
    ...furtherSources.flatMap(({ addedBy }) => addedBy ?? []),
    ...[...suitability, ...modifications].flatMap(({ recordedBy }) => recordedBy ?? []),
    ...[...versionsFollowed, ...history].flatMap(({ by }) => by ?? []),
  ].map(named);
}

const named = ({ id, displayName }: FamilyPerson): FamilyPerson => ({ id, displayName });
const idOf = (person: FamilyPerson | null) => person?.id ?? null;
const codesOf = (models: readonly { readonly code: string }[]) => models.map(({ code }) => code);
