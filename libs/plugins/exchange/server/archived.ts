/** What a file says, as the owning plugins take it in: references for ids, dates for times. */
import { careModelRef, rowIdOf, type Visibility } from '@hub/core/contract';
import type { ArchivedAdaptation } from '@hub/plugins/adaptations/contract';
import type { Family, FamilyAdaptation, FamilyIntervention, FamilySite } from '@hub/plugins/exchange/contract';
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
    versions: versions.map((version) => ({
      ...version,
      id: uuidIn(versionUuid(version.id)),
      publishedAt: new Date(version.publishedAt),
      publishedBy: nameIn(version.publishedBy),
    })),
  };
}

export function archivedAdaptation(from: FamilyAdaptation, family: Family): ArchivedAdaptation {
  const { id, sourceIntervention, sourceVersion, startedAt, publishedAt, ...rest } = from;
  const source = family.interventions.find((intervention) => intervention.id === sourceIntervention);
  const version = source?.versions.find((each) => each.id === sourceVersion);
  if (!version) throw new Error(`${id} has no source: the file was not checked.`);
  return {
    ...rest,
    ref: id,
    source: { ref: sourceIntervention, version: uuidIn(versionUuid(sourceVersion)), number: version.number },
    startedAt: new Date(startedAt),
    publishedAt: dateIn(publishedAt),
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

const dateIn = (text: string | null) => (text === null ? null : new Date(text));

function uuidIn(uuid: string | null): string {
  if (uuid === null) throw new Error('An id of the file is no id: the file was not checked.');
  return uuid;
}

function nameIn(person: string | null): string {
  if (person === null) throw new Error('Somebody is not named: the file was not checked.');
  return person;
}
