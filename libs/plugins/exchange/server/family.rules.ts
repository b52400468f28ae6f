/** What a family must keep to beyond its schema. Pure: each rule gives the places where it is broken. */
import { nameOf, parseEntityRef, textProblem } from '@hub/core/contract';
import { canMove, endedStages, frameCode } from '@hub/plugins/adaptations/contract';
import type { Family, FamilyAdaptation, FamilyIntervention } from '@hub/plugins/exchange/contract';
import type { Fault } from './file-check';

/** Every fault, in the order of the file's parts. */
export function faultsOf(family: Family): Fault[] {
  const known = knownIn(family);
  return [
    ...twice(family),
    ...family.interventions.flatMap((intervention, at) =>
      interventionFaults(intervention, `/interventions/${at}`, known),
    ),
    ...family.adaptations.flatMap((adaptation, at) => adaptationFaults(adaptation, `/adaptations/${at}`, known)),
    ...sharedResults(family),
    ...atWorkTwice(family),
    ...circles(family),
    ...textFaults(family, ''),
  ];
}

interface Known {
  readonly ids: ReadonlySet<string>;
  /** The intervention of each version. */
  readonly versions: ReadonlyMap<string, string>;
}

function knownIn({ sites, people, interventions, adaptations }: Family): Known {
  return {
    ids: new Set([...sites, ...people, ...interventions, ...adaptations].map(({ id }) => id)),
    versions: new Map(interventions.flatMap(({ id, versions }) => versions.map((version) => [version.id, id]))),
  };
}

/** Ids that stand twice. */
function twice(family: Family): Fault[] {
  const seen = new Set<string>();
  return placesOfIds(family).flatMap(({ id, place }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ place, message: `${id} stands in the file twice` }];
  });
}

function placesOfIds({ sites, people, interventions, adaptations }: Family): { id: string; place: string }[] {
  const of = (things: readonly { readonly id: string }[], list: string) =>
    things.map(({ id }, at) => ({ id, place: `${list}/${at}/id` }));
  return [
    ...of(sites, '/sites'),
    ...of(people, '/people'),
    ...of(interventions, '/interventions'),
    ...of(adaptations, '/adaptations'),
    ...interventions.flatMap(({ versions }, at) => of(versions, `/interventions/${at}/versions`)),
    ...adaptations.flatMap(({ suitability }, at) => of(suitability, `/adaptations/${at}/suitability`)),
    ...adaptations.flatMap(({ modifications }, at) => of(modifications, `/adaptations/${at}/modifications`)),
  ];
}

function interventionFaults(intervention: FamilyIntervention, place: string, { ids }: Known): Fault[] {
  const { id, site, contacts, versions, status, withdrawal } = intervention;
  return [
    ...absent(site, `${place}/site`, ids),
    ...ownedBy(id, site, `${place}/id`),
    ...((status === 'WITHDRAWN') === (withdrawal !== null)
      ? []
      : [
          {
            place: `${place}/withdrawal`,
            message: 'What is withdrawn says when, by whom and why, and nothing else does',
          },
        ]),
    ...(withdrawal
      ? [...named(withdrawal.by, `${place}/withdrawal/by`, ids), ...moment(withdrawal.at, `${place}/withdrawal/at`)]
      : []),
    ...contacts.flatMap((contact, at) => absent(contact, `${place}/contacts/${at}`, ids)),
    ...versions.flatMap((version, at) => [
      ...named(version.publishedBy, `${place}/versions/${at}/publishedBy`, ids),
      ...moment(version.publishedAt, `${place}/versions/${at}/publishedAt`),
      ...(version.number === at + 1
        ? []
        : [{ place: `${place}/versions/${at}/number`, message: `This version must be number ${at + 1}` }]),
    ]),
  ];
}

function adaptationFaults(adaptation: FamilyAdaptation, place: string, { ids, versions }: Known): Fault[] {
  const { id, site, sourceIntervention, sourceVersion, result, stage, startedAt, publishedAt } = adaptation;
  const { suitability, modifications, history } = adaptation;
  return [
    ...absent(site, `${place}/site`, ids),
    ...ownedBy(id, site, `${place}/id`),
    ...absent(sourceIntervention, `${place}/sourceIntervention`, ids),
    ...(versions.get(sourceVersion) === sourceIntervention
      ? []
      : [{ place: `${place}/sourceVersion`, message: `${sourceVersion} is no version of ${sourceIntervention}` }]),
    ...(result === null
      ? []
      : [...absent(result, `${place}/result`, ids), ...ownedBy(result, site, `${place}/result`)]),
    ...moment(startedAt, `${place}/startedAt`),
    ...(publishedAt === null ? [] : moment(publishedAt, `${place}/publishedAt`)),
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
    ...historyFaults(
      history.map((step) => step.stage),
      stage,
      place,
    ),
  ];
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

function absent(id: string, place: string, ids: ReadonlySet<string>): Fault[] {
  return ids.has(id) ? [] : [{ place, message: `${id} is not in the file` }];
}

function named(id: string | null, place: string, ids: ReadonlySet<string>): Fault[] {
  if (id === null) return [{ place, message: 'Nobody is named here. Export the file again, signed in' }];
  return absent(id, place, ids);
}

/** What belongs to a site has its name in its id. */
function ownedBy(id: string, site: string, place: string): Fault[] {
  if (parseEntityRef(id)?.namespace === nameOf(site)) return [];
  return [{ place, message: `${id} does not belong to ${site}` }];
}

function moment(text: string, place: string): Fault[] {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString() === text ? [] : [{ place, message: 'There is no such time' }];
}

/** An intervention comes out of one adaptation at most. */
function sharedResults({ adaptations }: Family): Fault[] {
  return adaptations.flatMap(({ result }, at) =>
    result !== null && adaptations.findIndex((other) => other.result === result) < at
      ? [{ place: `/adaptations/${at}/result`, message: `${result} came out of another adaptation` }]
      : [],
  );
}

/** A site works on one adaptation of an intervention at a time. */
function atWorkTwice({ adaptations }: Family): Fault[] {
  const key = ({ site, sourceIntervention }: FamilyAdaptation) => `${site} ${sourceIntervention}`;
  const isAtWork = ({ stage }: FamilyAdaptation) => !endedStages.includes(stage);
  return adaptations.flatMap((adaptation, at) => {
    if (!isAtWork(adaptation)) return [];
    const first = adaptations.findIndex((other) => isAtWork(other) && key(other) === key(adaptation));
    return first < at
      ? [{ place: `/adaptations/${at}`, message: `${adaptation.site} is at work on it in another one` }]
      : [];
  });
}

/** Nothing comes out of itself, over however many steps. */
function circles({ adaptations }: Family): Fault[] {
  const parents = new Map(
    adaptations.flatMap(({ result, sourceIntervention }) => (result ? [[result, sourceIntervention]] : [])),
  );
  return adaptations.flatMap(({ result }, at) => {
    if (result === null) return [];
    const passed = new Set<string>();
    for (let ref = parents.get(result); ref !== undefined && !passed.has(ref); ref = parents.get(ref)) {
      if (ref === result)
        return [{ place: `/adaptations/${at}/result`, message: `${result} would come out of itself` }];
      passed.add(ref);
    }
    return [];
  });
}

/** Texts that could not have been written here. */
function textFaults(value: unknown, place: string): Fault[] {
  if (typeof value === 'string') {
    const problem =
      textProblem(value, Infinity) ??
      (value === value.normalize('NFC') ? null : 'This text is not in normal form (NFC)');
    return problem ? [{ place, message: problem }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textFaults(item, `${place}/${key}`));
}
