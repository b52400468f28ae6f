/** What a file says, as the owning plugins take it in: references for ids, dates for times. */
import { careModelRef, rowIdOf, type Visibility } from '@hub/core/contract';
import type { ArchivedAdaptation, ArchivedVersionName } from '@hub/plugins/adaptations/contract';
import type {
  ArchivedFile,
  Family,
  FamilyAdaptation,
  FamilyIntervention,
  FamilySite,
} from '@hub/plugins/exchange/contract';
import { versionUuid, type ArchivedIntervention } from '@hub/plugins/interventions/contract';
import type { ArchivedSite } from '@hub/plugins/sites/contract';

export function archivedSite({ id, modelTypes, ...facts }: FamilySite): ArchivedSite {
  return { ...facts, ref: id, careModels: modelTypes.map(careModelRef) };
}

export function archivedIntervention(from: FamilyIntervention): ArchivedIntervention {
  const { id, site, modelTypes, visibility, versions, ...facts } = from;
  return {
    ...facts,
    ref: id,
    site,
    careModels: modelTypes.map(careModelRef),
    visibility: visibility.toLowerCase() as Visibility,
    withdrawal: from.withdrawal && {
      reason: from.withdrawal.reason,
      at: new Date(from.withdrawal.at),
      by: nameIn(from.withdrawal.by),
    },
    versions: versions.map(({ files: _files, ...version }) => ({
      ...version,
      id: uuidIn(versionUuid(version.id)),
      publishedAt: new Date(version.publishedAt),
      publishedBy: nameIn(version.publishedBy),
      credits: version.credits.map(({ adaptation, ...credit }) => ({ ...credit, from: adaptation })),
    })),
  };
}

/** Those whose bytes are in the file. */
export function archivedFiles({ files, interventions }: Family): ArchivedFile[] {
  return files.flatMap(({ id, intervention, name, mediaType, alternative, content, ...added }) => {
    if (content === null) return [];
    const versions = interventions.find((each) => each.id === intervention)?.versions ?? [];
    const kept = versions.filter((version) => version.files.includes(id));
    return {
      ...{ id, intervention, name, mediaType, alternative, versions: kept.map((version) => version.id) },
      isCurrent: kept.length > 0 && kept.at(-1) === versions.at(-1),
      ...{ addedAt: new Date(added.addedAt), addedBy: nameIn(added.addedBy), content: Buffer.from(content, 'base64') },
    };
  });
}

export function archivedAdaptation(from: FamilyAdaptation, family: Family): ArchivedAdaptation {
  const { id, sourceIntervention, sourceVersion, startedAt, publishedAt, ...rest } = from;
  return {
    ...rest,
    ref: id,
    source: versionIn(family, sourceIntervention, sourceVersion),
    startedAt: new Date(startedAt),
    publishedAt: dateIn(publishedAt),
    furtherSources: rest.furtherSources.map(({ intervention, version, ...said }) => ({
      source: versionIn(family, intervention, version),
      ...{ what: said.what, addedAt: new Date(said.addedAt), addedBy: nameIn(said.addedBy) },
    })),
    versionsFollowed: rest.versionsFollowed.map(({ version, at, by, choices }) => ({
      version: versionIn(family, sourceIntervention, version),
      ...{ at: new Date(at), by: nameIn(by), choices },
    })),
    suitability: rest.suitability.map((entry) => ({
      ...entry,
      id: uuidIn(rowIdOf('suitability', entry.id)),
      happenedOn: dateIn(entry.happenedOn),
      recordedBy: nameIn(entry.recordedBy),
    })),
    modifications: rest.modifications.map((change) => ({
      ...change,
      id: uuidIn(rowIdOf('modification', change.id)),
      recordedAt: new Date(change.recordedAt),
      recordedBy: nameIn(change.recordedBy),
    })),
    history: rest.history.map((step) => ({ ...step, at: new Date(step.at), by: nameIn(step.by) })),
  };
}

function versionIn({ interventions }: Family, intervention: string, version: string): ArchivedVersionName {
  const versions = interventions.find(({ id }) => id === intervention)?.versions ?? [];
  const found = versions.find(({ id }) => id === version);
  if (!found) throw new Error(`${version} is no version of ${intervention}: the file was not checked.`);
  return { ref: intervention, version: uuidIn(versionUuid(version)), number: found.number };
}

const dateIn = (text: string | null) => (text === null ? null : new Date(text));

function uuidIn(uuid: string | null): string {
  if (uuid === null) throw new Error('An id of the file is no id: the file was not checked.');
  return uuid;
}

function nameIn(person: string | null): string {
  if (person === null) throw new Error('Somebody is not named: the file was not checked.');
  return person;
}
