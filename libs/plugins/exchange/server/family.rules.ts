/** What a family must keep to beyond its schema. Pure: each rule gives the places where it is broken. */
import { textProblem } from '@hub/core/contract';
import { endedStages } from '@hub/plugins/adaptations/contract';
import type { Family, FamilyAdaptation, FamilyIntervention } from '@hub/plugins/exchange/contract';
import { adaptationFaults } from './adaptation.rules';
import type { Fault } from './file-check';
import { fileFaults } from './files.rules';
import { absent, moment, named, ownedBy, type Known } from './places.rules';

/** Every fault, in the order of the file's parts. */
export function faultsOf(family: Family): Fault[] {
  const known = knownIn(family);
  return [
    ...twice(family),
    ...family.interventions.flatMap((intervention, at) =>
      interventionFaults(intervention, `/interventions/${at}`, known),
    ),
    ...family.adaptations.flatMap((adaptation, at) => adaptationFaults(adaptation, `/adaptations/${at}`, known)),
    ...fileFaults(family, known.ids),
    ...sharedResults(family),
    ...atWorkTwice(family),
    ...circles(family),
    ...textFaults(family, ''),
  ];
}

function knownIn({ sites, people, interventions, adaptations }: Family): Known {
  return {
    ids: new Set([...sites, ...people, ...interventions, ...adaptations].map(({ id }) => id)),
    versions: new Map(
      interventions.flatMap(({ id: intervention, versions }) =>
        versions.map(({ id, number }) => [id, { intervention, number }] as const),
      ),
    ),
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

function placesOfIds({ sites, people, files, interventions, adaptations }: Family): { id: string; place: string }[] {
  const of = (things: readonly { readonly id: string }[], list: string) =>
    things.map(({ id }, at) => ({ id, place: `${list}/${at}/id` }));
  return [
    ...of(sites, '/sites'),
    ...of(people, '/people'),
    ...of(files, '/files'),
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
      ...version.credits.flatMap((credit, position) => [
        ...absent(credit.site, `${place}/versions/${at}/credits/${position}/site`, ids),
        ...absent(credit.adaptation, `${place}/versions/${at}/credits/${position}/adaptation`, ids),
      ]),
    ]),
  ];
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

/** Nothing comes out of itself, over however many steps and sources. */
function circles({ adaptations }: Family): Fault[] {
  const parents = new Map<string, readonly string[]>(
    adaptations.flatMap(({ result, sourceIntervention, furtherSources }) =>
      result ? [[result, [sourceIntervention, ...furtherSources.map(({ intervention }) => intervention)]]] : [],
    ),
  );
  return adaptations.flatMap(({ result }, at) =>
    result !== null && comesOutOfItself(result, parents)
      ? [{ place: `/adaptations/${at}/result`, message: `${result} would come out of itself` }]
      : [],
  );
}

function comesOutOfItself(start: string, parents: ReadonlyMap<string, readonly string[]>): boolean {
  const passed = new Set<string>();
  const waiting = [...(parents.get(start) ?? [])];
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (ref === start) return true;
    if (passed.has(ref)) continue;
    passed.add(ref);
    waiting.push(...(parents.get(ref) ?? []));
  }
  return false;
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
