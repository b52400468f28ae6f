/** What an adaptation in a family must keep to. Pure: each rule gives the places where it is broken. */
import { canMove, frameCode } from '@hub/plugins/adaptations/contract';
import type { FamilyAdaptation } from '@hub/plugins/exchange/contract';
import type { Fault } from './file-check';
import { absent, moment, named, ownedBy, type Known } from './places.rules';

export function adaptationFaults(adaptation: FamilyAdaptation, place: string, known: Known): Fault[] {
  const { id, site, sourceIntervention, result, stage, startedAt, publishedAt } = adaptation;
  const { ids } = known;
  return [
    ...absent(site, `${place}/site`, ids),
    ...ownedBy(id, site, `${place}/id`),
    ...absent(sourceIntervention, `${place}/sourceIntervention`, ids),
    ...versionOf(adaptation.sourceVersion, sourceIntervention, `${place}/sourceVersion`, known),
    ...(result === null
      ? []
      : [...absent(result, `${place}/result`, ids), ...ownedBy(result, site, `${place}/result`)]),
    ...moment(startedAt, `${place}/startedAt`),
    ...(publishedAt === null ? [] : moment(publishedAt, `${place}/publishedAt`)),
    ...sourceFaults(adaptation, place, known),
    ...findingFaults(adaptation, place, known),
    ...historyFaults(
      adaptation.history.map((step) => step.stage),
      stage,
      place,
    ),
  ];
}

/** What it draws on beside its source, and the versions that it followed: each later than the one before, up to where it is. */
function sourceFaults(adaptation: FamilyAdaptation, place: string, known: Known): Fault[] {
  const { sourceIntervention, sourceVersion, furtherSources, versionsFollowed } = adaptation;
  const drawnOn = [sourceIntervention, ...furtherSources.map(({ intervention }) => intervention)];
  const numberAt = (at: number) => known.versions.get(versionsFollowed[at]?.version ?? '')?.number;
  const last = `${place}/versionsFollowed/${versionsFollowed.length - 1}/version`;
  return [
    ...furtherSources.flatMap(({ intervention, version, addedAt, addedBy }, at) => [
      ...absent(intervention, `${place}/furtherSources/${at}/intervention`, known.ids),
      ...(drawnOn.indexOf(intervention) <= at
        ? [{ place: `${place}/furtherSources/${at}/intervention`, message: `It draws on ${intervention} already` }]
        : []),
      ...versionOf(version, intervention, `${place}/furtherSources/${at}/version`, known),
      ...moment(addedAt, `${place}/furtherSources/${at}/addedAt`),
      ...named(addedBy, `${place}/furtherSources/${at}/addedBy`, known.ids),
    ]),
    ...versionsFollowed.flatMap(({ version, at: when, by }, at) => [
      ...versionOf(version, sourceIntervention, `${place}/versionsFollowed/${at}/version`, known),
      ...((numberAt(at) ?? Infinity) > (numberAt(at - 1) ?? 0)
        ? []
        : [{ place: `${place}/versionsFollowed/${at}/version`, message: 'Versions are followed one after the other' }]),
      ...moment(when, `${place}/versionsFollowed/${at}/at`),
      ...named(by, `${place}/versionsFollowed/${at}/by`, known.ids),
    ]),
    ...(versionsFollowed.at(-1)?.version === sourceVersion
      ? []
      : [{ place: last, message: `The last version that it followed must be ${sourceVersion}` }]),
  ];
}

function findingFaults(adaptation: FamilyAdaptation, place: string, { ids }: Known): Fault[] {
  const { suitability, modifications, history } = adaptation;
  return [
    ...suitability.flatMap((entry, at) => [
      ...named(entry.recordedBy, `${place}/suitability/${at}/recordedBy`, ids),
      ...(entry.happenedOn === null ? [] : moment(entry.happenedOn, `${place}/suitability/${at}/happenedOn`)),
    ]),
    ...modifications.flatMap((change, at) => [
      ...named(change.recordedBy, `${place}/modifications/${at}/recordedBy`, ids),
      ...moment(change.recordedAt, `${place}/modifications/${at}/recordedAt`),
      ...change.codes.flatMap((code, position) =>
        frameCode(code)
          ? []
          : [{ place: `${place}/modifications/${at}/codes/${position}`, message: `FRAME has no code “${code}”` }],
      ),
    ]),
    ...history.flatMap((step, at) => [
      ...named(step.by, `${place}/history/${at}/by`, ids),
      ...moment(step.at, `${place}/history/${at}/at`),
      ...(step.ending?.grew ?? []).flatMap((id, position) =>
        absent(id, `${place}/history/${at}/ending/grew/${position}`, ids),
      ),
    ]),
  ];
}

function versionOf(version: string, intervention: string, place: string, { versions }: Known): Fault[] {
  return versions.get(version)?.intervention === intervention
    ? []
    : [{ place, message: `${version} is no version of ${intervention}` }];
}

/** Each step must be a move that the hub allows, and the last must be where it is. */
function historyFaults(
  stages: readonly FamilyAdaptation['stage'][],
  stage: FamilyAdaptation['stage'],
  place: string,
): Fault[] {
  const steps = stages.flatMap((to, at) => {
    const from = stages[at - 1];
    if (from === undefined || canMove(from, to)) return [];
    return [{ place: `${place}/history/${at}/stage`, message: `It cannot go from ${from} to ${to}` }];
  });
  const last = stages.at(-1);
  return last === stage
    ? steps
    : [...steps, { place: `${place}/stage`, message: `The history ends with ${String(last)}` }];
}
